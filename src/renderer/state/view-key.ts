import type { View } from '../../bridge/engine-api.ts';

/** Equal for views that show the same tree, and for no others. */
export function viewKey(view: View, engineLife: number): string {
  const { profile, sampleType, granularity, inlines, order, focus, base } = view;
  return JSON.stringify([
    profile,
    sampleType,
    granularity,
    inlines,
    order,
    focus,
    base,
    engineLife,
  ]);
}
