import { type CSSProperties, memo } from 'react';
import type { ListingColumn } from '../../../words/source/listing-columns.ts';
import type { LineNote } from './line-notes.ts';
import { SourceCode } from './source-code.tsx';
import type { SourceText } from './source-side.ts';

/** A line of source with its values. */
export const ListingRow = memo(function ListingRow({
  columns,
  row,
  top,
  text,
  line,
  heat,
  state,
  isOwn,
  isSelected,
  isCursor,
  notes,
  onPick,
}: {
  readonly columns: readonly ListingColumn[];
  readonly row: number;
  /** Distance from the first row in px. */
  readonly top: number;
  readonly text: SourceText;
  /** In that text, 1-based. */
  readonly line: number;
  /** Signed part of the heaviest row's weight. */
  readonly heat: number;
  /** Whether only one of two texts has the line. */
  readonly state: 'both' | 'removed' | 'added';
  /** Whether it belongs to the function that is looked at. */
  readonly isOwn: boolean;
  readonly isSelected: boolean;
  readonly isCursor: boolean;
  readonly notes: readonly LineNote[];
  readonly onPick: (row: number, extend: boolean) => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a grid, see there.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names its active row.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys.
    <div
      id={`source-row-${row}`}
      className="source-row"
      role="row"
      aria-rowindex={row + 2}
      aria-selected={isSelected}
      data-cursor={isCursor || undefined}
      data-state={state === 'both' ? undefined : state}
      data-own={isOwn || undefined}
      data-heat={heat === 0 ? undefined : heat < 0 ? 'fall' : 'rise'}
      style={styleOf(top, heat)}
      onClick={(event) => onPick(row, event.shiftKey)}
    >
      <div className="source-numbers" role="presentation">
        {columns.map(({ id, kind, text: textOf, full, tone }) => (
          // biome-ignore lint/a11y/useSemanticElements: as above.
          // biome-ignore lint/a11y/useFocusableInteractive: as above.
          <div
            key={id}
            role="gridcell"
            data-kind={kind}
            data-tone={tone(row) ?? undefined}
            title={full(row) || undefined}
          >
            {textOf(row)}
          </div>
        ))}
        <span className="source-sign" role="presentation">
          {state === 'both' ? '' : state === 'removed' ? '−' : '+'}
        </span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above. */}
      <div className="source-code" role="gridcell">
        {state !== 'both' && (
          <span className="visually-hidden">
            {state === 'removed' ? 'only before: ' : 'only after: '}
          </span>
        )}
        <SourceCode text={text} line={line} />
        {notes.map((note) => (
          <span key={note.text} className="source-note">
            {note.text}
          </span>
        ))}
      </div>
    </div>
  );
});

const styleOf = (top: number, heat: number) =>
  ({
    transform: `translateY(${top}px)`,
    '--heat': `${Math.round(Math.abs(heat) * 100)}%`,
  }) as CSSProperties;
