import type { BenchmarkRow, BenchmarkTable } from '../../bridge/benchmarks-api.ts';

/** A line of a list of benchmarks: the heading of a table, a benchmark of it, or its geometric means. */
export type BenchmarkLine =
  | { readonly kind: 'heading'; readonly table: BenchmarkTable }
  | { readonly kind: 'geomean'; readonly table: BenchmarkTable }
  | { readonly kind: 'benchmark'; readonly table: BenchmarkTable; readonly row: BenchmarkRow };

/** What lines are ordered by, within each table. */
export type BenchmarkOrder = 'file' | 'name' | 'before' | 'after' | 'change' | 'p' | 'runs';

/** Which lines are shown, and how. */
export interface BenchmarkChoice {
  /** One unit; null for all. */
  readonly unit: string | null;
  readonly takesPart: (name: string) => boolean;
  readonly order: BenchmarkOrder;
  readonly isDescending: boolean;
}

/** The lines of tables. Means are of all benchmarks of a table, whichever of them are shown. */
export function benchmarkLines(
  tables: readonly BenchmarkTable[],
  { unit, takesPart, order, isDescending }: BenchmarkChoice,
): BenchmarkLine[] {
  return tables.flatMap((table): BenchmarkLine[] => {
    if (unit !== null && table.unit !== unit) return [];
    const rows = table.rows.filter(({ name }) => takesPart(name));
    if (rows.length === 0) return [];
    return [
      { kind: 'heading', table },
      ...orderedRows(rows, order, isDescending).map(
        (row): BenchmarkLine => ({ kind: 'benchmark', table, row }),
      ),
      ...(table.rows.length > 1 ? [{ kind: 'geomean', table } as const] : []),
    ];
  });
}

/** Rows in an order. */
export function orderedRows(
  rows: readonly BenchmarkRow[],
  order: BenchmarkOrder,
  isDescending: boolean,
): readonly BenchmarkRow[] {
  if (order === 'file') return rows;
  const sign = isDescending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [first, second] = [weightOf(a, order), weightOf(b, order)];
    // What has no such figure stands last, whichever way the others go.
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    if (typeof first === 'string') return sign * first.localeCompare(String(second), 'en');
    return sign * (first - Number(second));
  });
}

function weightOf(row: BenchmarkRow, order: Exclude<BenchmarkOrder, 'file'>) {
  const { name, before, after, comparison } = row;
  switch (order) {
    case 'name':
      return name;
    case 'before':
    case 'after':
      return row[order]?.center ?? null;
    case 'runs':
      return (before?.runs ?? 0) + (after?.runs ?? 0);
    case 'p':
      return comparison?.p ?? null;
    case 'change':
      return changeSize(row);
  }
}

/** How many times as much, whichever way; 0 for what is not significant, null for what is on one side alone. */
function changeSize({ before, after, comparison }: BenchmarkRow): number | null {
  if (before === null || after === null || comparison === null) return null;
  if (!comparison.isSignificant || before.center === after.center) return 0;
  return Math.abs(Math.log(Math.abs(after.center / before.center)));
}
