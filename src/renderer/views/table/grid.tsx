import type { RefObject } from 'react';
import type { BoxPlace } from '../../../bridge/tree-api.ts';
import type { Selection } from '../../state/views.ts';
import type { FlameGraphHandle } from '../flame/flame-types.ts';
import type { GridColumns } from './grid-columns.ts';
import type { GridCells, GridRows, GridSort, RowsAsTsv } from './grid-rows.ts';
import { RowGrid } from './row-grid.tsx';
import { useFrameSelection } from './use-frame-selection.ts';

/** Rows of functions, whose cursor is the page's selection. */
export function Grid<C extends string>({
  rows,
  cells,
  columns,
  roomFor,
  narrowBelow = 0,
  sort,
  onSort,
  asTsv,
  selection,
  flame,
  onZoom = (place) => flame?.current?.zoomTo(place),
}: {
  readonly rows: GridRows;
  readonly cells: GridCells<C>;
  readonly columns: GridColumns<C>;
  /** Which columns stand in a table of a width in px; those not named do. */
  readonly roomFor: (width: number) => Partial<Record<C, boolean>>;
  /** Width in px below which columns that have one take their narrow track. */
  readonly narrowBelow?: number;
  readonly sort: GridSort<C>;
  readonly onSort: (sort: GridSort<C>) => void;
  readonly asTsv: RowsAsTsv;
  readonly selection: Selection | null;
  /** The graph that rows are looked up in; null where there is none to command. */
  readonly flame: RefObject<FlameGraphHandle | null> | null;
  /** Zooms to a box; that graph does, if nobody else is told to. */
  readonly onZoom?: ((place: BoxPlace) => void) | undefined;
}) {
  const cursor = selection === null ? -1 : (rows.rowOf[selection.frame] ?? -1);
  return (
    <RowGrid
      label="Functions"
      rowCount={rows.length}
      emptyWords={
        rows.rowCount === 0
          ? 'No function has a value in this view.'
          : 'No function matches the filter.'
      }
      cells={cells}
      columns={columns}
      roomFor={roomFor}
      narrowBelow={narrowBelow}
      sort={sort}
      onSort={onSort}
      selection={useFrameSelection(rows, asTsv, cursor, onZoom)}
      isStep={selection?.origin === 'table'}
      flame={flame}
    />
  );
}
