import type { Piece } from './records.ts';
import { MAX_LINE_BYTES } from './whole-lines.ts';

/** A line that has not ended yet. */
interface Begun {
  readonly text: string;
  readonly line: number;
  readonly isCut: boolean;
}

/** More sources at once than there are packages in a build are a trick. */
const MAX_SOURCES = 4096;

/** Joins the pieces of each source to lines. */
export class PieceJoiner {
  /** Lines that were cut because they were too long. */
  longLines = 0;
  private readonly onLine: (text: string, line: number) => void;
  private readonly begun = new Map<string, Begun>();

  /** `onLine` is given each line without its end, and the number of the record in which it began. */
  constructor(onLine: (text: string, line: number) => void) {
    this.onLine = onLine;
  }

  /** Whether a line of any source has begun. */
  get isHolding(): boolean {
    return this.begun.size > 0;
  }

  /** Takes a piece from the record with number `line`. */
  add({ source, text }: Piece, line: number): void {
    let start = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      this.extend(source, text.slice(start, end), line);
      this.finish(source);
      start = end + 1;
    }
    if (start < text.length) this.extend(source, text.slice(start), line);
    if (this.begun.size > MAX_SOURCES) this.end();
  }

  /** What has begun is whole. */
  end(): void {
    for (const source of [...this.begun.keys()]) this.finish(source);
  }

  private extend(source: string, text: string, line: number): void {
    const begun = this.begun.get(source) ?? { text: '', line, isCut: false };
    const all = begun.text + text;
    this.begun.set(source, {
      text: all.slice(0, MAX_LINE_BYTES),
      line: begun.line,
      isCut: begun.isCut || all.length > MAX_LINE_BYTES,
    });
  }

  private finish(source: string): void {
    const begun = this.begun.get(source);
    if (begun === undefined) return;
    this.begun.delete(source);
    if (begun.isCut) this.longLines++;
    this.onLine(begun.text, begun.line);
  }
}
