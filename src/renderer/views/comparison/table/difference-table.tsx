import { type RefObject, useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import type { BoxPlace } from '../../../../bridge/tree-api.ts';
import { differenceDataColumns } from '../../../../words/table/difference-data-columns.ts';
import { type ShownComparison, useApp } from '../../../state/use-app.ts';
import type { Framed } from '../../../state/use-framed.ts';
import { useLatest } from '../../../state/use-latest.ts';
import type { FlameGraphHandle } from '../../flame/flame-types.ts';
import { Grid } from '../../table/grid.tsx';
import { TableHead } from '../../table/table-head.tsx';
import { rowsAsTsv } from '../../table/tsv.ts';
import '../../table/table.css';
import { shownQuantity } from '../../../../words/shown-quantity.ts';
import { differenceRoom, NARROW } from '../../../../words/table/difference-columns.ts';
import type { ViewEvidence } from '../../../../words/view-evidence.ts';
import { useTableFilter } from '../../table/use-table-filter.ts';
import { useTableOnScreen } from '../../table/use-table-on-screen.ts';
import { useTableSort } from '../../table/use-table-sort.ts';
import { evidenceOf, useEvidence } from '../evidence/use-evidence.ts';
import { differenceCells } from './difference-cells.tsx';
import { differenceColumns, engineSort, nextSort, sortOf } from './difference-columns.ts';
import { differenceRows } from './difference-rows.ts';
import './difference-table.css';

/** The table of functions with both sides and their change. */
export function DifferenceTable({
  shown: { comparison, selection },
  framed: { view, frames },
  flame,
  onZoom,
}: {
  readonly shown: ShownComparison;
  readonly framed: Framed;
  readonly flame: RefObject<FlameGraphHandle | null>;
  /** Zooms to a box where no graph stands beside the table. */
  readonly onZoom?: (place: BoxPlace) => void;
}) {
  const app = useApp();
  const percentOf = useStore(app.screen, (state) => state.comparison.percentOf);
  const [kept, setSort] = useTableSort(view);
  const sort = useMemo(() => sortOf(kept), [kept]);
  const filter = useTableFilter(view);
  const { asked } = filter;
  useTableOnScreen({ kind: 'difference', sort: engineSort(sort), filter: asked });
  const work = useCallback(async () => {
    const net = percentOf === 'net' ? app.ask('netTotal', { view }) : Promise.resolve(0);
    const table = app.ask('difference', { view, sort: engineSort(sort), filter: asked });
    return differenceRows(view, frames, await table, percentOf, await net);
  }, [app, view, frames, sort, asked, percentOf]);
  const { value: rows, isStale } = useLatest(work);

  const evidence = useEvidence(view);
  const quantity = useMemo(() => rows && shownQuantity(comparison, rows.view), [comparison, rows]);
  // What is known of another view says nothing of this one.
  const known = evidenceOf(evidence, rows?.view)?.frames ?? null;
  const cells = useMemo(
    () => rows && quantity && differenceCells(rows, quantity, known),
    [rows, quantity, known],
  );
  const side = rows?.percentOf.side ?? percentOf;
  const columns = useMemo(() => differenceColumns(side, sort), [side, sort]);
  const asTsv = async (from: number, to: number) =>
    rows === null || quantity === null
      ? ''
      : rowsAsTsv(differenceDataColumns(rows, quantity, known), from, to);
  return (
    <section
      className="top-table difference-table"
      aria-label="Table of functions"
      data-stale={isStale || undefined}
    >
      <TableHead filter={filter} rows={rows} note={unknownWords(evidence)} asTsv={asTsv} />
      {rows !== null && cells !== null && (
        <Grid
          rows={rows}
          cells={cells}
          columns={columns}
          roomFor={differenceRoom}
          narrowBelow={NARROW}
          sort={sort}
          onSort={(chosen) => setSort(nextSort(sort, chosen))}
          asTsv={asTsv}
          selection={selection}
          flame={flame}
          onZoom={onZoom}
        />
      )}
    </section>
  );
}

function unknownWords(evidence: ViewEvidence | null): string {
  if (evidence === null || evidence.frames !== null) return '';
  return `Confidence is not known. ${evidence.reason}`;
}
