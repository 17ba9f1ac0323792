import type { Extractor } from '../extractor.ts';
import type { ByteTools } from './byte-tools.ts';
import { Byte } from './bytes.ts';
import { LineKind } from './line-kinds.ts';
import { LineSieve } from './line-sieve.ts';
import { plainLines } from './plain-lines.ts';
import { shippedMessage } from './records.ts';
import { type Gathered, Tally } from './tally.ts';
import { Utf8Stream } from './utf8-stream.ts';
import { WholeLines } from './whole-lines.ts';

/** What gathers each kind of evidence, by what it finds. */
export interface Extractors<Collections, Benchmarks, Escapes> {
  readonly gctrace: Extractor<Collections>;
  readonly benchmarks: Extractor<Benchmarks>;
  readonly escape: Extractor<Escapes>;
}

/** What a text said. */
export interface ScannedText<Collections, Benchmarks, Escapes> {
  readonly gctrace: Gathered<Collections>;
  readonly benchmarks: Gathered<Benchmarks>;
  readonly escape: Gathered<Escapes>;
  /** Lines of the text, as editors count them. */
  readonly lines: number;
  /** Lines of which only the beginning was looked at, because they are longer than any evidence. */
  readonly longLines: number;
}

/**
 * Searches a text for evidence, in one pass and in memory that its size does not matter to but for what is
 * found. In whatever pieces the text comes, the result is the same. Lines are UTF-8 or UTF-16, end with a line
 * feed, and may hold colours, progress bars, times and records of log shippers. Never throws for a text.
 */
export class TextScanner<Collections, Benchmarks, Escapes> {
  private readonly gctrace: Tally<Collections>;
  private readonly benchmarks: Tally<Benchmarks>;
  private readonly escape: Tally<Escapes>;
  private readonly utf8: Utf8Stream;
  private readonly wholeLines: WholeLines;
  private readonly sieve: LineSieve;

  constructor(extractors: Extractors<Collections, Benchmarks, Escapes>, tools: ByteTools) {
    this.gctrace = new Tally(extractors.gctrace);
    this.benchmarks = new Tally(extractors.benchmarks);
    this.escape = new Tally(extractors.escape);
    this.sieve = new LineSieve(tools, (text, kinds, line) => this.take(text, kinds, line));
    this.wholeLines = new WholeLines(tools, (block, line) => this.sieve.sift(block, line));
    this.utf8 = new Utf8Stream((bytes) => this.wholeLines.push(bytes));
  }

  /** Takes the next bytes of the text; they are the caller's again when it returns. */
  push(chunk: Uint8Array): void {
    this.utf8.push(chunk);
  }

  /** The text is over. */
  end(): ScannedText<Collections, Benchmarks, Escapes> {
    this.utf8.end();
    this.wholeLines.end();
    this.sieve.end();
    return {
      gctrace: this.gctrace.finish(),
      benchmarks: this.benchmarks.finish(),
      escape: this.escape.finish(),
      lines: this.wholeLines.lines,
      longLines: this.wholeLines.longLines + this.sieve.longLines,
    };
  }

  private take(text: string, kinds: number, number: number): void {
    for (const line of plainLines(unshipped(text))) {
      if ((kinds & LineKind.gctrace) !== 0) this.gctrace.take(line, number);
      if ((kinds & LineKind.benchmarks) !== 0) this.benchmarks.take(line, number);
      if ((kinds & LineKind.escape) !== 0) this.escape.take(line, number);
    }
  }
}

function unshipped(line: string): string {
  return line.charCodeAt(0) === Byte.openBrace ? (shippedMessage(line) ?? line) : line;
}
