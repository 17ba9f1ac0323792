import { memo } from 'react';
import type { ValueType } from '../../../core/profile/profile.ts';
import { GoNameText } from '../parts/go-name-text.tsx';
import { cellText, cellTitle } from './cell-text.ts';
import { FileText } from './file-text.tsx';
import { type ColumnId, columnTraits } from './table-columns.ts';
import type { TopRows } from './top-rows.ts';

/** A row of the table. */
export const GridRow = memo(function GridRow({
  rows,
  row,
  columns,
  template,
  top,
  sampleType,
  isSelected,
  isCursor,
  onPick,
  onZoom,
}: {
  readonly rows: TopRows;
  readonly row: number;
  readonly columns: readonly ColumnId[];
  readonly template: string;
  /** Distance from the first row in px. */
  readonly top: number;
  readonly sampleType: ValueType;
  readonly isSelected: boolean;
  readonly isCursor: boolean;
  readonly onPick: (row: number, extend: boolean) => void;
  readonly onZoom: () => void;
}) {
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
      style={{ transform: `translateY(${top}px)`, gridTemplateColumns: template }}
      onClick={(event) => onPick(row, event.shiftKey)}
      onDoubleClick={onZoom}
    >
      {columns.map((column) => {
        const text = cellText(rows, row, column, sampleType);
        return (
          // biome-ignore lint/a11y/useSemanticElements: as above.
          // biome-ignore lint/a11y/useFocusableInteractive: as above.
          <div
            key={column}
            role="gridcell"
            title={cellTitle(rows, row, column, sampleType)}
            data-column={column}
            data-text={columnTraits[column].isText || undefined}
          >
            {column === 'name' && <GoNameText name={text} />}
            {column === 'file' && <FileText place={text} />}
            {columnTraits[column].isText !== true && text}
          </div>
        );
      })}
    </div>
  );
});
