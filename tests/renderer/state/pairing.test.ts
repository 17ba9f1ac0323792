import { beforeEach, describe, expect, it } from 'vitest';
import type { ComparisonSummary } from '../../../src/bridge/comparison-api.ts';
import { openForSide, openToCompare, openTogether } from '../../../src/renderer/state/pairing.ts';
import { compare } from '../../../src/renderer/state/profiles.ts';
import { settle, startPage, stubPage, summary } from '../../helpers/start-page.ts';

beforeEach(stubPage);

const file = (name: string) => ({ name, size: 1 });

describe('two files that are opened together', () => {
  it('are compared as their names and times suggest once both are open; until then all stays', async () => {
    const { app, finish, looked } = startPage(1);
    openTogether(app, [file('a'), file('b')]);
    await finish('b', 3);
    expect(looked()).toBe(1);
    await finish('a', 2);
    expect(looked()).toBe('3>2');
    expect(app.profiles.getState().guess).toBe('it was taken earlier');
  });

  it.each([
    ['fails', null],
    ['is not handed over', new Error('It is a folder.')],
  ])('leave the other one to look at when one %s', async (_, outcome) => {
    const { app, finish, looked, notices } = startPage(1);
    openTogether(app, [file('a'), file('b')]);
    await finish('a', outcome);
    expect(looked()).toBe(1);
    await finish('b', 3);
    expect(looked()).toBe(3);
    expect(notices()).toEqual(outcome === null ? [] : ['It is a folder.']);
    expect(app.profiles.getState().holds).toBe(0);
  });

  it('leave the other one when one is closed before they are compared', async () => {
    const { app, engine, finish, tell, looked } = startPage();
    let answer: (summary: ComparisonSummary) => void = () => {};
    engine.answer = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    openTogether(app, [file('a'), file('b')]);
    await finish('a', 1);
    await finish('b', 2);
    tell('profileClosed', { profile: 2 });
    answer(summary);
    await settle();
    expect(looked()).toBe(1);
  });

  it('leave the second when the engine cannot compare', async () => {
    const { app, engine, finish, looked, notices } = startPage();
    engine.answer = () => Promise.reject(new Error('The engine stopped.'));
    openTogether(app, [file('a'), file('b')]);
    await finish('a', 1);
    await finish('b', 2);
    expect(looked()).toBe(2);
    expect(notices()).toEqual(['The engine stopped.']);
  });

  it('are each for itself if they are three', async () => {
    const { app, finish, looked } = startPage();
    openTogether(app, [file('a'), file('b'), file('c')]);
    for (const [name, id] of Object.entries({ a: 1, b: 2, c: 3 })) await finish(name, id);
    expect(looked()).toBe(3);
  });
});

describe('two that the host opened together', () => {
  it('are compared in their order, without a glimpse of either', () => {
    const { app, opened, tell, looked } = startPage();
    opened(1, true);
    opened(2, true);
    expect(looked()).toBeNull();
    tell('openedTogether', { profiles: [1, 2], isOrdered: true });
    expect(looked()).toBe('1>2');
    expect(app.profiles.getState().guess).toBeNull();
  });

  it('leave the one that was opened', () => {
    const { opened, tell, looked } = startPage();
    opened(2, true);
    tell('openedTogether', { profiles: [2], isOrdered: true });
    expect(looked()).toBe(2);
  });
});

describe('a file for a side', () => {
  it.each([
    ['before', '2>1'],
    ['after', '1>2'],
  ] as const)('is compared as %s with what is on screen', async (side, expected) => {
    const { app, finish, looked } = startPage(1);
    openForSide(app, side, file('a'));
    await finish('a', 2);
    expect(looked()).toBe(expected);
    expect(app.profiles.getState().guess).toBeNull();
  });

  it('takes the place of a side that is compared', async () => {
    const { app, finish, looked } = startPage(1, 2);
    compare(app.profiles, { before: 1, after: 2 });
    openForSide(app, 'before', file('a'));
    await finish('a', 3);
    expect(looked()).toBe('3>2');
  });

  it('waits where nothing is open, is replaced by another one, and is compared with the next', async () => {
    const { app, finish, looked } = startPage();
    openForSide(app, 'after', file('a'));
    await finish('a', 1);
    expect(looked()).toBeNull();
    openForSide(app, 'after', file('b'));
    await finish('b', 2);
    expect(app.profiles.getState().half).toEqual({ side: 'after', profile: 2 });
    openForSide(app, 'before', file('c'));
    await finish('c', 3);
    expect(looked()).toBe('3>2');
    expect(app.profiles.getState().half).toBeNull();
  });

  it('is looked at alone when the other side is closed meanwhile', async () => {
    const { app, finish, tell, looked } = startPage(1);
    openForSide(app, 'before', file('a'));
    tell('profileClosed', { profile: 1 });
    await finish('a', 2);
    expect(looked()).toBe(2);
  });

  it('changes nothing when it fails', async () => {
    const { app, finish, looked } = startPage(1);
    openForSide(app, 'before', file('a'));
    await finish('a', null);
    expect(looked()).toBe(1);
  });
});

it('compares a profile with a file', async () => {
  const { app, finish, looked } = startPage(1);
  openToCompare(app, 1, file('a'));
  await finish('a', 2);
  expect(looked()).toBe('2>1');
});
