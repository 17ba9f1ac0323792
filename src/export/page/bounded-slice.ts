import type { View } from '../../bridge/engine-api.ts';
import type { FlameSlice } from '../../core/layout/flame-slice.ts';
import type { ExportTools } from '../tools.ts';

/** How many boxes a page has at most: with these it opens, and answers a click, within a third of a second. */
const MOST_BOXES = 1400;
/** Boxes of a smaller share are not seen, and a profile of a million samples has too many of them to look through. */
const LEAST_SHARE = 0.0001;
/** Deepest calls shown; Go cuts heap stacks at 128 frames. */
export const MOST_LEVELS = 256;

/** The graph of a page. */
export interface BoundedSlice {
  readonly slice: FlameSlice;
  /** The share of the whole under which boxes are merged: the wanted one or a larger one. */
  readonly leastShare: number;
}

/**
 * The boxes of a view that have at least a share of the whole, the others being merged; with few enough
 * boxes that a page of them opens at once, for which the share is raised if need be, by steps that can be read.
 */
export async function boundedSlice(
  view: View,
  wantedShare: number,
  { ask }: Pick<ExportTools, 'ask'>,
): Promise<BoundedSlice> {
  const sliceFrom = (minWeight: number, x1: number) =>
    ask('slice', { view, window: { x0: 0, x1, minWeight }, side: null });
  const root = await sliceFrom(Number.MAX_VALUE, 0);
  const whole = root.weight[0] ?? 0;
  let leastShare = Math.max(LEAST_SHARE, wantedShare || 0);
  for (;;) {
    const slice = await sliceFrom(leastShare * whole, Number.POSITIVE_INFINITY);
    if (countShown(slice) <= MOST_BOXES || leastShare >= 1) return { slice, leastShare };
    leastShare = nextShare(leastShare);
  }
}

function countShown({ depth }: FlameSlice): number {
  return depth.reduce((count, level) => count + (level < MOST_LEVELS ? 1 : 0), 0);
}

/** The next larger one of these times powers of ten. */
const STEPS = [1.5, 2, 3, 5, 7, 10];

function nextShare(share: number): number {
  const power = 10 ** Math.floor(Math.log10(share * (1 + 1e-9)));
  const step = STEPS.find((factor) => factor * power > share * (1 + 1e-9)) ?? 10;
  // Written and read again, so that it is 0.002 and not 0.0020000000000000005.
  return Math.min(1, Number((step * power).toPrecision(3)));
}
