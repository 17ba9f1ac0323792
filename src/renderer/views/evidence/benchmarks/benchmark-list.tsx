import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { BenchmarkComparison } from '../../../../bridge/benchmarks-api.ts';
import type { EvidenceSides } from '../../../../bridge/evidence-api.ts';
import { compilePattern, type PatternSource } from '../../../../core/text/pattern.ts';
import {
  BENCHMARK_NARROW,
  type BenchmarkColumnId,
  benchmarkRoom,
  benchmarkTraits,
} from '../../../../words/evidence/benchmark-columns.ts';
import { benchmarkDataColumns } from '../../../../words/evidence/benchmark-data-columns.ts';
import {
  type BenchmarkLine,
  type BenchmarkOrder,
  benchmarkLines,
} from '../../../../words/evidence/benchmark-lines.ts';
import { useApp } from '../../../state/use-app.ts';
import { type GridColumns, gridColumns } from '../../table/grid-columns.ts';
import type { GridSort } from '../../table/grid-rows.ts';
import { RowGrid } from '../../table/row-grid.tsx';
import '../../table/table.css';
import { TableHead } from '../../table/table-head.tsx';
import { rowsAsTsv } from '../../table/tsv.ts';
import { benchmarkGridCells } from './benchmark-grid-cells.tsx';
import { useLineSelection } from './use-line-selection.ts';

/** The benchmarks of both runs, or of the only one, below the headings of their tables. */
export function BenchmarkList({
  comparison: { tables, varyingKeys },
  sides,
}: {
  readonly comparison: BenchmarkComparison;
  readonly sides: EvidenceSides;
}) {
  const { benchmarks } = useApp();
  const { unit, filter, order, isDescending } = useStore(benchmarks);
  const { takesPart, error } = useMemo(() => nameFilter(filter), [filter]);
  const [hasBefore, hasAfter] = [sides.before.length > 0, sides.after.length > 0];
  const isPair = hasBefore && hasAfter;
  const known = tables.some((table) => table.unit === unit) ? unit : null;
  const lines = useMemo(
    () => benchmarkLines(tables, { unit: known, takesPart, order, isDescending }),
    [tables, known, takesPart, order, isDescending],
  );
  const keys = useMemo(() => lines.map(keyOf), [lines]);
  const columns = useMemo(() => gridColumns(benchmarkTraits(isPair)), [isPair]);
  const cells = useMemo(
    () => benchmarkGridCells(lines, !isPair, varyingKeys),
    [lines, isPair, varyingKeys],
  );
  const asTsv = (from: number, to: number) => {
    const copied = lines.slice(from, to).filter(({ kind }) => kind !== 'heading');
    return rowsAsTsv(benchmarkDataColumns(copied, isPair), 0, copied.length);
  };
  const selection = useLineSelection(keys, asTsv);
  const counts = {
    length: lines.filter(({ kind }) => kind === 'benchmark').length,
    rowCount: tables.reduce((sum, { rows }) => sum + rows.length, 0),
  };
  return (
    <section className="top-table benchmark-table" aria-label="Benchmarks">
      <TableHead
        label="Filter the benchmarks by name"
        filter={{
          filter,
          error,
          onFilter: (change) => benchmarks.setState({ filter: { ...filter, ...change } }),
        }}
        rows={counts}
        asTsv={() => asTsv(0, lines.length)}
      />
      <RowGrid
        label="Benchmarks"
        rowCount={lines.length}
        emptyWords="No benchmark matches the filter."
        cells={cells}
        columns={columns}
        roomFor={(width) => benchmarkRoom(width, hasBefore, hasAfter)}
        narrowBelow={BENCHMARK_NARROW}
        sort={order === 'file' ? null : { column: order, descending: isDescending }}
        onSort={(chosen) => benchmarks.setState(nextOrder(chosen, order, columns))}
        selection={selection}
      />
    </section>
  );
}

/** Which names a filter keeps; all where it cannot be read. */
function nameFilter(filter: PatternSource) {
  const compiled = compilePattern(filter);
  return 'error' in compiled
    ? { takesPart: () => true, error: compiled.error }
    : { takesPart: compiled.matches, error: null };
}

/** Headings go round: their first direction, the other one, the order of the files. */
function nextOrder(
  { column, descending }: GridSort<BenchmarkColumnId>,
  now: BenchmarkOrder,
  { traits }: GridColumns<BenchmarkColumnId>,
) {
  // What differs most stands out in them, too.
  const order = column === 'intervals' || column === 'verdict' ? 'change' : column;
  const { isText, isAscendingFirst } = traits[order];
  const isFirst = descending === !(isText || isAscendingFirst);
  return now === order && isFirst
    ? { order: 'file' as const, isDescending: false }
    : { order, isDescending: descending };
}

function keyOf(line: BenchmarkLine): string {
  const { unit, config } = line.table;
  return JSON.stringify([line.kind, unit, config, line.kind === 'benchmark' ? line.row.name : '']);
}
