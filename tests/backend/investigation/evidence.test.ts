import { copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../../src/backend/desk.ts';
import { type BuiltEntries, buildEntries } from '../../helpers/build-entries.ts';
import { deskOf } from '../../helpers/desk.ts';
import { profileView } from '../../helpers/investigations.ts';
import { scratchFolder } from '../../helpers/scratch-folder.ts';
import { heapProfile, startBackend } from '../../helpers/start-backend.ts';

const story = (file: string) => resolve(import.meta.dirname, '../../fixtures/seed-story', file);

let built: BuiltEntries;
beforeAll(async () => {
  built = await buildEntries({ engine: 'src/engine/worker.ts' });
});
afterAll(() => built.remove());

const start = (desk: Desk | null = null) => startBackend(built.file('engine'), { desk });

type Started = Awaited<ReturnType<typeof start>>;

/** Saves an investigation of a profile with a text of each side, and one that was pasted; the result is its folder. */
async function saved(withProfiles: boolean): Promise<string> {
  const folder = await scratchFolder();
  const { backend, request } = await start(deskOf(join(folder, 'x.allocscope')));
  await copyFile(heapProfile, join(folder, 'heap.pb.gz'));
  await backend.openPath(join(folder, 'heap.pb.gz'));
  for (const side of ['before', 'after']) {
    const path = join(folder, `${side}.log`);
    await copyFile(story(`${side}/gctrace.log`), path);
    await backend.openPath(path);
  }
  const pasted = new TextEncoder().encode('x.go:1:2: moved to heap: y\n');
  await backend.openBytes('Pasted text', [pasted], pasted.length);
  const view = { ...profileView, facet: 'collector' as const };
  const draft = { profile: 1, base: null, view, notes: '', withProfiles };
  expect(await request('saveInvestigation', { draft, to: 'chosen' })).toMatchObject({
    kind: 'saved',
  });
  return folder;
}

/** What is open of texts: name, run, and what was found. */
async function texts({ hello }: Started): Promise<string[]> {
  return (await hello()).evidence.map(({ name, side, path, findings }) =>
    [name, side, path === '' ? 'inside' : 'found', ...findings.map(({ count }) => count)].join(' '),
  );
}

const remarksOf = ({ log }: Started) => log.all('investigationOpened').at(-1)?.remarks;

describe('texts with evidence in an investigation', () => {
  it.each([
    [false, 'found'],
    [true, 'inside'],
  ])('come back for their runs (profiles inside: %s)', async (inside, place) => {
    const folder = await saved(inside);
    const moved = `${folder}-moved`;
    await rename(folder, moved);
    if (inside) for (const side of ['before', 'after']) await rm(join(moved, `${side}.log`));
    const started = await start();
    await started.backend.openPath(join(moved, 'x.allocscope'));
    expect(await texts(started)).toEqual([
      `before.log before ${place} 314`,
      `after.log after ${place} 109`,
      'Pasted text run inside 1',
    ]);
    expect(remarksOf(started)).toEqual([]);
    expect(started.log.all('investigationOpened')[0]?.view.facet).toBe('collector');
    await rm(moved, { recursive: true });
  });

  it('are in its JSON by path and digest, with their side', async () => {
    const folder = await saved(false);
    const bytes = await readFile(join(folder, 'x.allocscope'));
    const json = bytes.toString('latin1');
    const { version, evidence, facet } = JSON.parse(
      json.slice(json.indexOf('{'), json.indexOf('\n}\n') + 2),
    );
    expect({ version, facet, evidence }).toMatchObject({
      version: 2,
      facet: 'collector',
      evidence: [
        { name: 'before.log', relativePath: 'before.log', side: 'before' },
        { name: 'after.log', path: join(folder, 'after.log'), side: 'after' },
        { name: 'Pasted text', path: null, relativePath: null, side: 'run' },
      ],
    });
  });

  it('are said where they are missing or changed, and the others open', async () => {
    const folder = await saved(false);
    await rm(join(folder, 'before.log'));
    await copyFile(story('after/gctrace-full.log'), join(folder, 'after.log'));
    const started = await start();
    await started.backend.openPath(join(folder, 'x.allocscope'));
    expect(await texts(started)).toEqual(['after.log after found 453', 'Pasted text run inside 1']);
    expect(remarksOf(started)?.map((remark) => remark.replace(folder, ''))).toMatchInlineSnapshot(`
      [
        "before.log is not there any more, where it was (/before.log): open it from where it is now.",
        "after.log is not the text of which x.allocscope was saved: its SHA-256 begins with 00e3f543ade9, not with 13b25776fa40. What it says may be about another run.",
      ]
    `);
  });

  it('that hold nothing any more are told as other files are', async () => {
    const folder = await saved(false);
    await writeFile(join(folder, 'before.log'), 'nothing\n');
    const started = await start();
    await started.backend.openPath(join(folder, 'x.allocscope'));
    expect(started.log.all('openingFailed').map(({ message }) => message)).toEqual([
      expect.stringContaining('before.log cannot be opened.'),
    ]);
    expect(await texts(started)).toHaveLength(2);
  });

  it('that are open already are not opened twice', async () => {
    const folder = await saved(false);
    const started = await start();
    await started.backend.openPath(join(folder, 'before.log'));
    await started.backend.openPath(join(folder, 'x.allocscope'));
    expect(await texts(started)).toHaveLength(3);
  });
});
