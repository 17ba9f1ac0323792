import { finite, type TableColumn } from '../table/table-column.ts';
import type { BenchmarkLine } from './benchmark-lines.ts';
import { benchmarkVerdict } from './benchmark-verdict.ts';

/** Benchmarks and geometric means as data, in base units; lines that are headings have none. */
export function benchmarkDataColumns(
  lines: readonly BenchmarkLine[],
  isPair: boolean,
): TableColumn[] {
  const of =
    <T>(get: (line: BenchmarkLine) => T) =>
    (row: number) => {
      const line = lines[row];
      return line === undefined ? null : get(line);
    };
  const settings = [...new Set(lines.flatMap(({ table }) => table.config.map(([key]) => key)))];
  const side = (name: 'before' | 'after', title: string): TableColumn[] => [
    {
      key: name,
      heading: title,
      cell: of((line) =>
        line.kind === 'benchmark' ? (line.row[name]?.center ?? null) : line.table.geomean[name],
      ),
    },
    ...(['low', 'high'] as const).map((end) => ({
      key: `${name}${end === 'low' ? 'Low' : 'High'}`,
      heading: `${title}, ${end} end of 95% interval`,
      cell: of((line) => {
        const summary = line.kind === 'benchmark' ? line.row[name] : null;
        return summary === null ? null : finite(summary[end]);
      }),
    })),
    {
      key: `${name}Runs`,
      heading: `${title}, runs`,
      cell: of((line) => (line.kind === 'benchmark' ? (line.row[name]?.runs ?? null) : null)),
    },
  ];
  return [
    {
      key: 'benchmark',
      heading: 'benchmark',
      cell: of((line) => (line.kind === 'benchmark' ? line.row.name : 'geomean')),
    },
    { key: 'unit', heading: 'unit', cell: of(({ table }) => table.unit) },
    ...settings.map((key) => ({
      key,
      heading: key,
      cell: of(({ table }) => table.config.find(([other]) => other === key)?.[1] ?? ''),
    })),
    ...side('before', 'median before'),
    ...side('after', isPair ? 'median after' : 'median'),
    {
      key: 'p',
      heading: 'p',
      cell: of((line) => (line.kind === 'benchmark' ? (line.row.comparison?.p ?? null) : null)),
    },
    {
      key: 'verdict',
      heading: 'verdict',
      cell: of((line) =>
        line.kind === 'benchmark' ? benchmarkVerdict(line.table, line.row, !isPair).words : null,
      ),
    },
  ];
}
