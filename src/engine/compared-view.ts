import type { SampleTypePair, SideName } from '../bridge/comparison-api.ts';
import type { View } from '../bridge/engine-api.ts';
import type { FramesOf } from '../bridge/frames-api.ts';

/** The base of a view that has one. */
export function baseOf<B>({ base }: { readonly base: B | null }): B {
  if (base === null) throw new Error('This question is about a comparison.');
  return base;
}

/** The view of another quantity that both sides measured. */
export function viewOfPair(view: View, pair: SampleTypePair): View {
  return {
    ...view,
    sampleType: pair.after,
    base: { ...baseOf(view), sampleType: pair.before },
  };
}

/** The index of a view's quantity among the sample types of a side. */
export function sampleTypeOf(view: View, side: SideName): number {
  return side === 'before' ? baseOf(view).sampleType : view.sampleType;
}

/** Whether the values after are scaled to the total of those before. */
export function isNormalised(view: View): boolean {
  return baseOf(view).fairness.kind === 'sameTotal';
}

/** A text that is equal for views with the same joined frames. */
export function framesKey({ granularity, inlines, base }: FramesOf): string {
  return `${granularity} ${inlines} ${JSON.stringify(base?.rules)}`;
}

/** A text that is equal for views of the same sample types. */
export function sampleTypesKey(view: View): string {
  return `${baseOf(view).sampleType} ${view.sampleType}`;
}

/** A text that is equal for views that compare the same values of samples. */
export function valuesKey(view: View): string {
  return `${sampleTypesKey(view)} ${isNormalised(view)}`;
}
