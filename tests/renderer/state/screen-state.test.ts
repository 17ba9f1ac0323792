import { beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../../src/bridge/engine-api.ts';
import type { ScreenState } from '../../../src/bridge/screen-state.ts';
import { divide } from '../../../src/renderer/state/comparing.ts';
import { compare, showProfile } from '../../../src/renderer/state/profiles.ts';
import { changeLook } from '../../../src/renderer/state/screen.ts';
import {
  keepScreens,
  mirroredState,
  screenStateOf,
  showScreenState,
} from '../../../src/renderer/state/screen-state.ts';
import { changeTable } from '../../../src/renderer/state/tables.ts';
import { changeView } from '../../../src/renderer/state/views.ts';
import { rememberedZoom, rememberZoom } from '../../../src/renderer/state/zooms.ts';
import { comparedState } from '../../helpers/screen-states.ts';
import { settle, startPage, stubPage } from '../../helpers/start-page.ts';

beforeEach(stubPage);

const ofPair = { profile: 2, base: 1 };

/** A page that compares 1 and 2. */
async function comparing() {
  const page = startPage(1, 2);
  compare(page.app.profiles, { before: 1, after: 2 });
  await settle();
  const view = () => page.app.views.getState()['1>2']?.view as View;
  return { ...page, view };
}

/** Nothing is selected, since the host of these tests has no functions. */
const chosen: ScreenState = { ...comparedState, selected: null };

describe('what is looked at', () => {
  it('is taken from the stores and put back as it was, by way of JSON', async () => {
    const { app } = await comparing();
    expect(showScreenState(app, ofPair, JSON.parse(JSON.stringify(chosen)))).toBe(true);
    expect(screenStateOf(app, '1>2')).toEqual(chosen);
    expect(app.comparisons.getState()['1>2']?.per).toBe('request');
  });

  it('holds all that was chosen', async () => {
    const { app, view } = await comparing();
    const base = view().base as NonNullable<View['base']>;
    const { rules } = chosen.comparison as NonNullable<ScreenState['comparison']>;
    changeView(app.views, view(), { granularity: 'lines', inlines: false, order: 'name' });
    changeView(app.views, view(), { focus: chosen.focus, base: { ...base, rules } });
    divide(app, view(), { word: 'request', before: 10, after: 20 });
    changeLook(app.screen, chosen.comparison?.look ?? {});
    app.screen.setState({ display: 'tree' });
    changeTable(app.tables, '1>2', chosen.table);
    rememberZoom(app.zooms, view(), { weightX0: 1, weightX1: 4, scroll: 19 }, 'before');
    expect(screenStateOf(app, '1>2')).toEqual(chosen);
  });

  it('is not shown of profiles that did not measure it', async () => {
    const { app, view } = await comparing();
    const before = view();
    const other = { ...chosen, sampleType: { type: 'cpu', unit: 'nanoseconds' } };
    expect(showScreenState(app, ofPair, other)).toBe(false);
    expect(view()).toBe(before);
  });

  it('has each profile keep its own where sides are swapped; rules that rename read one way', () => {
    const swapped = mirroredState(chosen);
    expect(swapped.focus).toEqual({ kind: 'frame', name: 'main.old', nameBefore: 'main.new' });
    expect(swapped.zooms).toEqual({ after: chosen.zooms.before });
    expect(swapped.comparison).toMatchObject({
      rules: { tolerant: false, renames: [] },
      fairness: { kind: 'per', before: 20, after: 10 },
      divisors: { word: 'request', before: 20, after: 10 },
    });
    expect(mirroredState(swapped, chosen.comparison?.rules.renames)).toEqual(chosen);
  });
});

describe('a page that starts again', () => {
  it('looks at a profile and at a comparison as the host kept them', async () => {
    const { app } = startPage(1, 2);
    const alone = { ...chosen, comparison: null, zooms: {} };
    const sampleType = { type: 'alloc_objects', unit: 'count' };
    app.kept.set('1', { profile: 1, base: null, state: { ...alone, sampleType } });
    app.kept.set('1>2', { ...ofPair, state: chosen });
    compare(app.profiles, { before: 1, after: 2 });
    keepScreens(app);
    await settle();
    expect(screenStateOf(app, '1>2')).toEqual(chosen);
    expect(app.views.getState()['1']?.view).toMatchObject({ granularity: 'lines', order: 'name' });
    const view = app.views.getState()['1>2']?.view as View;
    expect(rememberedZoom(app.zooms, view, 'before')).toEqual(chosen.zooms.before);
  });

  it('had the host told of each change of what is on screen, once', async () => {
    const { app, requests, view } = await comparing();
    keepScreens(app);
    const kept = () =>
      requests.flatMap(([method, params]) => (method === 'keepScreen' ? [params] : []));
    changeView(app.views, view(), { granularity: 'lines' });
    changeView(app.views, view(), { inlines: false });
    await settle();
    changeLook(app.screen, {});
    await settle();
    expect(kept()).toMatchObject([
      { profile: 2, base: 1, state: { granularity: 'lines', inlines: false } },
    ]);
    showProfile(app.profiles, 1);
    await settle();
    expect(kept()).toMatchObject([{ base: 1 }, { profile: 1, base: null }]);
  });

  it('looks at a pair that was compared the other way round as that was looked at', async () => {
    const { app } = startPage(1, 2);
    app.kept.set('2>1', { profile: 1, base: 2, state: mirroredState(chosen) });
    compare(app.profiles, { before: 1, after: 2 });
    await settle();
    expect(app.views.getState()['1>2']?.view).toMatchObject({
      focus: chosen.focus,
      base: { fairness: { kind: 'per', before: 10, after: 20 } },
    });
  });
});
