import type { View } from '../../src/bridge/engine-api.ts';

/** The view of the first profile with nothing chosen: functions by their weight, as the page takes it first. */
export const wholeView: View = {
  profile: 1,
  sampleType: 0,
  granularity: 'functions',
  inlines: true,
  order: 'weight',
  focus: null,
  base: null,
};

/** The view of the second profile compared with the first one. */
export const comparedView: View = {
  ...wholeView,
  profile: 2,
  base: {
    profile: 1,
    sampleType: 0,
    rules: { tolerant: true, renames: [] },
    fairness: { kind: 'asMeasured' },
  },
};

/** The same of another profile. */
export function viewOf(profile: number): View {
  return { ...wholeView, profile };
}
