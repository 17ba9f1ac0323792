import { ProfileFault } from '../core/profile/fault.ts';
import type { OnChunk, OnInflateProgress } from './inflaters.ts';

/**
 * Profiles shrink to a fifth or a tenth; zeros shrink to 1:229 with `gzip -1`, and to 1:1032 at most.
 * Output that is both this large and this much larger than its input is a bomb and not worth its memory.
 */
const BOMB_BYTES = 2 ** 28;
const BOMB_RATIO = 100;

/** A buffer of Node's that is at least so large is memory of its own, not part of a pool. */
const LEAST_ROOM = 1 << 16;
/** With some to spare, an inflater that fills its buffer does not ask for another just to find the end. */
const SPARE_BYTES = 64;

/** Collects what an inflater gives in pieces, and ends it when there is too much. */
export class InflateOutput {
  /** How large a buffer an inflater should have for all pieces: a guess from the file. */
  readonly room: number;
  private readonly inputBytes: number;
  private readonly limit: number;
  private readonly onProgress: OnInflateProgress;
  private readonly onChunk: OnChunk | undefined;
  private buffer = new Uint8Array(0);
  private length = 0;

  /** `expectedBytes` is a hint from the file, and wrong in a damaged or a malicious one. */
  constructor(
    inputBytes: number,
    expectedBytes: number,
    limit: number,
    onProgress: OnInflateProgress,
    onChunk?: OnChunk,
  ) {
    this.inputBytes = inputBytes;
    this.limit = limit;
    this.onProgress = onProgress;
    this.onChunk = onChunk;
    const plausible = Math.min(expectedBytes, limit, inputBytes * 16 + 1024);
    this.room = Math.max(LEAST_ROOM, plausible + SPARE_BYTES);
  }

  /**
   * Takes a piece that its inflater never writes to again: where it fills a buffer of `room` bytes, this
   * is used as it is. `inputUsed` bytes of the input were used up for all pieces so far.
   */
  adopt(piece: Uint8Array<ArrayBuffer>, inputUsed: number): void {
    if (this.length === 0 && piece.buffer.byteLength >= this.room) {
      this.buffer = new Uint8Array(piece.buffer, piece.byteOffset);
    }
    this.append(piece, inputUsed);
  }

  /** Takes a copy of a piece. */
  append(piece: Uint8Array, inputUsed: number): void {
    const length = this.length + piece.length;
    if (length > this.limit) {
      throw new ProfileFault(
        `It unpacks to more than ${inMebibytes(this.limit)} MiB.`,
        'Profiles are far smaller: look at where the file comes from.',
      );
    }
    if (length > BOMB_BYTES && length > inputUsed * BOMB_RATIO) {
      throw new ProfileFault(
        `It unpacks to more than ${BOMB_RATIO} times its size, as no profile does.`,
        'Look at where the file comes from; if you trust it, unpack it yourself and open the result.',
      );
    }
    this.place(piece, length);
    this.length = length;
    this.onProgress(inputUsed, this.inputBytes);
    this.onChunk?.(this.buffer, length);
  }

  finish(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  /** Copies a piece behind the others, unless it stands there already. */
  private place(piece: Uint8Array, length: number): void {
    const { buffer, byteOffset } = this.buffer;
    if (piece.buffer === buffer && piece.byteOffset === byteOffset + this.length) return;
    if (length > this.buffer.length) {
      const larger = new Uint8Array(Math.min(this.limit, Math.max(length, this.length * 2)));
      larger.set(this.buffer.subarray(0, this.length));
      this.buffer = larger;
    }
    this.buffer.set(piece, this.length);
  }
}

function inMebibytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}
