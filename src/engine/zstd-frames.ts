import { ProfileFault } from '../core/profile/fault.ts';

/** What zstd itself accepts without being asked for more (ZSTD_WINDOWLOG_LIMIT_DEFAULT). */
const WINDOW_LIMIT = 2 ** 27;

/** Bytes that fzstd moves in about half a minute: it moves the whole window once for each block. */
const MOVE_LIMIT = 2 ** 38;

/**
 * Refuses, before fzstd makes room for it, a file whose windows would take too much memory or time.
 * Walks frames and blocks as RFC 8878 section 3.1.1 has them; what is damaged is left to fzstd.
 */
export function checkZstdWindows(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  let moved = 0;
  while (at + 8 <= bytes.length) {
    const magic = view.getUint32(at, true);
    if ((magic & 0xfffffff0) >>> 0 === 0x184d2a50) {
      at += 8 + view.getUint32(at + 4, true);
      continue;
    }
    if (magic !== 0xfd2fb528) return;
    const frame = readFrameHeader(view, at + 4);
    if (frame.window > WINDOW_LIMIT) throw tooSlow();
    at = frame.end;
    for (let isLast = false; !isLast; ) {
      if (at + 3 > bytes.length) return;
      const header = view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
      isLast = (header & 1) === 1;
      const isRunOfOneByte = ((header >> 1) & 3) === 1;
      at += 3 + (isRunOfOneByte ? 1 : header >>> 3);
      moved += frame.window;
      if (moved > MOVE_LIMIT) throw tooSlow();
    }
    if (frame.hasChecksum) at += 4;
  }
}

interface FrameHeader {
  /** Bytes that a block may refer back to. */
  readonly window: number;
  readonly hasChecksum: boolean;
  /** Where the first block begins. */
  readonly end: number;
}

/** The header after the magic number; at most 14 bytes. */
function readFrameHeader(view: DataView, start: number): FrameHeader {
  const descriptor = view.getUint8(start);
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const sizeFlag = descriptor >>> 6;
  const sizeBytes = sizeFlag === 0 ? (isSingleSegment ? 1 : 0) : 1 << sizeFlag;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const sizeAt = start + (isSingleSegment ? 1 : 2) + dictionaryBytes;
  const end = sizeAt + sizeBytes;
  const hasChecksum = (descriptor & 4) !== 0;
  if (end > view.byteLength) return { window: 0, hasChecksum, end };
  if (!isSingleSegment) {
    const exponent = view.getUint8(start + 1) >>> 3;
    const base = 2 ** (10 + exponent);
    const window = base + (base / 8) * (view.getUint8(start + 1) & 7);
    return { window, hasChecksum, end };
  }
  let window = sizeFlag === 1 ? 256 : 0;
  for (let i = 0; i < sizeBytes; i++) window += view.getUint8(sizeAt + i) * 2 ** (8 * i);
  return { window, hasChecksum, end };
}

function tooSlow(): ProfileFault {
  return new ProfileFault(
    'Its zstd compression refers so far back that unpacking it here would take minutes.',
    'Unpack it with "zstd -d --long=31 FILE" and open the result.',
  );
}
