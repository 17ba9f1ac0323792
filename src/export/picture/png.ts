import { constants, crc32, createDeflate, type Deflate } from 'node:zlib';

/*
 * Writes PNGs row by row, so that a picture never has to be in memory whole. https://www.w3.org/TR/png/
 */

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Each row is written as what differs from the row above: in a graph of boxes mostly nothing does. */
const FILTER_UP = 2;
const RGB = 3;
const RGBA = 4;
/** Colour type of the header: three channels without opacity. */
const TRUECOLOUR = 2;
const METRE_IN_INCHES = 1 / 0.0254;
/** A px of the layout is a 96th of an inch, as CSS has it. */
const CSS_DPI = 96;

/** A PNG in the making. */
export class PngWriter {
  private readonly width: number;
  private readonly deflate: Deflate;
  private readonly packed: Uint8Array[] = [];
  private above: Uint8Array;

  constructor(width: number) {
    this.width = width;
    this.above = new Uint8Array(width * RGB);
    this.deflate = createDeflate({ level: 7, strategy: constants.Z_DEFAULT_STRATEGY });
    this.deflate.on('data', (chunk: Uint8Array) => this.packed.push(chunk));
  }

  /** What the file begins with. `pixelRatio` tells how large it is meant to be seen. */
  start(height: number, pixelRatio: number): Uint8Array[] {
    const header = new Uint8Array(13);
    const view = new DataView(header.buffer);
    view.setUint32(0, this.width);
    view.setUint32(4, height);
    view.setUint8(8, 8);
    view.setUint8(9, TRUECOLOUR);
    const density = new Uint8Array(9);
    const perMetre = Math.round(CSS_DPI * pixelRatio * METRE_IN_INCHES);
    new DataView(density.buffer).setUint32(0, perMetre);
    new DataView(density.buffer).setUint32(4, perMetre);
    density[8] = 1;
    return [SIGNATURE, chunk('IHDR', header), chunk('pHYs', density)];
  }

  /** Adds rows of opaque RGBA pixels; gives what of the file is ready. */
  async add(pixels: Uint8Array): Promise<Uint8Array[]> {
    const rows = pixels.length / (this.width * RGBA);
    const stride = this.width * RGB;
    const filtered = new Uint8Array(rows * (stride + 1));
    let above = this.above;
    for (let row = 0; row < rows; row++) {
      const current = rgbOf(pixels.subarray(row * this.width * RGBA), this.width);
      const to = row * (stride + 1);
      filtered[to] = FILTER_UP;
      for (let at = 0; at < stride; at++) {
        filtered[to + 1 + at] = (current[at] ?? 0) - (above[at] ?? 0);
      }
      above = current;
    }
    this.above = above;
    await new Promise<void>((resolve, reject) => {
      this.deflate.write(filtered, (error) => (error ? reject(error) : resolve()));
    });
    return this.ready();
  }

  /** The rest of the file. */
  async end(): Promise<Uint8Array[]> {
    const ended = new Promise<void>((resolve, reject) => {
      this.deflate.once('end', resolve).once('error', reject);
    });
    this.deflate.end();
    await ended;
    return [...this.ready(), chunk('IEND', new Uint8Array())];
  }

  /** Lets go of what was begun. */
  close(): void {
    this.deflate.destroy();
  }

  private ready(): Uint8Array[] {
    return this.packed.splice(0).map((data) => chunk('IDAT', data));
  }
}

function rgbOf(pixels: Uint8Array, width: number): Uint8Array {
  const row = new Uint8Array(width * RGB);
  for (let pixel = 0; pixel < width; pixel++) {
    row[pixel * RGB] = pixels[pixel * RGBA] ?? 0;
    row[pixel * RGB + 1] = pixels[pixel * RGBA + 1] ?? 0;
    row[pixel * RGB + 2] = pixels[pixel * RGBA + 2] ?? 0;
  }
  return row;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let at = 0; at < 4; at++) bytes[4 + at] = type.charCodeAt(at);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}
