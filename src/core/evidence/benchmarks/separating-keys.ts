import type { BenchmarkRuns } from './benchmark-runs.ts';
import type { BenchmarkTable } from './benchmark-tables.ts';

/**
 * Settings that keep results of the sides apart: keys whose values differ between a benchmark that only one side
 * has and its nearest namesake of the other side. To ignore them compares the two.
 */
export function separatingKeys(tables: readonly BenchmarkTable[]): string[] {
  const onlyBefore = new Map<string, BenchmarkTable[]>();
  forEachRow(tables, (id, table, { before, after }) => {
    if (before === null || after !== null) return;
    const namesakes = onlyBefore.get(id);
    if (namesakes === undefined) onlyBefore.set(id, [table]);
    else namesakes.push(table);
  });
  const keys = new Set<string>();
  forEachRow(tables, (id, table, { before, after }) => {
    if (before !== null || after === null) return;
    const [nearest = []] = (onlyBefore.get(id) ?? [])
      .map((namesake) => differingKeys(table, namesake))
      .sort((a, b) => a.length - b.length);
    for (const key of nearest) keys.add(key);
  });
  return [...keys];
}

function differingKeys(a: BenchmarkTable, b: BenchmarkTable): string[] {
  return a.config.flatMap(([key, value], at) => (value === b.config[at][1] ? [] : [key]));
}

/** Settings of which there are several values, or that some results have and others have not. */
export function varyingKeys(texts: readonly BenchmarkRuns[]): string[] {
  const configs = texts.flatMap(({ configs }) => configs);
  const keys = new Set(configs.flatMap((config) => [...config.keys()]));
  return [...keys].filter((key) =>
    configs.some((config) => config.get(key) !== configs[0].get(key)),
  );
}

function forEachRow(
  tables: readonly BenchmarkTable[],
  visit: (id: string, table: BenchmarkTable, row: BenchmarkTable['rows'][number]) => void,
): void {
  for (const table of tables) {
    for (const row of table.rows) visit(`${table.unit} ${row.name}`, table, row);
  }
}
