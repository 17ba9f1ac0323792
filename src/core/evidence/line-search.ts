import { type Evidence, LINE_KINDS, type LineKind } from './evidence.ts';
import type { Extractor } from './extractor.ts';
import { UnreadableCounter } from './unreadable-lines.ts';

interface Gathering {
  readonly kind: LineKind;
  readonly extractor: Extractor<unknown>;
  readonly unreadable: UnreadableCounter;
}

/** Searches the lines of a text, which comes in pieces, for all kinds of evidence at once. */
export class LineSearch {
  private readonly gatherings: readonly Gathering[] = (
    Object.entries(LINE_KINDS) as [LineKind, { start(): Extractor<unknown> }][]
  ).map(([kind, { start }]) => ({
    kind,
    extractor: start(),
    unreadable: new UnreadableCounter(),
  }));
  private readonly decoder = new TextDecoder('utf-8');
  private rest = '';
  private lineNumber = 0;

  /** Takes the next piece of the text. */
  push(bytes: Uint8Array): void {
    const lines = (this.rest + this.decoder.decode(bytes, { stream: true })).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.take(line);
  }

  /** What was found, now that there are no more pieces. */
  end(): Evidence {
    this.take(this.rest + this.decoder.decode());
    const gathered = this.gatherings.map(({ kind, extractor, unreadable }) => [
      kind,
      { found: extractor.finish(), unreadable },
    ]);
    return Object.fromEntries(gathered) as Evidence;
  }

  private take(line: string): void {
    this.lineNumber++;
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    for (const { extractor, unreadable } of this.gatherings) {
      if (extractor.take(text) === 'unreadable') unreadable.add(this.lineNumber);
    }
  }
}
