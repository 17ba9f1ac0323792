import { type RefObject, useMemo } from 'react';
import type { TableSort } from '../../../bridge/screen-state.ts';
import type { TopSort } from '../../../core/analysis/top-order.ts';
import { averageSizePair } from '../../../core/units/average-size-pair.ts';
import { type TopColumnId, topRoom } from '../../../words/table/top-columns.ts';
import { topDataColumns } from '../../../words/table/top-data-columns.ts';
import type { ShownProfile } from '../../state/use-app.ts';
import type { Framed } from '../../state/use-framed.ts';
import type { FlameGraphHandle } from '../flame/flame-types.ts';
import { Grid } from './grid.tsx';
import type { GridSort } from './grid-rows.ts';
import { sortedBy, topColumns } from './table-columns.ts';
import { TableHead } from './table-head.tsx';
import './table.css';
import { topCells } from './top-cells.tsx';
import { rowsAsTsv } from './tsv.ts';
import { useTableFilter } from './use-table-filter.ts';
import { useTableOnScreen } from './use-table-on-screen.ts';
import { useTableSort } from './use-table-sort.ts';
import { useTopRows } from './use-top-rows.ts';

const heaviestFirst: GridSort<TopColumnId> = { column: 'flat', descending: true };

/** What the table is sorted by, as far as it has such a column. */
function topSort(kept: TableSort | null): GridSort<TopColumnId> {
  if (kept === null || !isColumn(kept.column)) return heaviestFirst;
  return { column: kept.column, descending: kept.descending };
}

const isColumn = (column: string): column is TopColumnId => Object.hasOwn(sortedBy, column);

/** The table of functions, with its filter. */
export function TopTable({
  shown: { profile, selection },
  framed,
  flame,
}: {
  readonly shown: ShownProfile;
  readonly framed: Framed;
  readonly flame: RefObject<FlameGraphHandle | null>;
}) {
  const [kept, setSort] = useTableSort(framed.view);
  const chosenSort = topSort(kept);
  const filter = useTableFilter(framed.view);
  const { sampleTypes } = profile;
  const hasAverage = averageSizePair(sampleTypes, framed.view.sampleType) !== null;
  const sort = chosenSort.column === 'average' && !hasAverage ? heaviestFirst : chosenSort;
  const { column, descending } = sort;
  const asked = useMemo<TopSort>(
    () => ({ column: sortedBy[column], descending }),
    [column, descending],
  );
  useTableOnScreen({ kind: 'top', sort: asked, filter: filter.asked });
  const { value: rows, isStale } = useTopRows(framed, asked, filter.asked);
  const sampleType = rows === null ? undefined : sampleTypes[rows.view.sampleType];
  const cells = useMemo(
    () => (rows === null || sampleType === undefined ? null : topCells(rows, sampleType)),
    [rows, sampleType],
  );
  const asTsv = (from: number, to: number) =>
    rows === null || sampleType === undefined
      ? Promise.resolve('')
      : rowsAsTsv(topDataColumns(rows, sampleType), from, to);
  return (
    <section
      className="top-table"
      aria-label="Table of functions"
      data-stale={isStale || undefined}
    >
      <TableHead filter={filter} rows={rows} asTsv={asTsv} />
      {rows !== null && cells !== null && (
        <Grid
          rows={rows}
          cells={cells}
          columns={topColumns}
          roomFor={(width) => ({
            ...topRoom(width),
            ...(rows.top.average === null && { average: false }),
            [column]: true,
          })}
          sort={sort}
          onSort={(chosen) => setSort({ ...chosen, bySize: false })}
          asTsv={asTsv}
          selection={selection}
          flame={flame}
        />
      )}
    </section>
  );
}
