import type { FrameTable } from './frames.ts';
import { compareText, type FrameSums } from './top.ts';

export type TopColumn = 'name' | 'flat' | 'cum' | 'file' | 'package' | 'average';

export interface TopSort {
  readonly column: TopColumn;
  readonly descending: boolean;
}

/** What the table is sorted by besides names and files. */
export interface TopColumns extends FrameSums {
  /** For each frame the import path of its package. */
  readonly packageOf: (frame: number) => string;
  /** For each frame the average size of what it allocates itself; null where sizes are unknown. */
  readonly average: Float64Array | null;
}

/**
 * The order of the table under one of its columns; values by magnitude, so that large decreases stand
 * with the large increases. Ties go as in pprof's table, whichever the direction: heaviest flat value
 * first, then by name, then heaviest cum value.
 */
export function topOrder(
  sort: TopSort,
  frames: FrameTable,
  columns: TopColumns,
): (a: number, b: number) => number {
  const { flat, cum } = columns;
  const ascending = ascendingOrder(sort.column, frames, columns);
  const direction = sort.descending ? -1 : 1;
  return (a, b) =>
    direction * ascending(a, b) ||
    Math.abs(flat[b]) - Math.abs(flat[a]) ||
    compareText(frames.name[a], frames.name[b]) ||
    Math.abs(cum[b]) - Math.abs(cum[a]) ||
    a - b;
}

function ascendingOrder(
  column: TopColumn,
  frames: FrameTable,
  { flat, cum, packageOf, average }: TopColumns,
): (a: number, b: number) => number {
  switch (column) {
    case 'name':
      return (a, b) => compareText(frames.name[a], frames.name[b]);
    case 'file':
      return (a, b) =>
        compareText(frames.file[a], frames.file[b]) || frames.line[a] - frames.line[b];
    case 'package':
      return (a, b) => compareText(packageOf(a), packageOf(b));
    case 'flat':
      return byMagnitude(flat);
    case 'cum':
      return byMagnitude(cum);
    case 'average':
      return average === null ? () => 0 : byMagnitude(average);
  }
}

function byMagnitude(values: Float64Array): (a: number, b: number) => number {
  return (a, b) => Math.abs(values[a]) - Math.abs(values[b]);
}
