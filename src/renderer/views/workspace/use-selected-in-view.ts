import { useEffect, useEffectEvent, useRef } from 'react';
import type { BoxPlace } from '../../../bridge/tree-api.ts';
import type { Selection } from '../../state/views.ts';

/** Brings a box into view, as little or as much as needed to see it. */
export interface PlaceShower {
  reveal(place: BoxPlace): void;
  show(place: BoxPlace): void;
}

/**
 * Brings what was selected elsewhere into view of a graph. What the graph selected is in view, and what stayed
 * selected is where it was; `isBack` is true for a graph that is come back to, to be looked at as it was left.
 */
export function useSelectedInView(
  selection: Selection | null,
  isGraph: boolean,
  isBack: boolean,
  graph: () => PlaceShower | null,
): void {
  const place = selection?.place ?? null;
  const isInView = selection?.origin === 'graph' || selection?.origin === 'view';
  const leftSelected = useRef(isBack ? place : null);
  const reveal = useEffectEvent((at: BoxPlace) => graph()?.reveal(at));
  useEffect(() => {
    if (place === leftSelected.current) return;
    leftSelected.current = null;
    if (place !== null && !isInView) reveal(place);
  }, [place, isInView]);
  const showSelected = useEffectEvent(() => {
    if (place !== null && place !== leftSelected.current) graph()?.show(place);
  });
  useEffect(() => {
    if (isGraph) showSelected();
  }, [isGraph]);
}
