import { expect, it } from 'vitest';
import type { ProfileSummary, View } from '../../../src/bridge/engine-api.ts';
import type { Hello } from '../../../src/bridge/host.ts';
import type { App } from '../../../src/renderer/state/app.ts';
import { createComparisons } from '../../../src/renderer/state/comparisons.ts';
import { createProfiles } from '../../../src/renderer/state/profiles.ts';
import { keepWhenSwapped } from '../../../src/renderer/state/swapped.ts';
import { createViews } from '../../../src/renderer/state/views.ts';

const summary = {
  sampleTypes: [],
  before: [],
  after: [],
  suggestion: { isSwapped: false, reason: '' },
};
const viewOf = (before: number, after: number, change: Partial<View> = {}): View => ({
  profile: after,
  sampleType: 0,
  granularity: 'functions',
  inlines: true,
  order: 'weight',
  focus: null,
  base: {
    profile: before,
    sampleType: 1,
    rules: { tolerant: true, renames: [] },
    fairness: { kind: 'per', before: 10, after: 20 },
  },
  ...change,
});

it('gives each profile its divisor when sides are swapped, once there is a view to give it to', () => {
  const opened = [{ id: 1 }, { id: 2 }] as unknown as ProfileSummary[];
  const hello = { profiles: opened, openings: [], recentFiles: [] } as unknown as Hello;
  const app = {
    profiles: createProfiles(hello),
    views: createViews(),
    comparisons: createComparisons(),
  };
  keepWhenSwapped(app as unknown as App);
  const divisors = { word: 'request', before: 10, after: 20 };
  app.comparisons.setState({ '1>2': { summary, per: 'request', divisors } });
  app.views.setState({
    '1>2': { view: viewOf(1, 2, { granularity: 'lines' }), selection: null },
  });
  app.profiles.setState({ pair: { before: 1, after: 2 }, isComparing: true });

  app.profiles.setState({ pair: { before: 2, after: 1 } });
  expect(app.views.getState()['2>1']).toBeUndefined();
  app.comparisons.setState({ '2>1': { summary, per: null, divisors: null } });
  app.views.setState({ '2>1': { view: viewOf(2, 1), selection: null } });

  expect(app.comparisons.getState()['2>1']).toEqual({
    summary,
    per: 'request',
    divisors: { word: 'request', before: 20, after: 10 },
  });
  const swapped = app.views.getState()['2>1']?.view;
  expect(swapped?.granularity).toBe('lines');
  expect([swapped?.sampleType, swapped?.base?.sampleType]).toEqual([1, 0]);
  expect(swapped?.base?.fairness).toEqual({ kind: 'per', before: 20, after: 10 });
});
