import { ProfileFault } from '../core/profile/fault.ts';
import type { OnChunk, OnInflateProgress } from './inflaters.ts';

/**
 * Profiles shrink to a fifth or a tenth; zeros shrink to 1:229 with `gzip -1`, and to 1:1032 at most.
 * Output that is both this large and this much larger than its input is a bomb and not worth its memory.
 */
const BOMB_BYTES = 2 ** 28;
const BOMB_RATIO = 100;

/** Collects what an inflater gives in pieces, and ends it when there is too much. */
export class InflateOutput {
  private readonly inputBytes: number;
  private readonly limit: number;
  private readonly onProgress: OnInflateProgress;
  private readonly onChunk: OnChunk | undefined;
  private buffer: Uint8Array<ArrayBuffer>;
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
    this.buffer = new Uint8Array(plausible);
  }

  /** Copies a piece; `inputUsed` bytes of the input were used up for all pieces so far. */
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
    if (length > this.buffer.length) {
      const larger = new Uint8Array(Math.min(this.limit, Math.max(length, this.length * 2)));
      larger.set(this.buffer.subarray(0, this.length));
      this.buffer = larger;
    }
    this.buffer.set(piece, this.length);
    this.length = length;
    this.onProgress(inputUsed, this.inputBytes);
    this.onChunk?.(this.buffer, length);
  }

  finish(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }
}

function inMebibytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}
