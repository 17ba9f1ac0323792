import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ask } from '../../src/bridge/host.ts';
import { type BuiltEntries, buildEntries } from '../helpers/build-entries.ts';
import { DEADLY_NAME, DEADLY_NODE } from '../helpers/deadly.ts';
import { manySamples } from '../helpers/many-samples.ts';
import { scratchFolder } from '../helpers/scratch-folder.ts';
import { screenState } from '../helpers/screen-states.ts';
import { fixtures, heapProfile, startBackend } from '../helpers/start-backend.ts';
import { viewOf } from '../helpers/views.ts';

let built: BuiltEntries;
const start = () => startBackend(built.file('engine'));

beforeAll(async () => {
  built = await buildEntries({ engine: 'tests/helpers/mortal-engine.ts' });
});
afterAll(() => built.remove());
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('opening', () => {
  it('opens files and answers questions about them', async () => {
    const { backend, log, request, hello } = await start();
    await backend.openTogether([heapProfile, join(fixtures, 'seed-story/after/heap.pb.gz')], true);
    const { profiles, openings, recentFiles, version } = await hello();
    expect(version).toBe('1.2.3');
    expect(openings).toEqual([]);
    expect(profiles.map(({ id, path }) => [id, path])).toEqual([
      [1, heapProfile],
      [2, join(fixtures, 'seed-story/after/heap.pb.gz')],
    ]);
    expect(recentFiles).toHaveLength(2);
    expect(log.all('openingProgress').map(({ phase }) => phase)).toContain('decode');
    expect(log.all('openingStarted')).toHaveLength(2);
    const slice = await ask({ request }, 'slice', { view: viewOf(1), window: null, side: null });
    expect(slice.total[0]).toBe(26_528_286);
    expect(slice.total).toBeInstanceOf(Float64Array);
  });

  it('gives the digest of the file', async () => {
    const { backend, hello } = await start();
    await backend.openPath(heapProfile);
    const digest = await crypto.subtle.digest('SHA-256', await readFile(heapProfile));
    expect((await hello()).profiles[0]?.sha256).toBe(Buffer.from(digest).toString('hex'));
  });

  it('opens the example', async () => {
    const { log, request } = await start();
    await request('openExample', undefined);
    await log.next('profileOpened', ({ profile }) => profile.name === 'before/heap.pb.gz');
    await log.next('profileOpened', ({ profile }) => profile.name === 'after/heap.pb.gz');
    expect(await log.next('openedTogether')).toEqual({ profiles: [1, 2], isOrdered: true });
    await log.next('evidenceOpened', ({ evidence }) => evidence.name === 'after/load.json');
    const found = log.all('evidenceOpened').map(({ evidence }) => {
      const findings = evidence.findings.map(({ kind, count }) => `${count} ${kind}`);
      return [evidence.side, evidence.name, ...findings].join(' ');
    });
    expect(found.join('\n')).toMatchInlineSnapshot(`
      "before before/gctrace.log 314 gctrace
      before before/bench.txt 70 benchmarks
      before before/escape.txt 385 escape
      before before/load.json 1 load
      after after/gctrace.log 109 gctrace
      after after/bench.txt 70 benchmarks
      after after/escape.txt 422 escape
      after after/load.json 1 load"
    `);
    expect(log.all('openingFailed')).toEqual([]);
  });

  it('opens a recent file by its id', async () => {
    const { backend, log, request, hello } = await start();
    await backend.openPath(heapProfile);
    const [recent] = (await hello()).recentFiles;
    await request('openRecent', { id: recent?.id ?? '' });
    await log.next('profileOpened', ({ opening }) => opening === 2);
    await expect(request('openRecent', { id: 'no' })).rejects.toThrow('no longer in the list');
    await request('clearRecent', undefined);
    expect((await hello()).recentFiles).toEqual([]);
    expect(log.all('recentFilesChanged').at(-1)).toEqual([]);
  });

  it('opens bytes, and leaves nothing of them behind', async () => {
    const temporary = await scratchFolder();
    for (const name of ['TMPDIR', 'TEMP']) vi.stubEnv(name, temporary);
    const { backend, request, hello } = await start();
    await backend.openBytes('dropped.pb.gz', [await readFile(heapProfile)], 0);
    expect((await hello()).profiles).toMatchObject([{ name: 'dropped.pb.gz', path: '' }]);
    expect((await hello()).recentFiles).toEqual([]);
    const [folder = ''] = (await readdir(temporary)).filter((name) => !name.includes('test'));
    expect(await readdir(join(temporary, folder))).toHaveLength(1);
    await request('closeProfile', { profile: 1 });
    expect((await hello()).profiles).toEqual([]);
    expect(await readdir(join(temporary, folder))).toEqual([]);
    await backend.dispose();
    expect(await readdir(temporary)).not.toContain(folder);
  });

  it.each([
    ['not-a-profile.txt', 'not-a-profile.txt cannot be opened. '],
    ['missing.pb.gz', 'missing.pb.gz cannot be opened. It does not exist'],
    ['', 'pprof cannot be opened. It is a folder'],
  ])('tells why %j cannot be opened, and keeps the others', async (name, sentence) => {
    const { backend, log, hello } = await start();
    await backend.openTogether([heapProfile, join(fixtures, name)], true);
    const [failure] = log.all('openingFailed');
    expect(failure?.message).toContain(sentence);
    const { profiles, openings, recentFiles } = await hello();
    expect(profiles).toHaveLength(1);
    expect(openings).toEqual([]);
    expect(recentFiles).toHaveLength(1);
  });

  it('tells the first page of failures from before it came', async () => {
    const { backend, log, hello } = await start();
    await backend.openPath(join(fixtures, 'missing.pb.gz'));
    expect(log.all('openingFailed')).toHaveLength(1);
    await hello();
    await hello();
    await new Promise(setImmediate);
    expect(log.all('openingFailed')).toHaveLength(2);
  });

  it('closes a profile', async () => {
    const { backend, log, request } = await start();
    await backend.openPath(heapProfile);
    await request('closeProfile', { profile: 1 });
    expect(log.all('profileClosed')).toEqual([{ profile: 1 }]);
    const asking = ask({ request }, 'slice', { view: viewOf(1), window: null, side: null });
    await expect(asking).rejects.toThrow('That profile is not open any more.');
  });
});

describe('two files that are opened together', () => {
  const after = join(fixtures, 'seed-story/after/heap.pb.gz');

  it.each([true, false])('are a pair once both are open (ordered: %s)', async (isOrdered) => {
    const { backend, log, hello } = await start();
    await backend.openTogether([heapProfile, after], isOrdered);
    expect(log.all('profileOpened').map((opened) => opened.isOneOfTwo)).toEqual([true, true]);
    expect(log.all('openedTogether')).toEqual([{ profiles: [1, 2], isOrdered }]);
    expect(log.events.at(-1)?.event).toBe('openedTogether');
    expect((await hello()).pair).toEqual({ before: 1, after: 2, isOrdered });
  });

  it('keep their order, whichever is open first', async () => {
    const path = join(await scratchFolder(), 'large.pb');
    await writeFile(path, manySamples(100_000));
    const { backend, log } = await start();
    await backend.openTogether([path, heapProfile], true);
    expect(log.all('openedTogether')).toEqual([{ profiles: [1, 2], isOrdered: true }]);
  });

  it('may be the same', async () => {
    const { backend, hello } = await start();
    await backend.openTogether([heapProfile, heapProfile], true);
    expect((await hello()).pair).toEqual({ before: 1, after: 2, isOrdered: true });
  });

  it('are no pair when one fails', async () => {
    const { backend, log, hello } = await start();
    await backend.openTogether([join(fixtures, 'missing.pb.gz'), after], true);
    expect(log.all('openedTogether')).toEqual([{ profiles: [2], isOrdered: true }]);
    expect((await hello()).pair).toBeNull();
  });

  it('are no pair any more when one is closed', async () => {
    const { backend, request, hello } = await start();
    await backend.openTogether([heapProfile, after], true);
    await request('closeProfile', { profile: 1 });
    expect((await hello()).pair).toBeNull();
  });

  it('are a pair only if they are two', async () => {
    const { backend, log, hello } = await start();
    await backend.openTogether([heapProfile, after, heapProfile], true);
    await backend.openTogether([heapProfile], true);
    expect(log.all('profileOpened').every(({ isOneOfTwo }) => !isOneOfTwo)).toBe(true);
    expect(log.all('openedTogether')).toEqual([]);
    expect((await hello()).pair).toBeNull();
  });

  it('keeps the pair that the page compares for its next start', async () => {
    const { backend, request, hello } = await start();
    await backend.openTogether([heapProfile, after], false);
    await request('keepPair', { pair: { before: 2, after: 1 } });
    expect((await hello()).pair).toEqual({ before: 2, after: 1, isOrdered: true });
    await request('keepPair', { pair: null });
    expect((await hello()).pair).toBeNull();
  });

  it('keeps how they are looked at until one of them is closed', async () => {
    const { backend, request, hello } = await start();
    await backend.openTogether([heapProfile, after], true);
    const alone = { profile: 2, base: null, state: screenState };
    const byLines = { ...screenState, granularity: 'lines' as const };
    const both = { profile: 2, base: 1, state: byLines };
    await request('keepScreen', alone);
    await request('keepScreen', { profile: 2, base: 1, state: screenState });
    await request('keepScreen', both);
    await request('keepScreen', { profile: 9, base: null, state: screenState });
    expect((await hello()).screens).toEqual([alone, both]);
    await request('closeProfile', { profile: 1 });
    expect((await hello()).screens).toEqual([alone]);
  });
});

describe('cancelling', () => {
  it('ends an opening while it decodes, and goes on', async () => {
    const path = join(await scratchFolder(), 'large.pb');
    await writeFile(path, manySamples(6_000_000));
    const { backend, log, request, hello } = await start();
    const opening = backend.openPath(path);
    const { opening: number } = await log.next(
      'openingProgress',
      ({ phase }) => phase === 'decode',
    );
    await request('cancelOpening', { opening: number });
    expect(log.all('openingCancelled')).toEqual([{ opening: number, name: 'large.pb' }]);
    await backend.openPath(heapProfile);
    await opening;
    expect((await hello()).profiles.map(({ name }) => name)).toEqual(['heap.pb.gz']);
    expect(log.all('profileOpened')).toHaveLength(1);
    expect(log.all('openingFailed')).toEqual([]);
  });

  it('takes one out that waits for its turn', async () => {
    const { backend, log, request } = await start();
    const opening = backend.openTogether([heapProfile, heapProfile], true);
    await log.next('openingStarted', (started) => started.opening === 2);
    await request('cancelOpening', { opening: 2 });
    expect(log.all('openingCancelled')).toHaveLength(1);
    await opening;
    expect(log.all('profileOpened').map(({ opening: number }) => number)).toEqual([1]);
  });

  it('takes no more bytes, and removes those that have come', async () => {
    const { backend, log, request } = await start();
    let taken = 0;
    async function* endless() {
      for (; taken < 10_000; taken++) {
        if (taken === 5) await request('cancelOpening', { opening: 1 });
        yield new Uint8Array(1000);
      }
    }
    await backend.openBytes('endless', endless(), 0);
    expect(taken).toBe(5);
    expect(log.all('openingCancelled')).toHaveLength(1);
  });
});

describe('the engine', () => {
  it('is started before there is a profile, and serves the first', async () => {
    const { backend, log } = await startBackend(join(fixtures, 'no-engine.js'));
    backend.start();
    await log.next('engineRestarted', ({ message }) => message.includes('no-engine'));
    const sound = await start();
    sound.backend.start();
    await sound.backend.openPath(heapProfile);
    expect(sound.log.all('profileOpened')).toHaveLength(1);
    expect(sound.log.all('engineRestarted')).toEqual([]);
  });
});

describe('texts with evidence', () => {
  const trace = join(fixtures, '../gctrace/go1.19.log');

  it('are open beside profiles, with the run that they are about', async () => {
    const { backend, log, request, hello } = await start();
    await backend.openTogether([heapProfile, trace], true);
    const { profiles, evidence } = await hello();
    expect(profiles.map(({ id }) => id)).toEqual([1]);
    expect(evidence).toMatchObject([{ id: 2, name: 'go1.19.log', side: 'run' }]);
    const digest = await crypto.subtle.digest('SHA-256', await readFile(trace));
    expect(evidence[0]?.sha256).toBe(Buffer.from(digest).toString('hex'));

    await request('setEvidenceSide', { evidence: 2, side: 'after' });
    expect(await log.next('evidenceSided')).toEqual({ evidence: 2, side: 'after' });
    await backend.openPath(trace);
    expect((await hello()).evidence.map(({ side }) => side)).toEqual(['after', 'before']);

    await request('closeEvidence', { evidence: 2 });
    expect((await hello()).evidence.map(({ id }) => id)).toEqual([3]);
  });

  it('are opened again when the engine died', async () => {
    const { backend, log, hello } = await start();
    await backend.openPath(trace);
    const deadly = join(await scratchFolder(), DEADLY_NAME);
    await copyFile(heapProfile, deadly);
    await backend.openPath(deadly);
    await log.next('engineRestarted');
    expect((await hello()).evidence).toMatchObject([{ id: 1, side: 'run' }]);
  });
});

describe('when the engine dies', () => {
  it('brings the profiles back under their ids', async () => {
    const { backend, log, request, hello } = await start();
    await backend.openPath(heapProfile);
    await backend.openBytes('dropped.pb.gz', [await readFile(heapProfile)], 0);
    const before = (await hello()).profiles;
    const fatal = ask({ request }, 'path', { view: viewOf(1), node: DEADLY_NODE });
    await expect(fatal).rejects.toThrow('stopped');
    const slices = [1, 2].map((id) =>
      ask({ request }, 'slice', { view: viewOf(id), window: null, side: null }),
    );
    for (const slice of await Promise.all(slices)) expect(slice.total[0]).toBe(26_528_286);
    const { message } = await log.next('engineRestarted');
    expect(message).toContain('all profiles are open as before');
    expect((await hello()).profiles).toEqual(before);
    expect(log.all('profileClosed')).toEqual([]);
  });

  it('tells which file killed it, and keeps the others', async () => {
    const deadly = join(await scratchFolder(), DEADLY_NAME);
    await copyFile(heapProfile, deadly);
    const { backend, log, request } = await start();
    await backend.openTogether([heapProfile, deadly, heapProfile], true);
    expect(log.all('openingFailed')).toMatchObject([{ opening: 2, name: DEADLY_NAME }]);
    expect(log.all('profileOpened').map(({ opening }) => opening)).toEqual([1, 3]);
    const slice = await ask({ request }, 'slice', { view: viewOf(1), window: null, side: null });
    expect(slice.length).toBeGreaterThan(1);
  });

  it('closes a profile whose file is another one by now', async () => {
    const path = join(await scratchFolder(), 'changing.pb.gz');
    await copyFile(heapProfile, path);
    const { backend, log, request, hello } = await start();
    await backend.openTogether([heapProfile, path], true);
    await copyFile(join(fixtures, 'seed-story/after/heap.pb.gz'), path);
    await ask({ request }, 'path', { view: viewOf(1), node: DEADLY_NODE }).catch(() => {});
    const { message } = await log.next('engineRestarted');
    expect(message).toContain('changing.pb.gz');
    expect(log.all('profileClosed')).toEqual([{ profile: 2 }]);
    expect((await hello()).profiles.map(({ id }) => id)).toEqual([1]);
  });

  it('gives up on profiles that kill it again and again', async () => {
    const { backend, log, request, hello } = await start();
    await backend.openPath(heapProfile);
    for (let death = 1; death <= 4; death++) {
      await ask({ request }, 'path', { view: viewOf(1), node: DEADLY_NODE }).catch(() => {});
    }
    await log.next('profileClosed');
    expect((await hello()).profiles).toEqual([]);
    await backend.openPath(heapProfile);
    expect((await hello()).profiles).toHaveLength(1);
  });
});

describe('openExternal', () => {
  it('opens https addresses', async () => {
    const { request, openExternal } = await start();
    await request('openExternal', { url: 'https://example.com/a b' });
    expect(openExternal).toHaveBeenCalledWith('https://example.com/a%20b');
  });

  it.each(['http://example.com', 'file:///etc/passwd', 'javascript:alert(1)', 'nonsense'])(
    'refuses %s',
    async (url) => {
      const { request, openExternal } = await start();
      await expect(request('openExternal', { url })).rejects.toThrow('Only https');
      expect(openExternal).not.toHaveBeenCalled();
    },
  );
});
