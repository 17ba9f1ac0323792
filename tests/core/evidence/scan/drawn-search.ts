import type { Extractor } from '../../../../src/core/evidence/extractor.ts';
import { LineSearch } from '../../../../src/core/evidence/line-search.ts';
import type { UnreadableLines } from '../../../../src/core/evidence/unreadable-lines.ts';
import { nodeByteTools } from '../../../../src/engine/evidence/node-byte-tools.ts';

/** What a stand-in for an extractor found: the lines that it read. */
interface Found {
  readonly found: readonly string[];
  readonly unreadable: UnreadableLines;
}

export type Searched = Readonly<Record<'gctrace' | 'benchmarks' | 'escape', Found>> & {
  readonly lines: number;
  readonly longLines: number;
};

/** Keeps lines that are whole; of those that only begin so it says that they are damaged. */
const keeping = (whole: RegExp, begun: RegExp) => ({
  start(): Extractor<readonly string[]> {
    const found: string[] = [];
    return {
      take(line) {
        if (whole.test(line)) found.push(line);
        else return begun.test(line) ? 'unreadable' : 'other';
        return 'read';
      },
      finish: () => found,
    };
  },
});

/** Simple stand-ins for what reads the kinds. */
export const standIns = {
  gctrace: keeping(/gc \d+ @\S+s \d+%: .* \d+ P( \(forced\))?$/, /gc \d+ @|^gc\d+\(/),
  benchmarks: keeping(
    /Benchmark.*\sns\/op|^\s+\d+\s.*ns\/op|^[a-z][^\sA-Z:]*:\s|^Unit /,
    /Benchmark\S+\s+\d+\s/,
  ),
  escape: keeping(
    /\.go:\d+:(\d+:)? (.*escapes? to heap:?$|.*not escape$|moved to heap: | {2}flow: |can inline )|^# |^\{"range"|^\{"version"|^<auto/,
    /\.go:\d+:\d+: moved to heap$/,
  ),
};

/** Searches a text whose bytes come in pieces, each of which is overwritten when it was taken. */
export function search(pieces: Iterable<Uint8Array>, kinds = standIns): Searched {
  const search = new LineSearch(nodeByteTools, kinds);
  for (const piece of pieces) {
    const lent = piece.slice();
    search.push(lent);
    lent.fill(0x58);
  }
  const evidence = search.end() as unknown as Omit<Searched, 'lines' | 'longLines'>;
  return { ...evidence, lines: search.lines, longLines: search.longLines };
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What was found in a text, as text: a block for each kind, and the numbers of lines that could not be read. */
export function searched(text: string | Uint8Array): string {
  return drawn(search([typeof text === 'string' ? utf8(text) : text]));
}

export function drawn(result: Searched): string {
  const blocks = (['gctrace', 'benchmarks', 'escape'] as const).flatMap((kind) => {
    const { found, unreadable } = result[kind];
    const lines = found.map((line) => `  ${line.replaceAll('\t', '→')}`);
    if (unreadable.count > 0) {
      lines.push(`  ${unreadable.count} unreadable: ${unreadable.first.join(', ')}`);
    }
    return lines.length === 0 ? [] : [kind, ...lines];
  });
  const long = result.longLines === 0 ? '' : `, ${result.longLines} of them long`;
  return [...blocks, `${result.lines} lines${long}`].join('\n');
}
