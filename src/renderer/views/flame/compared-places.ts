import type { BoxPlace } from '../../../bridge/tree-api.ts';
import type { FlameSlice } from '../../../core/layout/flame-slice.ts';
import type { LinkScale, SideIndex } from '../../../core/layout/linked-viewport.ts';

/** Where a box of a comparison stands in the graph of one side, or of both as one (null). */
export function placeOn(place: BoxPlace, side: SideIndex | null): BoxPlace {
  if (side === null) return placeInBoth(place);
  const { x = place.x, weight = place.weight } = place.sides[side] ?? {};
  return { ...place, x, weight };
}

/** Where a box stands in the graph of both sides as one: widths add up. One profile has its graph alone. */
function placeInBoth(place: BoxPlace): BoxPlace {
  if (place.sides.length === 0) return place;
  const sum = (name: 'x' | 'weight') => place.sides.reduce((total, side) => total + side[name], 0);
  return { ...place, x: sum('x'), weight: sum('weight') };
}

/** The weight that the whole width shows: on a shared scale that of the larger side. */
export function extentOf({ weight, sides }: FlameSlice, scale: LinkScale): number {
  const wholes = scale === 'shared' ? sides.map((side) => side.weight[0] ?? 0) : [];
  return Math.max(weight[0] ?? 0, ...wholes);
}

/** What to fill the width with for a box: on a shared scale as much as it takes on the side where it is wider. */
export function zoomedOn(place: BoxPlace, scale: LinkScale): BoxPlace {
  if (scale === 'own') return place;
  return { ...place, weight: Math.max(place.weight, ...place.sides.map(({ weight }) => weight)) };
}

/** What is said, before and after, of a box that is on the other side only. */
export const MISSING_WORDS = ['not yet', 'gone'] as const;
