import type { ByteTools } from './byte-tools.ts';
import { Byte } from './bytes.ts';

/** What becomes of a block of whole lines, each with its line feed; the result is their number. */
export type OnBlock = (block: Uint8Array, firstLine: number) => number;

/** Longer lines are no evidence, and are not kept in memory: 256 KiB. */
export const MAX_LINE_BYTES = 2 ** 18;

/**
 * Cuts a text into blocks of whole lines; the blocks depend on the pieces in which it comes, the lines do
 * not. Lines are counted from 1, as editors and grep count them: by line feeds alone.
 *
 * A line that is too long is cut where a progress bar returned to its beginning (or at a NUL of a file with
 * holes); where there is no such place, what is beyond MAX_LINE_BYTES is passed over.
 */
export class WholeLines {
  /** Lines so far, the last included if it has no line feed. */
  lines = 0;
  /** Those whose end was passed over. */
  longLines = 0;
  private readonly tools: ByteTools;
  private readonly onBlock: OnBlock;
  /** The beginning of a line that has not ended yet. */
  private readonly begun = new ByteBuffer();
  /** Whether the rest of that line is passed over. */
  private isPassing = false;

  constructor(tools: ByteTools, onBlock: OnBlock) {
    this.tools = tools;
    this.onBlock = onBlock;
  }

  push(chunk: Uint8Array): void {
    // So a line that is too long never lies in a piece as a whole.
    for (let at = 0; at < chunk.length; at += MAX_LINE_BYTES) {
      this.pushPiece(chunk.subarray(at, at + MAX_LINE_BYTES));
    }
  }

  /** The last line may lack its line feed. */
  end(): void {
    if (this.begun.length > 0 || this.isPassing) this.finishLine();
  }

  private pushPiece(piece: Uint8Array): void {
    let rest = piece;
    if (this.begun.length > 0 || this.isPassing) {
      const end = this.tools.search(piece)(Byte.lineFeed, 0);
      this.extend(end === -1 ? piece : piece.subarray(0, end));
      if (end === -1) return;
      this.finishLine();
      rest = piece.subarray(end + 1);
    }
    const end = rest.lastIndexOf(Byte.lineFeed) + 1;
    if (end > 0) this.lines += this.onBlock(rest.subarray(0, end), this.lines + 1);
    if (end < rest.length) this.extend(rest.subarray(end));
  }

  private finishLine(): void {
    if (this.isPassing) this.longLines++;
    this.isPassing = false;
    this.begun.append(LINE_FEED);
    this.lines += this.onBlock(this.begun.bytes(), this.lines + 1);
    this.begun.keepFrom(this.begun.length);
  }

  private extend(bytes: Uint8Array): void {
    if (this.isPassing) return;
    this.begun.append(bytes);
    while (this.begun.length > MAX_LINE_BYTES) {
      const head = this.begun.bytes().subarray(0, MAX_LINE_BYTES);
      const cut = Math.max(head.lastIndexOf(Byte.carriageReturn), head.lastIndexOf(Byte.nul));
      if (cut === -1) {
        this.begun.cutAt(MAX_LINE_BYTES);
        this.isPassing = true;
        return;
      }
      // It is part of a line, which counts with its end.
      head[cut] = Byte.lineFeed;
      this.onBlock(head.subarray(0, cut + 1), this.lines + 1);
      this.begun.keepFrom(cut + 1);
    }
  }
}

const LINE_FEED = Uint8Array.of(Byte.lineFeed);

/** Bytes that grow at their end. */
class ByteBuffer {
  length = 0;
  private room = new Uint8Array(2 ** 12);

  append(bytes: Uint8Array): void {
    const length = this.length + bytes.length;
    if (length > this.room.length) {
      const larger = new Uint8Array(Math.max(length, this.room.length * 2));
      larger.set(this.bytes());
      this.room = larger;
    }
    this.room.set(bytes, this.length);
    this.length = length;
  }

  /** What it holds, until it changes. */
  bytes(): Uint8Array {
    return this.room.subarray(0, this.length);
  }

  cutAt(length: number): void {
    this.length = length;
  }

  keepFrom(start: number): void {
    this.room.copyWithin(0, start, this.length);
    this.length -= start;
  }
}
