import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { FlameGraphHandle } from '../flame/flame-types.ts';
import { features, type GridColumns, type TableRow, trackOf } from './grid-columns.ts';
import { GridHeading } from './grid-heading.tsx';
import { GridRow } from './grid-row.tsx';
import type { GridCells, GridSort, RowSelection } from './grid-rows.ts';
import { isInRange, movedRow, scrolledTo } from './row-range.ts';
import { useMargin } from './use-margin.ts';
import { useRoundWidth } from './use-round-width.ts';

const ROW_HEIGHT = 24;

/** Rows of a table: sorted by its headings, walked with the keyboard, drawn where they are seen. */
export function RowGrid<C extends string>({
  label,
  rowCount,
  emptyWords,
  cells,
  columns,
  roomFor,
  narrowBelow = 0,
  sort,
  onSort,
  selection: { cursor, range, pick, selectAll, copy, zoom },
  isStep = true,
  flame = null,
}: {
  /** What the rows are, for those who do not see them. */
  readonly label: string;
  readonly rowCount: number;
  /** What stands in place of rows where there are none. */
  readonly emptyWords: string;
  readonly cells: GridCells<C>;
  readonly columns: GridColumns<C>;
  /** Which columns stand in a table of a width in px; those not named do. */
  readonly roomFor: (width: number) => Partial<Record<C, boolean>>;
  /** Width in px below which columns that have one take their narrow track. */
  readonly narrowBelow?: number;
  /** Null where no column says the order. */
  readonly sort: GridSort<C> | null;
  readonly onSort: (sort: GridSort<C>) => void;
  readonly selection: RowSelection;
  /** Whether the cursor goes from row to row, rather than being sent there from elsewhere. */
  readonly isStep?: boolean;
  /** A graph whose movements are waited for before the table scrolls. */
  readonly flame?: RefObject<FlameGraphHandle | null> | null;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const margin = useMargin();
  // TanStack's virtualizer measures and scrolls by itself; only its results are used here.
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    paddingStart: ROW_HEIGHT,
    overscan: margin.rows,
  });
  const width = useRoundWidth(scroller);
  const isNarrow = width < narrowBelow;
  const items = virtualizer.getVirtualItems();
  const { traits, ids } = columns;
  const sorting = sort === null ? [] : [{ id: sort.column, desc: sort.descending }];
  const table = useTable({
    features,
    columns: columns.model,
    data: items.map(({ index }): TableRow => ({ row: index })),
    getRowId: ({ row }) => String(row),
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: {
      sorting,
      columnVisibility: roomFor(width) as Record<string, boolean>,
    },
    onSortingChange: (update) => {
      const [chosen] = typeof update === 'function' ? update(sorting) : update;
      const column = ids.find((known) => known === chosen?.id);
      if (chosen !== undefined && column !== undefined) onSort({ column, descending: chosen.desc });
    },
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const height = scroller.current?.clientHeight ?? 0;
    const page = Math.max(1, Math.floor(height / ROW_HEIGHT) - 2);
    const row = isCommand ? null : movedRow(event.key, cursor, rowCount, page);
    if (row !== null) pick(row, event.shiftKey);
    else if (!isCommand && event.key === 'Enter') zoom();
    else if (isCommand && event.key === 'a') selectAll();
    else if (isCommand && event.key === 'c' && range !== null) copy();
    else return;
    event.preventDefault();
  };
  const { narrow } = margin;
  useEffect(() => {
    if (cursor < 0) return undefined;
    const scroll = () => {
      // Both are known from before: to ask the page would have it laid out.
      const height = (virtualizer.scrollRect?.height ?? 0) - ROW_HEIGHT;
      const seen = { from: virtualizer.scrollOffset ?? 0, height };
      const to = scrolledTo(cursor, ROW_HEIGHT, seen, isStep);
      if (to === seen.from) return;
      // Where none of the rows drawn will be seen any more.
      if (Math.abs(to - seen.from) > height) narrow();
      scroller.current?.scrollTo(0, to);
    };
    if (flame !== null && flame.current !== null) return flame.current.whenStill(scroll);
    scroll();
    return undefined;
  }, [cursor, isStep, virtualizer, flame, narrow]);

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
      aria-label={label}
      aria-rowcount={rowCount + 1}
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
      {rowCount === 0 && <p className="grid-empty">{emptyWords}</p>}
    </div>
  );
}
