import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import type { BoxPlace } from '../../../bridge/engine-api.ts';
import { attempt } from '../../state/actions.ts';
import { selectFrame } from '../../state/select-frame.ts';
import { subjectOf } from '../../state/subject.ts';
import { useApp } from '../../state/use-app.ts';
import type { Selection } from '../../state/views.ts';
import { copyText } from '../parts/copy-text.ts';
import type { GridRows, RowsAsTsv } from './grid-rows.ts';
import { movedRow, type RowRange } from './row-range.ts';

/** What the grid does with rows that are selected, and with the keys that select them. */
export interface GridKeys {
  readonly range: RowRange | null;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Selects a row, or with `extend` all rows from the last one to it. */
  readonly pick: (row: number, extend: boolean) => void;
  /** Zooms the flame graph to the widest box of the selected function. */
  readonly zoom: () => void;
}

/** Selection and keyboard of the grid. The cursor is the page's selection; `page` is in rows. */
export function useGridKeys(
  rows: GridRows,
  asTsv: RowsAsTsv,
  cursor: number,
  zoomTo: (place: BoxPlace) => void,
  page: () => number,
): GridKeys {
  const app = useApp();
  // By frame, so that another order or filter does not move it to another function.
  const [anchor, setAnchor] = useState<number | 'all' | null>(null);
  const range = rangeOf(rows, anchor, cursor);
  const { view, frame: frameOf } = rows;

  const pick = useCallback(
    (row: number, extend: boolean) => {
      const frame = frameOf[row];
      if (frame === undefined) return;
      const before = app.views.getState()[subjectOf(view)]?.selection?.frame ?? frame;
      setAnchor((known) => {
        if (!extend) return null;
        return typeof known === 'number' ? known : before;
      });
      void selectFrame(app, view, frame, 'table');
    },
    [app, view, frameOf],
  );

  // Rows are drawn again for another callback, so it stays the same.
  const newestZoomTo = useRef(zoomTo);
  newestZoomTo.current = zoomTo;
  const zoom = useCallback(() => {
    const zoomToSelected = (selected: Selection | null) => {
      if (selected?.place) newestZoomTo.current(selected.place);
    };
    const selected = app.views.getState()[subjectOf(view)]?.selection ?? null;
    if (selected === null || selected.place !== null) zoomToSelected(selected);
    else void selectFrame(app, view, selected.frame, 'table').then(zoomToSelected);
  }, [app, view]);

  const copy = async () => {
    if (range === null) return;
    const from = Math.min(range.anchor, range.cursor);
    await copyText(await asTsv(from, Math.max(range.anchor, range.cursor) + 1));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const row = isCommand ? null : movedRow(event.key, cursor, rows.length, page());
    if (row !== null) pick(row, event.shiftKey);
    else if (!isCommand && event.key === 'Enter') zoom();
    else if (isCommand && event.key === 'a') setAnchor('all');
    else if (isCommand && event.key === 'c' && range !== null) void attempt(app, copy());
    else return;
    event.preventDefault();
  };
  return { range, onKeyDown, pick, zoom };
}

function rangeOf(rows: GridRows, anchor: number | 'all' | null, cursor: number): RowRange | null {
  if (anchor === 'all') return rows.length === 0 ? null : { anchor: 0, cursor: rows.length - 1 };
  if (cursor < 0) return null;
  const from = anchor === null ? cursor : (rows.rowOf[anchor] ?? -1);
  return { anchor: from < 0 ? cursor : from, cursor };
}
