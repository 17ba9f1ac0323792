import { useEffect, useState } from 'react';
import { busy } from '../../idle.ts';

/** Rows that are drawn beyond those seen, on either side, so that scrolling does not come to blank ones. */
const WIDEST = 12;
/** How many rows the margin grows by on either side, from one frame of the screen to the next. */
const STEP = 2;

/** How many rows beyond those seen are drawn, and a way to begin anew with none. */
export interface Margin {
  readonly rows: number;
  readonly narrow: () => void;
}

/**
 * A margin that grows over some frames. To draw a row of the table takes a millisecond: all of a
 * margin at once, where the table jumps, would keep the page from answering for twice the time of a
 * frame.
 */
export function useMargin(): Margin {
  const [rows, setRows] = useState(0);
  useEffect(() => {
    if (rows >= WIDEST) return undefined;
    const done = busy();
    const frame = requestAnimationFrame(() => setRows(Math.min(WIDEST, rows + STEP)));
    return () => {
      cancelAnimationFrame(frame);
      done();
    };
  }, [rows]);
  const [narrow] = useState(() => () => setRows(0));
  return { rows, narrow };
}
