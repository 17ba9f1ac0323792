import { type ChangeState, functionState } from '../../units/change-state.ts';
import type { FrameTable } from '../frames.ts';
import type { FrameSums } from '../top.ts';
import { compareText } from '../top.ts';

export type DifferenceColumn =
  | 'name'
  | 'flatBefore'
  | 'flatAfter'
  | 'flatDelta'
  | 'cumBefore'
  | 'cumAfter'
  | 'cumDelta'
  | 'flatRatio'
  | 'cumRatio'
  | 'state'
  | 'confidence';

export interface DifferenceSort {
  readonly column: DifferenceColumn;
  readonly descending: boolean;
  /** Whether changes go by their size, as pprof's, or by their sign: largest fall to largest rise. */
  readonly bySize: boolean;
}

/** What the table of a comparison is sorted by besides names; columns by frame. */
export interface DifferenceColumns {
  readonly before: FrameSums;
  readonly after: FrameSums;
  /** What the values of each side are multiplied with to be shown. */
  readonly scaleBefore: number;
  readonly scaleAfter: number;
  /** How likely sampling alone makes the change of the flat value, after control of false discoveries; null if unknown. */
  readonly qValue: Float64Array | null;
}

/**
 * The order of the table of a comparison under one of its columns. Ties go by the size of the change of
 * the flat value, then of the cum value, then by name, whichever the direction: pprof's order for
 * differences (`Nodes.Sort` in internal/graph/graph.go).
 */
export function differenceOrder(
  sort: DifferenceSort,
  frames: FrameTable,
  columns: DifferenceColumns,
): (a: number, b: number) => number {
  // Worked out once for each frame rather than at each comparison, of which there are far more.
  const flatChange = sizesOf(deltaOf(columns, 'flat'), frames);
  const cumChange = sizesOf(deltaOf(columns, 'cum'), frames);
  const ascending = ascendingOrder(sort, frames, columns);
  const direction = sort.descending ? -1 : 1;
  return (a, b) =>
    direction * ascending(a, b) ||
    flatChange[b] - flatChange[a] ||
    compareText(frames.name[a], frames.name[b]) ||
    cumChange[b] - cumChange[a] ||
    a - b;
}

function sizesOf(change: (frame: number) => number, { length }: FrameTable): Float64Array {
  return columnOf((frame) => Math.abs(change(frame)), length);
}

function columnOf(keyOf: (frame: number) => number, length: number): Float64Array {
  const column = new Float64Array(length);
  for (let frame = 0; frame < length; frame++) column[frame] = keyOf(frame);
  return column;
}

/** The change of a frame's value, as shown. */
function deltaOf(
  { before, after, scaleBefore, scaleAfter }: DifferenceColumns,
  value: 'flat' | 'cum',
): (frame: number) => number {
  const [was, is] = [before[value], after[value]];
  return (frame) => is[frame] * scaleAfter - was[frame] * scaleBefore;
}

function ascendingOrder(
  { column, bySize }: DifferenceSort,
  frames: FrameTable,
  columns: DifferenceColumns,
): (a: number, b: number) => number {
  const { before, after, scaleBefore, scaleAfter, qValue } = columns;
  const sized = bySize ? Math.abs : (value: number) => value;
  const by = (keyOf: (frame: number) => number) => {
    const key = columnOf(keyOf, frames.length);
    return (a: number, b: number) => compare(key[a], key[b]);
  };
  switch (column) {
    case 'name':
      return (a, b) => compareText(frames.name[a], frames.name[b]);
    case 'flatBefore':
      return by((frame) => Math.abs(before.flat[frame]));
    case 'flatAfter':
      return by((frame) => Math.abs(after.flat[frame]));
    case 'cumBefore':
      return by((frame) => Math.abs(before.cum[frame]));
    case 'cumAfter':
      return by((frame) => Math.abs(after.cum[frame]));
    case 'flatDelta':
    case 'cumDelta': {
      const delta = deltaOf(columns, column === 'flatDelta' ? 'flat' : 'cum');
      return by((frame) => sized(delta(frame)));
    }
    case 'flatRatio':
    case 'cumRatio': {
      const value = column === 'flatRatio' ? 'flat' : 'cum';
      return by((frame) =>
        ratio(before[value][frame] * scaleBefore, after[value][frame] * scaleAfter),
      );
    }
    case 'state':
      return by((frame) =>
        STATES.indexOf(
          functionState({
            flatBefore: before.flat[frame] * scaleBefore,
            flatAfter: after.flat[frame] * scaleAfter,
            cumBefore: before.cum[frame] * scaleBefore,
            cumAfter: after.cum[frame] * scaleAfter,
          }).state,
        ),
      );
    case 'confidence':
      return by((frame) => qValue?.[frame] ?? 1);
  }
}

const STATES: readonly ChangeState[] = ['removed', 'shrank', 'same', 'grew', 'added'];

/** After as a part of before; what was added is larger than any, and nothing to nothing is no change. */
function ratio(before: number, after: number): number {
  if (before === 0) return after === 0 ? 1 : Number.POSITIVE_INFINITY;
  return after / before;
}

/** Also of infinities, whose difference is none. */
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
