import { useCallback, useRef, useState } from 'react';
import type { BoxPlace } from '../../../bridge/tree-api.ts';
import { attempt } from '../../state/actions.ts';
import { selectFrame } from '../../state/select-frame.ts';
import { subjectOf } from '../../state/subject.ts';
import { useApp } from '../../state/use-app.ts';
import type { Selection } from '../../state/views.ts';
import { copyRows } from './copy-rows.ts';
import type { GridRows, RowSelection, RowsAsTsv } from './grid-rows.ts';
import type { RowRange } from './row-range.ts';

/** Selection in a grid of functions. The cursor is the page's selection, which a double click zooms to. */
export function useFrameSelection(
  rows: GridRows,
  asTsv: RowsAsTsv,
  cursor: number,
  zoomTo: (place: BoxPlace) => void,
): RowSelection {
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

  const copy = () => {
    if (range !== null) void attempt(app, copyRows(range, asTsv));
  };
  return { cursor, range, pick, selectAll: () => setAnchor('all'), copy, zoom };
}

function rangeOf(rows: GridRows, anchor: number | 'all' | null, cursor: number): RowRange | null {
  if (anchor === 'all') return rows.length === 0 ? null : { anchor: 0, cursor: rows.length - 1 };
  if (cursor < 0) return null;
  const from = anchor === null ? cursor : (rows.rowOf[anchor] ?? -1);
  return { anchor: from < 0 ? cursor : from, cursor };
}
