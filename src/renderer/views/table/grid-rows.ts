import type { ReactNode } from 'react';
import type { View } from '../../../bridge/engine-api.ts';
import type { RowRange } from './row-range.ts';

/** Rows of functions, as far as the grid knows them. */
export interface GridRows {
  readonly view: View;
  readonly length: number;
  /** The frame of each row. */
  readonly frame: Int32Array;
  /** The row of each frame; -1 for frames that have none. */
  readonly rowOf: Int32Array;
  /** Rows before the filter. */
  readonly rowCount: number;
}

/** The row of each of `count` frames; -1 for frames that have none. */
export function rowsOfFrames(frame: Int32Array, count: number): Int32Array {
  const rowOf = new Int32Array(count).fill(-1);
  for (let row = 0; row < frame.length; row++) rowOf[frame[row] ?? 0] = row;
  return rowOf;
}

/** What stands in the cells, and what they say in full when they are pointed at. */
export interface GridCells<C extends string> {
  readonly content: (row: number, column: C) => ReactNode;
  readonly title: (row: number, column: C) => string;
  /** What sets a row apart from most others, for its looks. */
  readonly kind?: (row: number) => string | undefined;
  /** What stands in a row that is one cell, such as a heading of those below it; null for other rows. */
  readonly whole?: (row: number) => ReactNode | null;
}

/** Which rows are selected, and what keys and pointers do with rows. */
export interface RowSelection {
  /** The row that the keyboard is on; -1 for none. */
  readonly cursor: number;
  readonly range: RowRange | null;
  /** Selects a row, or with `extend` all rows from the last one to it. */
  readonly pick: (row: number, extend: boolean) => void;
  readonly selectAll: () => void;
  /** Copies the selected rows. */
  readonly copy: () => void;
  /** Goes into the selected row, if there is a way. */
  readonly zoom: () => void;
}

/** What the rows are sorted by. */
export interface GridSort<C extends string> {
  readonly column: C;
  readonly descending: boolean;
}

/** The rows [from, to) as tab-separated values with a heading. */
export type RowsAsTsv = (from: number, to: number) => Promise<string>;
