import { Utf8Stream } from '../text/utf8-stream.ts';
import { type Evidence, LINE_KINDS } from './evidence.ts';
import type { Extractor } from './extractor.ts';
import { LoadSearch } from './load/load-search.ts';
import type { ByteTools } from './scan/byte-tools.ts';
import { Byte } from './scan/bytes.ts';
import { KindBit } from './scan/kind-sieve.ts';
import { LineSieve } from './scan/line-sieve.ts';
import { plainLines } from './scan/plain-lines.ts';
import { shippedMessage } from './scan/records.ts';
import { WholeLines } from './scan/whole-lines.ts';
import { UnreadableCounter } from './unreadable-lines.ts';

interface Gathering {
  readonly kind: string;
  /** Its bit in what the sieve says of a line. */
  readonly bit: number;
  readonly extractor: Extractor<unknown>;
  readonly unreadable: UnreadableCounter;
}

/** What begins to gather, by kinds. */
type Starters = Readonly<Record<string, { start(): Extractor<unknown> }>>;

/**
 * Searches the lines of a text, which comes in pieces, for all kinds of evidence at once, in memory that grows
 * with what is found alone. Whatever the pieces are, the result is the same. The text is UTF-8 or UTF-16, and may
 * hold colours, progress bars, times and records of log shippers. Never throws for a text.
 */
export class LineSearch {
  private readonly gatherings: readonly Gathering[];
  private readonly utf8: Utf8Stream;
  private readonly loads = new LoadSearch();
  private readonly wholeLines: WholeLines;
  private readonly sieve: LineSieve;

  constructor(tools: ByteTools, kinds: Starters = LINE_KINDS) {
    this.gatherings = Object.entries(kinds).map(([kind, { start }]) => ({
      kind,
      bit: (KindBit as Readonly<Record<string, number>>)[kind] ?? 0,
      extractor: start(),
      unreadable: new UnreadableCounter(),
    }));
    this.sieve = new LineSieve(tools, (text, bits, line) => this.take(text, bits, line));
    this.wholeLines = new WholeLines(tools, (block, line) => this.sieve.sift(block, line));
    this.utf8 = new Utf8Stream((bytes) => {
      this.loads.push(bytes);
      this.wholeLines.push(bytes);
    });
  }

  /** Lines of the text so far, as editors and grep count them. */
  get lines(): number {
    return this.wholeLines.lines;
  }

  /** Lines of which only the beginning was looked at, since they are longer than any evidence. */
  get longLines(): number {
    return this.wholeLines.longLines + this.sieve.longLines;
  }

  /** Takes the next piece of the text, which is the caller's again when it returns. */
  push(bytes: Uint8Array): void {
    this.utf8.push(bytes);
  }

  /** What was found, now that there are no more pieces. */
  end(): Evidence {
    this.utf8.end();
    this.wholeLines.end();
    this.sieve.end();
    const gathered = this.gatherings.map(({ kind, extractor, unreadable }) => [
      kind,
      { found: extractor.finish(), unreadable },
    ]);
    const { reports, unreadable } = this.loads.end();
    return { ...Object.fromEntries(gathered), load: { found: reports, unreadable } } as Evidence;
  }

  private take(text: string, bits: number, lineNumber: number): void {
    for (const line of plainLines(unshipped(text))) {
      for (const { bit, extractor, unreadable } of this.gatherings) {
        if ((bits & bit) === 0) continue;
        if (extractor.take(line) === 'unreadable') unreadable.add(lineNumber);
      }
    }
  }
}

/** What a shipper that writes JSON put into it. */
function unshipped(line: string): string {
  return line.charCodeAt(0) === Byte.openBrace ? (shippedMessage(line) ?? line) : line;
}
