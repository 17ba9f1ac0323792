import { beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../src/bridge/engine-api.ts';
import { fileFacts } from '../../src/words/caption/file-facts.ts';
import { viewTitle } from '../../src/words/caption/title.ts';
import { searchFact, viewFacts } from '../../src/words/caption/view-facts.ts';
import type { Viewed } from '../../src/words/caption/viewed.ts';
import { drawProfile } from '../helpers/draw-profile.ts';
import { exportTools, type TestTools } from '../helpers/export-tools.ts';
import { comparedView, wholeView } from '../helpers/views.ts';

const drawn = (binary: string) => ({
  name: 'heap.pb.gz',
  profile: drawProfile(`
    types alloc_objects/count inuse_space/bytes
    period 524288 space/bytes
    binary ${binary} 0x1000-0x8000 id
    main;keys 30 64
    main 10 64
  `),
});

let tools: TestTools;
let one: Viewed;
let two: Viewed;

beforeAll(async () => {
  tools = await exportTools([drawn('/srv/api'), drawn('/srv/api'), drawn('/srv/worker')]);
  one = { view: wholeView, profile: tools.profile(1), compared: null };
  const summary = await tools.ask('comparison', { before: 1, after: 2 });
  two = {
    view: comparedView,
    profile: tools.profile(2),
    compared: { before: tools.profile(1), comparison: { summary, per: 'request' } },
  };
});

const perRequest = (view: View, before: number, after: number): View => ({
  ...view,
  base: view.base && { ...view.base, fairness: { kind: 'per', before, after } },
});

describe('the title of a view', () => {
  it('says what was measured, and in which program', () => {
    expect(viewTitle('graph', one)).toBe('Objects allocated in api');
    expect(viewTitle('table', one)).toBe('Objects allocated in api, by function');
    expect(viewTitle('summary', one)).toBe('Objects allocated in api');
  });

  it('says per what, and what is compared', () => {
    const divided = { ...two, view: perRequest(two.view, 50, 40) };
    expect(viewTitle('sides', divided)).toBe(
      'Objects allocated per request in api, before and after',
    );
    expect(viewTitle('difference', divided)).toBe('Change in objects allocated per request in api');
    expect(viewTitle('table', two)).toBe('Change in objects allocated in api, by function');
    expect(viewTitle('summary', two)).toBe('What changed in api');
  });

  it('names both programs where they differ', () => {
    expect(viewTitle('sides', { ...two, profile: tools.profile(3) })).toContain(
      'in api and worker',
    );
  });

  it('falls back to the file', () => {
    const profile = { ...tools.profile(1), binary: '', name: 'cpu\u202E.pb' };
    expect(viewTitle('graph', { ...one, profile })).toBe('Objects allocated in cpu\\u{202E}.pb');
  });
});

describe('the files of a view', () => {
  it('are told with program, time, sampling and samples', () => {
    expect(fileFacts(one)).toEqual([
      {
        side: null,
        name: 'heap.pb.gz',
        facts: 'api · time of capture unknown · 512 KiB sampling · 2 samples',
      },
    ]);
    expect(fileFacts(two).map(({ side }) => side)).toEqual(['before', 'after']);
  });

  it('are told apart by their folders where they have one name', () => {
    const { compared } = two;
    const at = (id: number, path: string) => ({ ...tools.profile(id), path });
    const names = (before: string, after: string) =>
      fileFacts({
        ...two,
        profile: at(2, after),
        compared: compared && { ...compared, before: at(1, before) },
      }).map(({ name }) => name);
    expect(names('/runs/before/heap.pb.gz', '/runs/after/heap.pb.gz')).toEqual([
      'before/heap.pb.gz',
      'after/heap.pb.gz',
    ]);
    expect(names('C:\\a\\api\\heap.pb.gz', 'C:\\b\\api\\heap.pb.gz')).toEqual([
      'a/api/heap.pb.gz',
      'b/api/heap.pb.gz',
    ]);
    expect(names('/in/\u202Ea/heap.pb.gz', '/in/b/heap.pb.gz')[0]).toBe('\\u{202E}a/heap.pb.gz');
    expect(names('', '')).toEqual(['heap.pb.gz', 'heap.pb.gz']);
  });

  it('have the time zone with the time', () => {
    const profile = { ...tools.profile(1), timeMillis: Date.UTC(2026, 10, 23, 15, 4, 2) };
    expect(fileFacts({ ...one, profile })[0]?.facts).toMatch(
      /· 2[34] Nov 2026, \d\d:\d4:02 (?:UTC|GMT|[A-Z]{3,4})/,
    );
  });
});

describe('the facts of a view', () => {
  it('are none for the usual one', () => {
    expect(viewFacts(one)).toEqual([]);
    expect(viewFacts(two)).toEqual([]);
  });

  it('say what it is narrowed to and told apart by', () => {
    const focus = { kind: 'frame', name: 'keys' } as const;
    expect(
      viewFacts({ ...one, view: { ...wholeView, focus, inlines: false, granularity: 'lines' } }),
    ).toEqual([
      'Only stacks through “keys”',
      'Told apart by line',
      'Inlined calls count for their callers',
    ]);
  });

  it('say what values are divided by, unless they are a stock', () => {
    const view = perRequest(comparedView, 80_000, 1.5);
    expect(viewFacts({ ...two, view })).toEqual([
      'Values per request: divided by 80,000 before and 1.5 after',
    ]);
    const stock = { ...view, sampleType: 1, base: view.base && { ...view.base, sampleType: 1 } };
    expect(viewFacts({ ...two, view: stock })).toEqual([
      'Values as measured: what is there at one moment is not divided',
    ]);
  });

  it('say what is highlighted and how much it is', async () => {
    const pattern = { text: 'keys', regex: false, caseSensitive: false };
    const found = await tools.ask('search', { view: wholeView, pattern });
    expect(searchFact(one, pattern, found)).toBe(
      'Highlighted: “keys”, 75.0% of all objects allocated',
    );
    const both = await tools.ask('search', { view: comparedView, pattern });
    expect(searchFact(two, pattern, both)).toBe(
      'Highlighted: “keys”, 75.0% of before, 75.0% of after',
    );
  });
});
