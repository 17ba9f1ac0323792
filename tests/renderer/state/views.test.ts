import { expect, it } from 'vitest';
import { defaults as settings } from '../../../src/backend/settings.ts';
import type { ProfileSummary } from '../../../src/bridge/engine-api.ts';
import { changeView, createViews, keepViews, select } from '../../../src/renderer/state/views.ts';

const sampleTypes = ['alloc_objects', 'alloc_space'].map((type) => ({ type, unit: 'count' }));
const profile = { id: 7, sampleTypes, firstSampleType: 0 } as unknown as ProfileSummary;
const selection = { frame: 3, node: 5, place: null, origin: 'graph' } as const;

function opened(choices: Record<string, string> = {}) {
  const views = createViews();
  keepViews(views, [profile], { ...settings, sampleTypeChoices: choices });
  return views;
}
const viewOf = (views: ReturnType<typeof opened>) => {
  const view = views.getState()['7']?.view;
  if (view === undefined) throw new Error('No view.');
  return view;
};

it('shows first what the engine proposes, or what was chosen among the same types before', () => {
  expect(viewOf(opened()).sampleType).toBe(0);
  expect(viewOf(opened({ 'alloc_objects alloc_space': 'alloc_space' })).sampleType).toBe(1);
  expect(viewOf(opened({ 'alloc_objects alloc_space': 'gone' })).sampleType).toBe(0);
});

it('keeps the selected function, and remembers which box it was, when the sample type is another', () => {
  const views = opened();
  const before = viewOf(views);
  select(views, before, selection);
  const kept = { ...selection, node: null, origin: 'view', was: { view: before, node: 5 } };
  changeView(views, { profile: 7, base: null }, { sampleType: 1 });
  expect(views.getState()['7']?.selection).toEqual(kept);
  changeView(views, { profile: 7, base: null }, { order: 'name' });
  expect(views.getState()['7']?.selection).toEqual(kept);
});

it('selects nothing any more when functions are told apart differently', () => {
  const views = opened();
  select(views, viewOf(views), selection);
  changeView(views, { profile: 7, base: null }, { granularity: 'lines' });
  expect(views.getState()['7']?.selection).toBeNull();
});

it('ignores what was picked in a view that has been left', () => {
  const views = opened();
  const left = viewOf(views);
  changeView(views, { profile: 7, base: null }, { inlines: false });
  select(views, left, selection);
  expect(views.getState()['7']?.selection).toBeNull();
});

it('forgets closed profiles and keeps the others as they are', () => {
  const views = opened();
  changeView(views, { profile: 7, base: null }, { order: 'name' });
  keepViews(views, [profile, { ...profile, id: 8 }], settings);
  expect(viewOf(views).order).toBe('name');
  keepViews(views, [], settings);
  expect(views.getState()).toEqual({});
});
