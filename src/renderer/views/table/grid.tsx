import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { BoxPlace } from '../../../bridge/engine-api.ts';
import type { Selection } from '../../state/views.ts';
import type { FlameGraphHandle } from '../flame/flame-types.ts';
import { features, type GridColumns, type TableRow, trackOf } from './grid-columns.ts';
import { GridHeading } from './grid-heading.tsx';
import { GridRow } from './grid-row.tsx';
import type { GridCells, GridRows, GridSort, RowsAsTsv } from './grid-rows.ts';
import { isInRange, scrolledTo } from './row-range.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useMargin } from './use-margin.ts';
import { useRoundWidth } from './use-round-width.ts';

const ROW_HEIGHT = 24;

/** Rows of functions: sorted by their headings, walked with the keyboard, drawn where they are seen. */
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
  const scroller = useRef<HTMLDivElement>(null);
  const margin = useMargin();
  // TanStack's virtualizer measures and scrolls by itself; only its results are used here.
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    paddingStart: ROW_HEIGHT,
    overscan: margin.rows,
  });
  const width = useRoundWidth(scroller);
  const isNarrow = width < narrowBelow;
  const items = virtualizer.getVirtualItems();
  const { traits, ids } = columns;
  const table = useTable({
    features,
    columns: columns.model,
    data: items.map(({ index }): TableRow => ({ row: index })),
    getRowId: ({ row }) => String(row),
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: {
      sorting: [{ id: sort.column, desc: sort.descending }],
      columnVisibility: roomFor(width) as Record<string, boolean>,
    },
    onSortingChange: (update) => {
      const before = [{ id: sort.column, desc: sort.descending }];
      const [chosen] = typeof update === 'function' ? update(before) : update;
      const column = ids.find((known) => known === chosen?.id);
      if (chosen !== undefined && column !== undefined) onSort({ column, descending: chosen.desc });
    },
  });

  const cursor = selection === null ? -1 : (rows.rowOf[selection.frame] ?? -1);
  const { range, onKeyDown, pick, zoom } = useGridKeys(rows, asTsv, cursor, onZoom, () => {
    const height = scroller.current?.clientHeight ?? 0;
    return Math.max(1, Math.floor(height / ROW_HEIGHT) - 2);
  });
  const origin = selection?.origin;
  const { narrow } = margin;
  useEffect(() => {
    if (cursor < 0) return undefined;
    const scroll = () => {
      // Both are known from before: to ask the page would have it laid out.
      const height = (virtualizer.scrollRect?.height ?? 0) - ROW_HEIGHT;
      const seen = { from: virtualizer.scrollOffset ?? 0, height };
      const to = scrolledTo(cursor, ROW_HEIGHT, seen, origin === 'table');
      if (to === seen.from) return;
      // Where none of the rows drawn will be seen any more.
      if (Math.abs(to - seen.from) > height) narrow();
      scroller.current?.scrollTo(0, to);
    };
    if (flame !== null && flame.current !== null) return flame.current.whenStill(scroll);
    scroll();
    return undefined;
  }, [cursor, origin, virtualizer, flame, narrow]);

  const names = table.getVisibleLeafColumns().map(({ id }) => id as C);
  // The same array as long as the same columns are in it: rows are drawn again for another one.
  const key = names.join(' ');
  const visible = useMemo(() => key.split(' ') as C[], [key]);
  const template = visible.map((id) => trackOf(traits[id], isNarrow)).join(' ');
  const isCursorDrawn = items.some(({ index }) => index === cursor);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot have rows that are not drawn.
    <div
      ref={scroller}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label="Functions"
      aria-rowcount={rows.length + 1}
      aria-colcount={visible.length}
      aria-multiselectable="true"
      aria-activedescendant={isCursorDrawn ? `grid-row-${cursor}` : undefined}
      data-narrow={isNarrow || undefined}
      onKeyDown={onKeyDown}
    >
      {table.getHeaderGroups().map((group) => (
        <GridHeading key={group.id} headers={group.headers} traits={traits} template={template} />
      ))}
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      <div role="rowgroup" style={{ height: virtualizer.getTotalSize() - ROW_HEIGHT }}>
        {table.getRowModel().rows.map(({ original: { row } }, at) => (
          <GridRow
            key={row}
            cells={cells}
            row={row}
            columns={visible}
            traits={traits}
            template={template}
            top={(items[at]?.start ?? 0) - ROW_HEIGHT}
            isSelected={isInRange(range, row)}
            isCursor={row === cursor}
            onPick={pick}
            onZoom={zoom}
          />
        ))}
      </div>
      {rows.length === 0 && <p className="grid-empty">{emptyWords(rows)}</p>}
    </div>
  );
}

function emptyWords({ rowCount }: GridRows): string {
  return rowCount === 0
    ? 'No function has a value in this view.'
    : 'No function matches the filter.';
}
