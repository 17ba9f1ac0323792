import { memo } from 'react';
import type { ColumnTraits } from '../../../words/table/column-traits.ts';
import type { GridCells } from './grid-rows.ts';

interface GridRowProps<C extends string> {
  readonly cells: GridCells<C>;
  readonly row: number;
  readonly columns: readonly C[];
  readonly traits: Readonly<Record<C, ColumnTraits>>;
  readonly template: string;
  /** Distance from the first row in px. */
  readonly top: number;
  readonly isSelected: boolean;
  readonly isCursor: boolean;
  readonly onPick: (row: number, extend: boolean) => void;
  readonly onZoom: () => void;
}

function Row<C extends string>({
  cells,
  row,
  columns,
  traits,
  template,
  top,
  isSelected,
  isCursor,
  onPick,
  onZoom,
}: GridRowProps<C>) {
  const whole = cells.whole?.(row) ?? null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a grid, see there.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names its active row.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys.
    <div
      id={`grid-row-${row}`}
      className="grid-row"
      role="row"
      aria-rowindex={row + 2}
      aria-selected={isSelected}
      data-cursor={isCursor || undefined}
      data-kind={cells.kind?.(row)}
      style={{ transform: `translateY(${top}px)`, gridTemplateColumns: template }}
      onClick={(event) => onPick(row, event.shiftKey)}
      onDoubleClick={onZoom}
    >
      {whole !== null && (
        // biome-ignore lint/a11y/useSemanticElements: as above.
        // biome-ignore lint/a11y/useFocusableInteractive: as above.
        <div role="gridcell" aria-colspan={columns.length} data-text data-whole>
          {whole}
        </div>
      )}
      {(whole === null ? columns : []).map((column) => (
        // biome-ignore lint/a11y/useSemanticElements: as above.
        // biome-ignore lint/a11y/useFocusableInteractive: as above.
        <div
          key={column}
          role="gridcell"
          title={cells.title(row, column)}
          data-column={column}
          data-text={traits[column].isText || undefined}
        >
          {cells.content(row, column)}
        </div>
      ))}
    </div>
  );
}

/** A row of the table. */
export const GridRow = memo(Row) as typeof Row;
