import { describe, expect, it } from 'vitest';
import type { ProfileSummary } from '../../../src/bridge/engine-api.ts';
import type { Hello } from '../../../src/bridge/host.ts';
import type { Settings } from '../../../src/bridge/settings.ts';
import type { SearchResult } from '../../../src/bridge/tree-api.ts';
import type { App } from '../../../src/renderer/state/app.ts';
import { createNotices } from '../../../src/renderer/state/notices.ts';
import { createProfiles } from '../../../src/renderer/state/profiles.ts';
import { changePattern, createSearch } from '../../../src/renderer/state/search.ts';
import { keepSearching, stepSearch } from '../../../src/renderer/state/searching.ts';
import { changeView, createViews, keepViews } from '../../../src/renderer/state/views.ts';

/** What a search finds: boxes of a function each, by their frames. */
function found(...frames: number[]): SearchResult {
  const boxes = frames.map((frame) => ({
    node: frame * 10,
    frame,
    depth: 1,
    x: frame,
    weight: 1,
    sides: [],
  }));
  const sums = { matchedWeight: 1, total: 2, sides: [] };
  return { frames: Int32Array.from(frames), ...sums, boxes, areAllBoxes: true };
}

/** A page with one profile, whose searches wait to be answered by the test. */
function startSearch() {
  const profile = { id: 7, sampleTypes: [{ type: 'n', unit: 'count' }], firstSampleType: 0 };
  const profiles = [profile as unknown as ProfileSummary];
  const hello = { profiles, openings: [], recentFiles: [] } as unknown as Hello;
  const views = createViews();
  keepViews(views, profiles, { order: 'weight', sampleTypeChoices: {} } as unknown as Settings);
  const asked: { text: string; answer: (result: SearchResult) => Promise<void> }[] = [];
  const ask = (_: string, { pattern }: { pattern: { text: string } }) =>
    new Promise((resolve) => {
      const answer = async (result: SearchResult) => {
        resolve(result);
        await new Promise((settled) => setTimeout(settled));
      };
      asked.push({ text: pattern.text, answer });
    });
  const search = createSearch();
  const app = { profiles: createProfiles(hello), views, search, notices: createNotices(), ask };
  keepSearching(app as unknown as App);
  return {
    asked,
    type: (text: string) => changePattern(search, { text }),
    enter: (direction: 1 | -1 = 1) => stepSearch(app as unknown as App, direction),
    step: () => search.getState().step,
    selected: () => views.getState()['7']?.selection?.frame ?? null,
    narrow: () => changeView(views, { profile: 7, base: null }, { inlines: false }),
  };
}

describe('Enter', () => {
  it('waits for the result of the pattern as it is typed', async () => {
    const { asked, type, enter, selected, step } = startSearch();
    type('h');
    await asked[0]?.answer(found(1, 2));
    type('ha');
    enter();
    expect(selected()).toBeNull();
    await asked[1]?.answer(found(5, 6));
    expect([selected(), step()]).toEqual([5, 0]);
    enter();
    expect([selected(), step()]).toEqual([6, 1]);
  });

  it('counts as often as it is pressed meanwhile, in its direction', async () => {
    const { asked, type, enter, selected } = startSearch();
    type('h');
    enter();
    enter();
    await asked[0]?.answer(found(1, 2, 3));
    expect(selected()).toBe(2);
    type('ha');
    enter(-1);
    await asked[1]?.answer(found(4, 5, 6));
    expect(selected()).toBe(6);
  });

  it('is forgotten when the pattern is another before its result comes', async () => {
    const { asked, type, enter, selected } = startSearch();
    type('h');
    enter();
    type('ha');
    await asked[0]?.answer(found(1));
    await asked[1]?.answer(found(2));
    expect([asked[1]?.text, selected()]).toEqual(['ha', null]);
  });

  it('waits for the view that is shown, too', async () => {
    const { asked, type, enter, selected, narrow } = startSearch();
    type('h');
    await asked[0]?.answer(found(1, 2));
    narrow();
    enter();
    expect(selected()).toBeNull();
    await asked[1]?.answer(found(8));
    expect(selected()).toBe(8);
  });

  it('does nothing where nothing is searched for or found', async () => {
    const { asked, type, enter, selected, step } = startSearch();
    enter();
    type('h');
    enter();
    await asked[0]?.answer(found());
    expect([selected(), step()]).toEqual([null, -1]);
  });
});
