import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from 'react';
import { type ListingColumn, listingText } from '../../../words/source/listing-columns.ts';
import { attempt } from '../../state/actions.ts';
import { useApp } from '../../state/use-app.ts';
import { copyText } from '../parts/copy-text.ts';
import { isInRange, movedRow, type RowRange, scrolledTo } from '../table/row-range.ts';
import type { LineNotes } from './line-notes.ts';
import { ListingRow } from './listing-row.tsx';
import type { RowWeights, SourceRows } from './source-rows.ts';
import type { SourceText } from './source-side.ts';

const LINE_HEIGHT = 20;

/** What is listed. */
export interface Listed {
  readonly rows: SourceRows;
  readonly weights: RowWeights;
  /** Of each side; null where it is not there. */
  readonly texts: readonly (SourceText | null)[];
  readonly notes: readonly LineNotes[];
  readonly columns: readonly ListingColumn[];
}

/** What can be done with a listing from outside. */
export interface ListingHandle {
  /** Goes to the heaviest row, or from there to the next heaviest. */
  goToHeaviest(): void;
}

/** Lines of source beside their values: walked with the keyboard, drawn where they are seen. */
export function Listing({
  listed,
  startAt,
  onOpen,
  ref,
}: {
  readonly listed: Listed;
  /** Row that is looked at first. */
  readonly startAt: number;
  /** Opens a row's line in the editor. */
  readonly onOpen: (row: number) => void;
  readonly ref: Ref<ListingHandle>;
}) {
  const app = useApp();
  const { rows, weights, columns } = listed;
  const scroller = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState<RowRange>({ anchor: startAt, cursor: startAt });
  const { cursor } = range;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    paddingStart: LINE_HEIGHT,
    overscan: 12,
    initialOffset: Math.max(0, (startAt - ROWS_ABOVE) * LINE_HEIGHT),
  });
  const items = virtualizer.getVirtualItems();

  const go = (row: number, extend: boolean, isStep: boolean) => {
    setRange(({ anchor }) => ({ anchor: extend ? anchor : row, cursor: row }));
    const height = (virtualizer.scrollRect?.height ?? 0) - LINE_HEIGHT;
    const seen = { from: virtualizer.scrollOffset ?? 0, height };
    scroller.current?.scrollTo({ top: scrolledTo(row, LINE_HEIGHT, seen, isStep) });
  };
  const goToHeaviest = () => {
    const { heaviest } = weights;
    const next = heaviest[heaviest.indexOf(cursor) + 1] ?? heaviest[0];
    if (next !== undefined) go(next, false, false);
  };
  useImperativeHandle(ref, () => ({ goToHeaviest }));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor((virtualizer.scrollRect?.height ?? 0) / LINE_HEIGHT) - 2);
    const row = isCommand ? null : movedRow(event.key, cursor, rows.length, page);
    if (row !== null) go(row, event.shiftKey, true);
    else if (isCommand && event.key === 'a') setRange({ anchor: 0, cursor: rows.length - 1 });
    else if (isCommand && event.key === 'c') void attempt(app, copyText(textOf(listed, range)));
    else if (!isCommand && event.key.toLowerCase() === 'h') goToHeaviest();
    else if (!isCommand && event.key === 'Enter') onOpen(cursor);
    else return;
    event.preventDefault();
  };

  const lineOf = (row: number, side: number) => rows.line[side]?.[row] ?? -1;
  const isPair = listed.texts.every((text) => text !== null) && listed.texts.length === 2;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot have rows that are not drawn.
    <div
      ref={scroller}
      className="source-listing"
      role="grid"
      tabIndex={0}
      aria-label="Source lines"
      data-compared={isPair || undefined}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={
        items.some(({ index }) => index === cursor) ? `source-row-${cursor}` : undefined
      }
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus. */}
      <div className="source-heading" role="row" aria-rowindex={1}>
        <div className="source-numbers" role="presentation">
          {columns.map(({ id, kind, title, meaning }) => (
            // biome-ignore lint/a11y/useSemanticElements: as above.
            // biome-ignore lint/a11y/useFocusableInteractive: as above.
            <div key={id} role="columnheader" data-kind={kind} title={meaning}>
              {title}
            </div>
          ))}
          <span className="source-sign" role="presentation" />
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: as above. */}
        <div className="source-code" role="columnheader">
          source
        </div>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      <div
        role="rowgroup"
        style={{
          height: virtualizer.getTotalSize() - LINE_HEIGHT,
          minWidth: `calc(${longestLine(listed)}ch + ${columns.length * COLUMN_WIDTH}px)`,
        }}
      >
        {items.map(({ index: row, start }) => {
          const side = listed.texts.length - 1;
          const shownSide = lineOf(row, side) > 0 ? side : 0;
          const text = listed.texts[shownSide] ?? null;
          const line = lineOf(row, shownSide);
          if (text === null) return null;
          const isBoth = !isPair || (lineOf(row, 0) > 0 && lineOf(row, 1) > 0);
          return (
            <ListingRow
              key={row}
              columns={columns}
              row={row}
              top={start - LINE_HEIGHT}
              text={text}
              line={line}
              heat={weights.most === 0 ? 0 : (weights.weight[row] ?? 0) / weights.most}
              state={isBoth ? 'both' : shownSide === 0 ? 'removed' : 'added'}
              isOwn={text.range === null || (line >= text.range.first && line <= text.range.last)}
              isSelected={isInRange(range, row)}
              isCursor={row === cursor}
              notes={listed.notes[shownSide]?.get(line) ?? NO_NOTES}
              onPick={(picked, extend) => go(picked, extend, true)}
            />
          );
        })}
      </div>
    </div>
  );
}

const NO_NOTES: never[] = [];

/** At most, with what stands around them. */
const COLUMN_WIDTH = 90;

/** How much of what stands before a row is seen as well when it is looked at first. */
const ROWS_ABOVE = 8;

/** Rows that are set in px cannot be wider than this many characters without harm. */
const WIDEST = 2_100;

const widths = new WeakMap<SourceText, number>();

/** Characters of most of what is said of a line. */
const NOTE_WIDTH = 70;

/** Characters of the longest line, tabs as wide as they are set, with what is said of lines. */
function longestLine({ texts, notes }: Listed): number {
  const own = texts.reduce((most, text) => {
    if (text === null) return most;
    const known =
      widths.get(text) ??
      text.lines.reduce((longest, line) => {
        if (line.length + 4 <= longest) return longest;
        let tabs = 0;
        for (let at = 0; line.charCodeAt(at) === 9; at++) tabs++;
        return Math.max(longest, line.length + 3 * tabs);
      }, 0);
    widths.set(text, known);
    return Math.min(WIDEST, Math.max(most, known));
  }, 0);
  return notes.some((of) => of.size > 0) ? own + NOTE_WIDTH : own;
}

function textOf({ columns, rows, texts }: Listed, { anchor, cursor }: RowRange): string {
  const sourceOf = (row: number) => {
    for (let side = texts.length - 1; side >= 0; side--) {
      const line = rows.line[side]?.[row] ?? -1;
      if (line > 0) return texts[side]?.lines[line - 1] ?? '';
    }
    return '';
  };
  return listingText(columns, sourceOf, Math.min(anchor, cursor), Math.max(anchor, cursor) + 1);
}
