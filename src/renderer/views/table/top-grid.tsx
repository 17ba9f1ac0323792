import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { TopSort } from '../../../bridge/engine-api.ts';
import type { ValueType } from '../../../core/profile/profile.ts';
import type { Selection } from '../../state/views.ts';
import type { FlameGraphHandle } from '../flame/flame-types.ts';
import { GridHeading } from './grid-heading.tsx';
import { GridRow } from './grid-row.tsx';
import { isInRange, scrolledTo } from './row-range.ts';
import {
  type ColumnId,
  columnIds,
  columns,
  columnTraits,
  features,
  roomFor,
  type TableRow,
} from './table-columns.ts';
import type { TopRows } from './top-rows.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useMargin } from './use-margin.ts';
import { useRoundWidth } from './use-round-width.ts';

const ROW_HEIGHT = 24;

/** The rows of the table: sorted by their headings, walked with the keyboard, drawn where they are seen. */
export function TopGrid({
  rows,
  sampleType,
  sort,
  onSort,
  selection,
  flame,
}: {
  readonly rows: TopRows;
  readonly sampleType: ValueType;
  readonly sort: TopSort;
  readonly onSort: (sort: TopSort) => void;
  readonly selection: Selection | null;
  readonly flame: RefObject<FlameGraphHandle | null>;
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
  const items = virtualizer.getVirtualItems();
  const [sortedColumn, setSortedColumn] = useState<ColumnId>('flat');
  const table = useTable({
    features,
    columns,
    data: items.map(({ index }): TableRow => ({ row: index })),
    getRowId: ({ row }) => String(row),
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: {
      sorting: [{ id: sortedColumn, desc: sort.descending }],
      columnVisibility: { average: rows.top.average !== null, ...roomFor(width) },
    },
    onSortingChange: (update) => {
      const before = [{ id: sortedColumn, desc: sort.descending }];
      const [chosen] = typeof update === 'function' ? update(before) : update;
      const id = columnIds.find((known) => known === chosen?.id);
      if (chosen === undefined || id === undefined) return;
      setSortedColumn(id);
      onSort({ column: columnTraits[id].sort, descending: chosen.desc });
    },
  });

  const cursor = selection === null ? -1 : (rows.rowOf[selection.frame] ?? -1);
  const { range, onKeyDown, pick, zoom } = useGridKeys(rows, cursor, flame, () => {
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
    if (flame.current !== null) return flame.current.whenStill(scroll);
    scroll();
    return undefined;
  }, [cursor, origin, virtualizer, flame, narrow]);

  const names = table.getVisibleLeafColumns().map(({ id }) => id as ColumnId);
  // The same array as long as the same columns are in it: rows are drawn again for another one.
  const key = names.join(' ');
  const visible = useMemo(() => key.split(' ') as ColumnId[], [key]);
  const template = visible.map((id) => columnTraits[id].track).join(' ');
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
      onKeyDown={onKeyDown}
    >
      {table.getHeaderGroups().map((group) => (
        <GridHeading key={group.id} headers={group.headers} template={template} />
      ))}
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      <div role="rowgroup" style={{ height: virtualizer.getTotalSize() - ROW_HEIGHT }}>
        {table.getRowModel().rows.map(({ original: { row } }, at) => (
          <GridRow
            key={row}
            rows={rows}
            row={row}
            columns={visible}
            template={template}
            top={(items[at]?.start ?? 0) - ROW_HEIGHT}
            sampleType={sampleType}
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

function emptyWords({ top }: TopRows): string {
  return top.rowCount === 0
    ? 'No function has a value in this view.'
    : 'No function matches the filter.';
}
