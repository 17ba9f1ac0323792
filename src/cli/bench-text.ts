import type { BenchmarkRuns } from '../core/evidence/benchmarks/benchmark-runs.ts';
import type { BenchmarkComparison } from '../core/evidence/benchmarks/benchmark-tables.ts';
import type { Finding } from '../core/evidence/evidence.ts';
import { visibleText } from '../core/text/visible-text.ts';
import { orderedRows } from '../words/evidence/benchmark-lines.ts';
import { benchmarkNotes } from '../words/evidence/benchmark-notes.ts';
import { outcomeSentences } from '../words/evidence/benchmark-verdict.ts';
import { unreadableWords } from '../words/evidence/finding-words.ts';
import { benchstatText } from './bench-table.ts';

/** The benchmarks of a file, and the side that they are of. */
export interface BenchInput {
  readonly side: 'before' | 'after';
  /** As it was given. */
  readonly file: string;
  readonly runs: BenchmarkRuns;
  readonly finding: Finding;
}

/** What rows can be ordered by: as they come in the files, the largest change first, or the surest. */
export const BENCH_ORDERS = ['file', 'change', 'p'] as const;

type BenchOrder = (typeof BENCH_ORDERS)[number];

/** Benchmarks as benchstat prints them, and below what they come to and what is to be known of them. */
export function benchText(
  comparison: BenchmarkComparison,
  inputs: readonly BenchInput[],
  order: BenchOrder,
): string {
  const fileOf = (side: BenchInput['side']) =>
    inputs.find((input) => input.side === side)?.file ?? '';
  const tables = comparison.tables.map((table) => ({
    ...table,
    rows: orderedRows(table.rows, order, order === 'change'),
  }));
  const sentences = [
    ...(inputs.length > 1 ? outcomeSentences(tables) : []),
    ...benchmarkNotes(comparison),
    ...inputs.flatMap(({ file, finding }) => {
      const words = unreadableWords(finding);
      return words === '' ? [] : [`${file}: ${words}`];
    }),
  ];
  const figures = benchstatText(tables, { before: fileOf('before'), after: fileOf('after') });
  const below = sentences.map((sentence) => `${visibleText(sentence)}\n`).join('');
  return below === '' ? figures : `${figures}\n${below}`;
}
