import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../../src/backend/desk.ts';
import type { InvestigationDraft } from '../../../src/bridge/investigation.ts';
import { type BuiltEntries, buildEntries } from '../../helpers/build-entries.ts';
import { deskOf } from '../../helpers/desk.ts';
import { profileView } from '../../helpers/investigations.ts';
import { scratchFolder } from '../../helpers/scratch-folder.ts';
import { comparedState } from '../../helpers/screen-states.ts';
import { fixtures, heapProfile, startBackend } from '../../helpers/start-backend.ts';

const before = heapProfile;
const after = join(fixtures, 'seed-story/after/heap.pb.gz');
const versions = resolve(import.meta.dirname, '../../fixtures/investigation');

let built: BuiltEntries;
beforeAll(async () => {
  built = await buildEntries({ engine: 'src/engine/worker.ts' });
});
afterAll(() => built.remove());

const start = (desk: Desk | null = null) => startBackend(built.file('engine'), { desk });

const draftOf = (
  profile: number,
  change: Partial<InvestigationDraft> = {},
): InvestigationDraft => ({
  profile,
  base: null,
  view: profileView,
  notes: 'My words.',
  withProfiles: false,
  ...change,
});

/** Saves an investigation of copies of both profiles; the result is its folder, with `x.allocscope` in it. */
async function saved(withProfiles: boolean): Promise<string> {
  const folder = await scratchFolder();
  await mkdir(join(folder, 'profiles'));
  const copies = ['before.pb.gz', 'after.pb.gz'].map((name) => join(folder, 'profiles', name));
  await copyFile(before, copies[0] ?? '');
  await copyFile(after, copies[1] ?? '');
  const { backend, request } = await start(deskOf(join(folder, 'x.allocscope')));
  await backend.openTogether(copies, true);
  const view = { ...profileView, screen: comparedState };
  const draft = draftOf(2, { base: 1, view, withProfiles });
  expect(await request('saveInvestigation', { draft, to: 'chosen' })).toMatchObject({
    kind: 'saved',
    place: { profile: 2, base: 1, name: 'x.allocscope', folder, withProfiles },
  });
  return folder;
}

const file = (folder: string) => join(folder, 'x.allocscope');

describe('saving', () => {
  it('writes where the profiles are, from the investigation and in all, and nothing beside it', async () => {
    const folder = await saved(false);
    expect(await readdir(folder)).toEqual(['profiles', 'x.allocscope']);
    const { profiles, notes, savedBy } = JSON.parse(await readFile(file(folder), 'utf8'));
    expect(profiles).toMatchObject([
      { path: join(folder, 'profiles/before.pb.gz'), relativePath: 'profiles/before.pb.gz' },
      { path: join(folder, 'profiles/after.pb.gz'), relativePath: 'profiles/after.pb.gz' },
    ]);
    expect([notes, savedBy]).toEqual(['My words.', 'Allocscope 1.2.3']);
  });

  it('leaves paths out of a file with the profiles inside', async () => {
    const bytes = await readFile(file(await saved(true)));
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(bytes.includes('profiles/before.pb.gz')).toBe(false);
  });

  it('puts profiles inside that came without a path', async () => {
    const target = join(await scratchFolder(), 'dropped.allocscope');
    const { backend, request, hello } = await start(deskOf(target));
    await backend.openBytes('dropped.pb.gz', [await readFile(before)], 0);
    await request('saveInvestigation', { draft: draftOf(1), to: 'chosen' });
    await request('closeProfile', { profile: 1 });
    await backend.openPath(target);
    expect((await hello()).profiles).toMatchObject([{ name: 'dropped.pb.gz', path: '' }]);
  });

  it('is a download in a browser, once', async () => {
    const { backend, request } = await start();
    await backend.openPath(before);
    const draft = draftOf(1, { withProfiles: true });
    const outcome = await request('saveInvestigation', { draft, to: 'chosen' });
    expect(outcome).toMatchObject({ kind: 'download', name: 'heap.allocscope' });
    const id = outcome.kind === 'download' ? outcome.address.replace('download/', '') : '';
    const download = backend.download(id);
    expect((await readFile(download?.path ?? '')).subarray(0, 2).toString()).toBe('PK');
  });

  it('goes on in the same file, unless another program changed it', async () => {
    const folder = await saved(false);
    const { backend, request, hello } = await start(deskOf(null));
    await backend.openPath(file(folder));
    expect((await hello()).investigations).toEqual([
      { profile: 3, base: 2, name: 'x.allocscope', folder, withProfiles: false },
    ]);
    const view = { ...profileView, screen: comparedState };
    const draft = draftOf(3, { base: 2, view, notes: 'More words.' });
    const outcome = await request('saveInvestigation', { draft, to: 'same' });
    expect(outcome).toMatchObject({ kind: 'saved', saved: null });
    const text = await readFile(file(folder), 'utf8');
    expect(text).toContain('More words.');
    await writeFile(file(folder), `${text} `);
    await expect(request('saveInvestigation', { draft, to: 'same' })).rejects.toThrow(
      'x.allocscope was changed by another program since you opened or saved it, so it was left as it is.',
    );
    expect(await readFile(file(folder), 'utf8')).toBe(`${text} `);
  });

  it('refuses a profile that is another one by now, and leaves what was there', async () => {
    const folder = await scratchFolder();
    const [path, target] = [join(folder, 'heap.pb.gz'), join(folder, 'x.allocscope')];
    await copyFile(before, path);
    await writeFile(target, 'what was there');
    const { backend, request } = await start(deskOf(target));
    await backend.openPath(path);
    await copyFile(after, path);
    const draft = draftOf(1, { withProfiles: true });
    await expect(request('saveInvestigation', { draft, to: 'chosen' })).rejects.toThrow(
      'heap.pb.gz changed since it was opened',
    );
    expect(await readFile(target, 'utf8')).toBe('what was there');
    expect(await readdir(folder)).toEqual(['heap.pb.gz', 'x.allocscope']);
  });

  it('is checked, as all that the page asks', async () => {
    const { request } = await start();
    const wrong = { ...draftOf(1), view: { ...profileView, screen: {} } } as InvestigationDraft;
    await expect(request('saveInvestigation', { draft: wrong, to: 'chosen' })).rejects.toThrow(
      'makes no sense',
    );
    await expect(request('saveInvestigation', { draft: draftOf(1), to: 'chosen' })).rejects.toThrow(
      'That profile is not open any more.',
    );
  });
});

describe('opening', () => {
  it.each([true, false])(
    'tells the page all that was saved (profiles inside: %s)',
    async (inside) => {
      const folder = await saved(inside);
      // Moved together, they are found beside each other; and those inside need nothing else.
      const moved = `${folder}-moved`;
      await rename(folder, moved);
      if (inside) await rm(join(moved, 'profiles'), { recursive: true });
      const { backend, log, hello, request } = await start();
      await backend.openTogether([file(moved)], true);
      expect(log.all('investigationOpened')).toEqual([
        {
          name: 'x.allocscope',
          profile: 3,
          base: 2,
          view: { ...profileView, screen: comparedState },
          place: { profile: 3, base: 2, name: 'x.allocscope', folder: moved, withProfiles: inside },
          remarks: [],
        },
      ]);
      expect(log.all('openingEnded')).toEqual([{ opening: 1 }]);
      expect(log.all('profileOpened').map(({ isOneOfTwo }) => isOneOfTwo)).toEqual([true, true]);
      const { pair, screens, recentFiles, sought } = await hello();
      // A page that comes later is told as well.
      await new Promise(setImmediate);
      expect(log.all('investigationOpened')).toHaveLength(2);
      expect(pair).toEqual({ before: 2, after: 3, isOrdered: true });
      expect(screens).toEqual([{ profile: 3, base: 2, state: comparedState }]);
      expect(recentFiles.map(({ name }) => name)).toEqual(['x.allocscope']);
      expect(sought).toEqual([]);
      expect(await request('readNotes', { profile: 3, base: 2 })).toBe('My words.');
      await rm(moved, { recursive: true });
    },
  );

  it.each(['version-1.allocscope', 'version-1-with-profiles.allocscope', 'version-2.allocscope'])(
    'works with %s',
    async (name) => {
      const { backend, log } = await start();
      await backend.openPath(join(versions, name));
      const [opened] = log.all('investigationOpened');
      expect(opened).toMatchObject({ remarks: [], view: { search: { text: 'grow' } } });
      expect(log.all('profileOpened').map(({ profile }) => profile.name)).toEqual([
        'heap.pb.gz',
        'heap.pb.gz',
      ]);
    },
  );

  it('takes bytes as well', async () => {
    const { backend, log, hello } = await start();
    const bytes = await readFile(join(versions, 'version-1-with-profiles.allocscope'));
    // In pieces too small to tell from one what it is.
    const pieces = Array.from({ length: 100 }, (_, at) => bytes.subarray(at * 10, at * 10 + 10));
    expect(await backend.openBytes('x', [...pieces, bytes.subarray(1000)], 0)).toBeNull();
    expect(log.all('investigationOpened')).toMatchObject([{ place: null, base: 2, profile: 3 }]);
    expect((await hello()).recentFiles).toEqual([]);
  });

  it('among other files makes no pair of them', async () => {
    const { backend, log } = await start();
    await backend.openTogether([before, join(versions, 'version-1.allocscope')], true);
    expect(log.all('openedTogether')).toEqual([]);
    expect(log.all('investigationOpened')).toHaveLength(1);
    expect(log.all('profileOpened')).toHaveLength(3);
  });

  it.each([
    ['{"format": "allocscope investigation"', 'whose text is damaged'],
    ['{"format": "allocscope investigation", "version": 99}', 'It was saved by a newer Allocscope'],
    ['{"format": "allocscope investigation", "version": 1}', 'part “savedBy” makes no sense'],
  ])('tells what is wrong with %s', async (text, sentence) => {
    const path = join(await scratchFolder(), 'bad.allocscope');
    await writeFile(path, text);
    const { backend, log, hello } = await start();
    expect(await backend.openPath(path)).toBeNull();
    const [failure] = log.all('openingFailed');
    expect(failure?.message).toContain('bad.allocscope cannot be opened. It ');
    expect(failure?.message).toContain(sentence);
    expect((await hello()).openings).toEqual([]);
  });
});

describe('profiles that were moved or changed', () => {
  it('are waited for, and located', async () => {
    const folder = await saved(false);
    await rename(join(folder, 'profiles/after.pb.gz'), join(folder, 'elsewhere'));
    const desk = deskOf(null, join(folder, 'elsewhere'));
    const { backend, log, hello, request } = await start(desk);
    await backend.openPath(file(folder));
    const { sought } = await hello();
    expect(sought).toEqual(log.all('investigationSought'));
    expect(sought[0]?.profiles).toMatchObject([
      { side: 'before', name: 'before.pb.gz', found: { name: 'before.pb.gz' } },
      {
        side: 'after',
        name: 'after.pb.gz',
        path: join(folder, 'profiles/after.pb.gz'),
        found: null,
      },
    ]);
    expect(log.all('profileOpened')).toEqual([]);
    expect(await request('locateProfile', { investigation: 1, at: 1 })).toBe(true);
    expect(desk.locateProfile.mock.calls).toEqual([['after.pb.gz']]);
    expect(log.all('investigationOpened')).toMatchObject([{ remarks: [] }]);
    expect(log.all('investigationLeft')).toEqual([{ investigation: 1 }]);
    expect((await hello()).sought).toEqual([]);
  });

  it('may be handed over as bytes, and others in their place are said', async () => {
    const folder = await saved(false);
    await rm(join(folder, 'profiles/before.pb.gz'));
    const { backend, log, request, hello } = await start();
    await backend.openPath(file(folder));
    expect(await request('locateProfile', { investigation: 1, at: 0 })).toBe(false);
    await request('openAnyway', { investigation: 1 });
    expect((await hello()).sought).toHaveLength(1);
    const place = { investigation: 1, at: 0 };
    const wrong = await readFile(join(fixtures, 'seed-story/before/allocs.pb.gz'));
    await backend.openBytes('wrong.pb.gz', [wrong], 0, place);
    expect(log.all('investigationSought').at(-1)?.profiles[0]?.found).toMatchObject({
      name: 'wrong.pb.gz',
      path: '',
    });
    await request('openAnyway', { investigation: 1 });
    const [opened] = log.all('investigationOpened');
    expect(opened?.remarks).toHaveLength(1);
    expect(opened?.remarks[0]).toMatch(
      /^wrong\.pb\.gz is not the before\.pb\.gz of which x\.allocscope was saved: its SHA-256 begins with [0-9a-f]{12}, not with [0-9a-f]{12}\./,
    );
    // In another profile the same weights are other places.
    expect(opened?.view.screen).toEqual({ ...comparedState, zooms: {} });
  });

  it('are not found in what is no file, and what cannot be taken is told', async () => {
    const folder = await saved(false);
    await rm(join(folder, 'profiles/after.pb.gz'));
    await mkdir(join(folder, 'profiles/after.pb.gz'));
    const { backend, request, hello } = await start();
    await backend.openPath(file(folder));
    expect((await hello()).sought[0]?.profiles[1]?.found).toBeNull();
    const place = { investigation: 1, at: 1 };
    await expect(backend.openPath(folder, place)).rejects.toThrow('It is a folder');
    await expect(backend.openBytes('empty', [], 0, place)).rejects.toThrow('It is empty');
    await expect(backend.openPath(after, { investigation: 1, at: 7 })).rejects.toThrow(
      'does not wait for a profile any more',
    );
    await request('leaveInvestigation', { investigation: 1 });
    expect((await hello()).sought).toEqual([]);
    await expect(backend.openPath(after, place)).rejects.toThrow('does not wait');
  });

  it('are shown alone where the other one is no profile', async () => {
    const folder = await saved(false);
    await writeFile(join(folder, 'profiles/after.pb.gz'), 'no profile');
    const { backend, log, request } = await start();
    await backend.openPath(file(folder));
    await request('openAnyway', { investigation: 1 });
    expect(log.all('openingFailed')).toHaveLength(1);
    expect(log.all('investigationOpened')).toEqual([]);
    expect(log.all('openedTogether')).toEqual([{ profiles: [2], isOrdered: true }]);
  });
});

describe('notes', () => {
  const both = { profile: 2, base: 1 };

  it('are kept by the digests of the profiles, whichever is first, also for the next run', async () => {
    const { backend, request, configFolder } = await start();
    await backend.openTogether([before, after], true);
    expect(await request('readNotes', both)).toBe('');
    await request('keepNotes', { ...both, notes: 'Words.' });
    expect(await request('readNotes', { profile: 1, base: 2 })).toBe('Words.');
    expect(await request('readNotes', { profile: 1, base: null })).toBe('');
    const [name = ''] = await readdir(join(configFolder, 'notes'));
    expect(name).toMatch(/^[0-9a-f]{64}-[0-9a-f]{64}\.json$/);
    expect(JSON.parse(await readFile(join(configFolder, 'notes', name), 'utf8'))).toEqual({
      notes: 'Words.',
    });
  });

  it('of an investigation come before those that were written here, and none is lost', async () => {
    const folder = await saved(true);
    const { backend, request } = await start();
    await backend.openTogether([before, after], true);
    await request('keepNotes', { ...both, notes: 'Own words.' });
    await backend.openPath(file(folder));
    expect(await request('readNotes', both)).toBe(
      'My words.\n\nNotes kept on this machine:\n\nOwn words.',
    );
    await backend.openPath(file(folder));
    expect(await request('readNotes', both)).toMatch(/Own words\.$/);
  });

  it('that cannot be written are told, and there while the application runs', async () => {
    const { backend, request, configFolder } = await start();
    await backend.openTogether([before, after], true);
    await writeFile(join(configFolder, 'notes'), 'a file where the folder should be');
    await expect(request('keepNotes', { ...both, notes: 'Words.' })).rejects.toThrow(
      'cannot be saved.',
    );
    expect(await request('readNotes', both)).toBe('Words.');
  });
});
