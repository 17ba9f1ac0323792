import { inflateSync } from 'node:zlib';

/** A PNG, unpacked: three bytes to a pixel, rows from top to bottom. */
export interface PngPixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** Unpacks a PNG of 8 bits and three or four channels; the fourth is left out. https://www.w3.org/TR/png/ */
export function pngPixels(png: Uint8Array): PngPixels {
  const bytes = Buffer.from(png);
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  const channels = { 2: 3, 6: 4 }[bytes[25] ?? 0];
  if (bytes[24] !== 8 || channels === undefined) throw new Error('Not a PNG of such a kind.');
  const rows = unfiltered(inflateSync(dataOf(bytes)), width * channels, channels);
  const rgb = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++) {
    rgb.set(rows.subarray(pixel * channels, pixel * channels + 3), pixel * 3);
  }
  return { width, height, rgb };
}

function dataOf(bytes: Buffer): Buffer {
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return Buffer.concat(data);
}

function unfiltered(filtered: Buffer, stride: number, channels: number): Uint8Array {
  const height = filtered.length / (stride + 1);
  const out = new Uint8Array(height * stride);
  for (let row = 0; row < height; row++) {
    const filter = filtered[row * (stride + 1)];
    for (let at = 0; at < stride; at++) {
      const to = row * stride + at;
      const left = at >= channels ? (out[to - channels] ?? 0) : 0;
      const up = row > 0 ? (out[to - stride] ?? 0) : 0;
      const corner = row > 0 && at >= channels ? (out[to - stride - channels] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      out[to] = (filtered[row * (stride + 1) + 1 + at] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(guess - value));
  if ((a ?? 0) <= (b ?? 0) && (a ?? 0) <= (c ?? 0)) return left;
  return (b ?? 0) <= (c ?? 0) ? up : corner;
}

/** How far two pictures of one size are apart: the mean over all channels, and the largest, from 0 to 255. */
export function difference(one: PngPixels, other: PngPixels): { mean: number; most: number } {
  if (one.width !== other.width || one.height !== other.height) {
    return { mean: Number.POSITIVE_INFINITY, most: Number.POSITIVE_INFINITY };
  }
  let sum = 0;
  let most = 0;
  for (let at = 0; at < one.rgb.length; at++) {
    const apart = Math.abs((one.rgb[at] ?? 0) - (other.rgb[at] ?? 0));
    sum += apart;
    most = Math.max(most, apart);
  }
  return { mean: sum / one.rgb.length, most };
}
