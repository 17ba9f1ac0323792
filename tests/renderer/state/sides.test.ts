import { beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../../src/bridge/engine-api.ts';
import { showPair } from '../../../src/renderer/state/pairing.ts';
import { prepareAgain } from '../../../src/renderer/state/preparing.ts';
import {
  compare,
  endComparison,
  returnToComparison,
  showProfile,
} from '../../../src/renderer/state/profiles.ts';
import { replaceSide, swapSides } from '../../../src/renderer/state/sides.ts';
import { changeView } from '../../../src/renderer/state/views.ts';
import { settle, startPage, stubPage, summary } from '../../helpers/start-page.ts';

beforeEach(stubPage);

describe('a comparison', () => {
  it('is left for one profile, and come back to', () => {
    const { app, looked } = startPage(1, 2);
    showPair(app, { before: 1, after: 2, isOrdered: true });
    showProfile(app.profiles, 1);
    expect(looked()).toBe(1);
    returnToComparison(app.profiles);
    expect(looked()).toBe('1>2');
    endComparison(app.profiles);
    expect([looked(), app.profiles.getState().pair]).toEqual([2, null]);
  });

  it.each([
    [1, 2],
    [2, 1],
  ])('ends when %i is closed, and shows %i', (closed, left) => {
    const { app, tell, looked } = startPage(1, 3, 2);
    compare(app.profiles, { before: 1, after: 2 });
    tell('profileClosed', { profile: closed });
    expect(looked()).toBe(left);
    expect(app.profiles.getState().pair).toBeNull();
  });

  it('stays when a third profile is closed', () => {
    const { app, tell, looked } = startPage(1, 3, 2);
    compare(app.profiles, { before: 1, after: 2 });
    tell('profileClosed', { profile: 3 });
    expect(looked()).toBe('1>2');
  });

  it('needs two that are open', () => {
    const { app, looked } = startPage(1, 2);
    compare(app.profiles, { before: 2, after: 2 });
    compare(app.profiles, { before: 1, after: 9 });
    expect(looked()).toBe(2);
  });

  it('takes another profile on a side, or swaps them', () => {
    const { app, looked } = startPage(1, 2, 3);
    compare(app.profiles, { before: 1, after: 2 });
    replaceSide(app, 'before', 3);
    expect(looked()).toBe('3>2');
    replaceSide(app, 'before', 2);
    expect(looked()).toBe('2>3');
    replaceSide(app, 'before', 2);
    expect(looked()).toBe('2>3');
  });

  it('is kept by the host for the next start of the page', () => {
    const { app, requests } = startPage(1, 2);
    compare(app.profiles, { before: 1, after: 2 });
    swapSides(app);
    showProfile(app.profiles, 1);
    const kept = requests.filter(([method]) => method === 'keepPair').map(([, params]) => params);
    expect(kept).toEqual([
      { pair: { before: 1, after: 2 } },
      { pair: { before: 2, after: 1 } },
      { pair: null },
    ]);
  });

  it('is asked for again when the engine died of it', async () => {
    const { app, engine, tell, requests } = startPage(1, 2);
    engine.answer = () => Promise.reject(new Error('The engine stopped.'));
    compare(app.profiles, { before: 1, after: 2 });
    await settle();
    engine.answer = () => Promise.resolve(summary);
    tell('engineRestarted', { message: 'It was started again.' });
    await settle();
    expect(requests.filter(([method]) => method === 'comparison')).toHaveLength(2);
    expect(app.views.getState()['1>2']).toBeDefined();
  });

  it('that cannot be prepared says why, and is asked for again when the user wants it', async () => {
    const { app, engine, requests } = startPage(1, 2);
    engine.answer = () => Promise.reject(new Error('A rule is wrong.'));
    compare(app.profiles, { before: 1, after: 2 });
    await settle();
    expect(app.failures.getState()['1>2']?.sentence).toBe('A rule is wrong.');
    showProfile(app.profiles, 1);
    returnToComparison(app.profiles);
    await settle();
    expect(requests.filter(([method]) => method === 'comparison')).toHaveLength(1);
    engine.answer = () => Promise.resolve(summary);
    prepareAgain(app, '1>2');
    await settle();
    expect(app.failures.getState()).toEqual({});
    expect(app.views.getState()['1>2']).toBeDefined();
  });

  it('is forgotten when one of it is closed', async () => {
    const { app, tell } = startPage(1, 2);
    compare(app.profiles, { before: 1, after: 2 });
    await settle();
    expect(Object.keys(app.comparisons.getState())).toEqual(['1>2']);
    tell('profileClosed', { profile: 1 });
    expect(app.comparisons.getState()).toEqual({});
  });
});

describe('swapping', () => {
  it('asks nothing again, and looks at all else as before', async () => {
    const { app, requests } = startPage(1, 2);
    compare(app.profiles, { before: 1, after: 2 });
    await settle();
    const view = app.views.getState()['1>2']?.view as View;
    const base = view.base as NonNullable<View['base']>;
    changeView(app.views, view, {
      granularity: 'lines',
      focus: { kind: 'frame', name: 'new', nameBefore: 'old' },
      base: { ...base, fairness: { kind: 'per', before: 10, after: 20 } },
    });
    app.comparisons.setState(({ '1>2': known }) =>
      known === undefined
        ? {}
        : {
            '1>2': {
              ...known,
              per: 'request',
              divisors: { word: 'request', before: 10, after: 20 },
            },
          },
    );
    swapSides(app);
    await settle();
    expect(requests.filter(([method]) => method === 'comparison')).toHaveLength(1);
    expect(app.views.getState()['2>1']?.view).toMatchObject({
      profile: 1,
      sampleType: 1,
      granularity: 'lines',
      focus: { kind: 'frame', name: 'old', nameBefore: 'new' },
      base: { profile: 2, sampleType: 0, fairness: { kind: 'per', before: 20, after: 10 } },
    });
    expect(app.comparisons.getState()['2>1']).toMatchObject({
      per: 'request',
      divisors: { word: 'request', before: 20, after: 10 },
      summary: {
        sampleTypes: [{ before: 0, after: 1, beforeFactor: 1, afterFactor: 1000 }],
        before: [20],
        after: [10],
        suggestion: { isSwapped: false },
      },
    });
  });

  it('twice is as if nothing had happened', async () => {
    const { app } = startPage(1, 2);
    compare(app.profiles, { before: 1, after: 2 });
    await settle();
    const before = [app.views.getState()['1>2'], app.comparisons.getState()['1>2']];
    swapSides(app);
    swapSides(app);
    expect([app.views.getState()['1>2'], app.comparisons.getState()['1>2']]).toEqual(before);
  });
});
