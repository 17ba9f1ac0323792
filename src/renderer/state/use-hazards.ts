import type { Base, Hazard } from '../../bridge/comparison-api.ts';
import type { View } from '../../bridge/engine-api.ts';
import { useViewAnswer } from './use-view-answer.ts';

/** What to know before trusting a comparison, the gravest first; null at first, then as it was until it is known anew. */
export function useHazards(view: View): readonly Hazard[] | null {
  return useViewAnswer('hazards', askedOf(view))?.answer ?? null;
}

const askedFor = new WeakMap<Base, View>();

/**
 * The view to ask about: how functions are told apart, ordered and focused changes nothing of what is to be
 * known, so that the engine need not read all samples again.
 */
function askedOf(view: View): View {
  if (view.base === null) return view;
  const known = askedFor.get(view.base);
  if (known?.profile === view.profile && known.sampleType === view.sampleType) return known;
  const asked: View = {
    ...view,
    granularity: 'functions',
    inlines: true,
    order: 'weight',
    focus: null,
  };
  askedFor.set(view.base, asked);
  return asked;
}
