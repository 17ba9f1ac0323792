import type { FlameSlice } from './flame-slice.ts';
import type { Viewport } from './viewport.ts';

/** A side of a comparison, by its place in `FlameSlice.sides`. */
export type SideIndex = 0 | 1;

/** Whether a px is as much on both sides, or each side fills its width. */
export type LinkScale = 'shared' | 'own';

/** Which edge of a window a place is: where two boxes meet, the left edge is about the right one of them. */
export type WindowEdge = 'left' | 'right';

/** Places nearer than this part of the window cannot be told apart on screen. */
const SLACK = 1e-6;

/**
 * How much nearer at most than the leading graph the other one is looked at, as a part of the window that
 * would be even: what is not on the other side has no width there, and is shown amid what stands around it.
 */
const NEAREST = 1 / 16;

/**
 * What the other side of a comparison shows while a viewport shows one of its sides: the same boxes. The
 * slice is of the leading side. On a shared scale the window keeps its span, and begins where the leading
 * one does; otherwise both of its edges stand in the boxes in which those of the leading one do.
 */
export function linkedViewport(
  slice: FlameSlice,
  leading: SideIndex,
  viewport: Viewport,
  scale: LinkScale,
): Viewport {
  const { weightX0, weightX1, scroll } = viewport;
  const span = weightX1 - weightX0;
  const left = linkedX(slice, leading, weightX0, 'left', weightX1);
  if (scale === 'shared') return { weightX0: left, weightX1: left + span, scroll };
  const right = linkedX(slice, leading, weightX1, 'right', weightX0);
  const even = Math.min(1, wholeOf(slice, other(leading)) / wholeOf(slice, leading));
  const missing = span * even * NEAREST - (right - left);
  if (!(missing > 0)) return { weightX0: left, weightX1: right, scroll };
  return { weightX0: left - missing / 2, weightX1: right + missing / 2, scroll };
}

/**
 * Where a place of the leading side's graph stands on the other side: at the same part of the same box,
 * the deepest that holds it on both sides; between boxes, at the same part of the same gap. What the other
 * side does not have is a point of it. Never decreasing in `weightX`. `opposite` is the other edge of the
 * window, so that a window that begins or ends with a box does so on the other side too.
 */
export function linkedX(
  slice: FlameSlice,
  leading: SideIndex,
  weightX: number,
  edge: WindowEdge,
  opposite: number,
): number {
  const from = slice.sides[leading];
  const to = slice.sides[other(leading)];
  const slack = Math.abs(opposite - weightX) * SLACK;
  const whole = from.weight[0];
  // Beyond the graph both sides go on alike: they share their unit.
  if (weightX >= whole && edge === 'left') return to.weight[0] + weightX - whole;
  for (let row = 0; ; ) {
    const start = from.x[row];
    const end = start + from.weight[row];
    const isLeft = edge === 'left';
    if (isLeft && Math.abs(weightX - start) <= slack && end <= opposite + slack) return to.x[row];
    if (!isLeft && Math.abs(weightX - end) <= slack && start >= opposite - slack)
      return to.x[row] + to.weight[row];
    const step = stepDown(slice, leading, row, weightX, edge, slack);
    if (step.child < 0) return between(step, weightX, edge);
    row = step.child;
  }
}

/** The child of a row that holds a place, or else the gap that does, on both sides. */
interface StepDown {
  readonly child: number;
  readonly from0: number;
  readonly from1: number;
  readonly to0: number;
  readonly to1: number;
}

function stepDown(
  slice: FlameSlice,
  leading: SideIndex,
  row: number,
  weightX: number,
  edge: WindowEdge,
  slack: number,
): StepDown {
  const { subtreeEnd } = slice;
  const from = slice.sides[leading];
  const to = slice.sides[other(leading)];
  let from0 = from.x[row];
  let to0 = to.x[row];
  for (let child = row + 1; child < subtreeEnd[row]; child = subtreeEnd[child]) {
    const start = from.x[child];
    const end = start + from.weight[child];
    const isBeyond = edge === 'left' ? weightX >= end - slack : weightX > end + slack;
    if (!isBeyond) {
      const isInside = edge === 'left' ? weightX >= start - slack : weightX > start + slack;
      return { child: isInside ? child : -1, from0, from1: start, to0, to1: to.x[child] };
    }
    from0 = end;
    to0 = to.x[child] + to.weight[child];
  }
  const from1 = from.x[row] + from.weight[row];
  return { child: -1, from0, from1, to0, to1: to.x[row] + to.weight[row] };
}

function between({ from0, from1, to0, to1 }: StepDown, weightX: number, edge: WindowEdge): number {
  if (!(from1 > from0)) return edge === 'left' ? to1 : to0;
  const part = Math.min(1, Math.max(0, (weightX - from0) / (from1 - from0)));
  return to0 + part * (to1 - to0);
}

function wholeOf(slice: FlameSlice, side: SideIndex): number {
  return slice.sides[side].weight[0];
}

/** The side beside one. */
export function other(side: SideIndex): SideIndex {
  return side === 0 ? 1 : 0;
}
