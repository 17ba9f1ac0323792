import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../src/backend/desk.ts';
import type { ExportOrder } from '../../src/bridge/export-api.ts';
import { type BuiltEntries, buildEntries } from '../helpers/build-entries.ts';
import { orderOf, picture, requestOf } from '../helpers/export-orders.ts';
import { scratchFolder } from '../helpers/scratch-folder.ts';
import { heapProfile, startBackend } from '../helpers/start-backend.ts';

let built: BuiltEntries;
beforeAll(async () => {
  built = await buildEntries({
    engine: 'src/engine/worker.ts',
    export: 'tests/helpers/made-up-export.ts',
  });
});
afterAll(() => built.remove());
afterEach(() => {
  vi.unstubAllEnvs();
});

/** A desktop that chooses a file, and says yes. */
function deskAt(path: string | null) {
  return {
    chooseTarget: vi.fn((_path: string, _extension: string) => Promise.resolve(path)),
    locateProfile: vi.fn(() => Promise.resolve(null)),
    mayRun: vi.fn(() => Promise.resolve(false)),
    mayReplace: vi.fn((_names: readonly string[]) => Promise.resolve(true)),
    chooseFolder: vi.fn((_path: string) => Promise.resolve<string | null>(null)),
    copyPicture: vi.fn((_png: Uint8Array) => Promise.resolve()),
    startDrag: vi.fn((_path: string) => {}),
    showInFolder: vi.fn((_path: string) => {}),
  } satisfies Desk;
}

async function start(desk: Desk | null = null) {
  const parts = await startBackend(built.file('engine'), {
    exportFile: built.file('export'),
    desk,
  });
  await parts.backend.openPath(heapProfile);
  const order = (title: string | null, change: Partial<ExportOrder> = {}) =>
    parts.request('export', orderOf(title, change));
  return { ...parts, order };
}

describe('the thread of an export', () => {
  it('asks the engine, and knows the profiles', async () => {
    const { order, log } = await start();
    const outcome = await order('asks', { to: 'page' });
    const [file] = outcome.kind === 'made' ? outcome.files : [];
    expect(file?.name).toBe('heap.svg');
    expect(new TextDecoder().decode(file?.bytes)).toBe('heap.pb.gz 26528286 1.2.3');
    expect(log.all('exportProgress')).toEqual([{ key: 'k', step: 'Drawing', done: 1, total: 2 }]);
  });

  it('gives whole files to the page', async () => {
    const { order } = await start();
    const outcome = await order('several', { to: 'page' });
    const files = outcome.kind === 'made' ? outcome.files : [];
    expect(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
      ['heap.svg', 'see pictures'],
      ['picture.png', 'a picture'],
    ]);
  });

  it.each([
    ['refused', 'It is too large: export less.'],
    ['defect', 'a defect of Allocscope: please report it (TypeError: x is undefined)'],
    ['dies', 'The part of Allocscope that makes exports stopped.'],
  ])('says why it fails: %s', async (title, sentence) => {
    const { order } = await start();
    await expect(order(title, { to: 'page' })).rejects.toThrow(sentence);
    expect(await order(null, { to: 'page' })).toMatchObject({ kind: 'made' });
  });

  it('says when a profile is closed', async () => {
    const { order, request } = await start();
    await request('closeProfile', { profile: 1 });
    await expect(order('asks', { to: 'page' })).rejects.toThrow('not open any more');
  });

  it('takes orders that make sense, and no others', async () => {
    const { request } = await start();
    const good = orderOf(null);
    const bad = [
      { ...good, name: '../evil.svg' },
      { ...good, name: '.hidden' },
      { ...good, name: 'a/b.svg' },
      { ...good, to: 'printer' },
      { ...good, request: { ...good.request, what: { kind: 'picture' } } },
      { ...good, request: { ...good.request, view: null } },
    ];
    for (const order of bad) {
      await expect(request('export', order as ExportOrder)).rejects.toThrow('makes no sense');
    }
  });
});

describe('cancelling', () => {
  it('ends an export that works without a pause, and leaves nothing', async () => {
    const folder = await scratchFolder();
    const { order, request, log } = await start(deskAt(join(folder, 'heap.svg')));
    const exporting = order('endless');
    await log.next('exportProgress');
    await request('cancelExport', { key: 'k' });
    expect(await exporting).toEqual({ kind: 'cancelled' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('happens when the application ends', async () => {
    const folder = await scratchFolder();
    const { order, backend, log } = await start(deskAt(join(folder, 'heap.svg')));
    const exporting = order('endless');
    await log.next('exportProgress');
    await backend.dispose();
    expect(await exporting).toEqual({ kind: 'cancelled' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('passes over what is not under way', async () => {
    const { request } = await start();
    await request('cancelExport', { key: 'none' });
  });
});

describe('on a desktop', () => {
  it('saves where the user says, and remembers the folder', async () => {
    const folder = await scratchFolder();
    const desk = deskAt(join(folder, 'mine.svg'));
    const { order, request, configFolder } = await start(desk);
    const outcome = await order(null);
    expect(outcome).toMatchObject({ kind: 'saved', name: 'mine.svg', folder });
    expect(desk.chooseTarget.mock.calls).toEqual([['heap.svg', 'svg']]);
    expect(await readFile(join(folder, 'mine.svg'), 'utf8')).toBe('one file');
    await request('showSaved', { saved: outcome.kind === 'saved' ? outcome.saved : '' });
    expect(desk.showInFolder.mock.calls).toEqual([[join(folder, 'mine.svg')]]);
    await order(null);
    expect(desk.chooseTarget.mock.lastCall).toEqual([join(folder, 'heap.svg'), 'svg']);
    expect(JSON.parse(await readFile(join(configFolder, 'export.json'), 'utf8'))).toEqual({
      folder,
    });
  });

  it('asks about what the dialog did not ask about', async () => {
    const folder = await scratchFolder();
    await writeFile(join(folder, 'heap.svg'), 'old');
    await writeFile(join(folder, 'picture.png'), 'old');
    const desk = deskAt(join(folder, 'heap.svg'));
    desk.mayReplace.mockResolvedValueOnce(false);
    const { order } = await start(desk);
    expect(await order('several')).toEqual({ kind: 'cancelled' });
    expect(desk.mayReplace.mock.calls).toEqual([[['picture.png']]]);
    expect(await readFile(join(folder, 'heap.svg'), 'utf8')).toBe('old');
    expect(await order('several')).toMatchObject({ kind: 'saved' });
    expect(await readFile(join(folder, 'picture.png'), 'utf8')).toBe('a picture');
  });

  it('gives a file the ending that belongs to it, and asks about that name', async () => {
    const folder = await scratchFolder();
    await writeFile(join(folder, 'mine.svg'), 'old');
    const desk = deskAt(join(folder, 'mine'));
    desk.mayReplace.mockResolvedValueOnce(false);
    const { order } = await start(desk);
    expect(await order('defect')).toEqual({ kind: 'cancelled' });
    expect(await readFile(join(folder, 'mine.svg'), 'utf8')).toBe('old');
    await order(null);
    expect(desk.mayReplace.mock.calls).toEqual([[['mine.svg']], [['mine.svg']]]);
    expect(await readdir(folder)).toEqual(['mine.svg']);
    expect(await readFile(join(folder, 'mine.svg'), 'utf8')).toBe('one file');
  });

  it('does nothing when the user changes their mind', async () => {
    const { order } = await start(deskAt(null));
    expect(await order('defect')).toEqual({ kind: 'cancelled' });
  });

  it('says at once where nothing can be saved', async () => {
    const folder = await scratchFolder();
    const { order } = await start(deskAt(join(folder, 'no/heap.svg')));
    await expect(order('endless')).rejects.toThrow('Its folder does not exist');
  });

  it('copies, and has a file ready to be dragged', async () => {
    const temporary = await scratchFolder();
    for (const name of ['TMPDIR', 'TEMP']) vi.stubEnv(name, temporary);
    const desk = deskAt(null);
    const { order, request, backend } = await start(desk);
    await expect(order(null, { to: 'clipboard' })).rejects.toThrow('Only a PNG picture');
    const png = { ...orderOf(null), request: requestOf({ ...picture, format: 'png' }) };
    expect(await request('export', { ...png, to: 'clipboard' })).toEqual({ kind: 'copied' });
    expect(new TextDecoder().decode(desk.copyPicture.mock.calls[0]?.[0])).toBe('one file');
    const outcome = await order(null, { to: 'drag' });
    await request('startDrag', { drag: outcome.kind === 'draggable' ? outcome.drag : '' });
    const [path = ''] = desk.startDrag.mock.calls[0] ?? [];
    expect(path).toMatch(/heap\.svg$/);
    expect(await readFile(path, 'utf8')).toBe('one file');
    await expect(request('startDrag', { drag: '/etc/passwd' })).rejects.toThrow('not known');
    await backend.dispose();
    await expect(readFile(path)).rejects.toThrow('ENOENT');
  });
});

describe('in a browser', () => {
  it('waits to be downloaded, until it is fetched', async () => {
    const { order, backend } = await start();
    const outcome = await order(null);
    expect(outcome).toMatchObject({ kind: 'download', name: 'heap.svg' });
    const id = outcome.kind === 'download' ? outcome.address.replace('download/', '') : '';
    const download = backend.download(id);
    expect(await readFile(download?.path ?? '', 'utf8')).toBe('one file');
    await backend.downloaded(id);
    expect(backend.download(id)).toBe(null);
    await expect(readFile(download?.path ?? '')).rejects.toThrow('ENOENT');
  });

  it('is one archive when there are several files', async () => {
    const { order, backend } = await start();
    const outcome = await order('several');
    expect(outcome).toMatchObject({ kind: 'download', name: 'heap.zip' });
    const id = outcome.kind === 'download' ? outcome.address.replace('download/', '') : '';
    const files = unzipSync(await readFile(backend.download(id)?.path ?? ''));
    const texts = Object.entries(files).map(([name, bytes]) => [
      name,
      new TextDecoder().decode(bytes),
    ]);
    expect(texts).toEqual([
      ['heap.svg', 'see pictures'],
      ['picture.png', 'a picture'],
    ]);
  });

  it('forgets the oldest of many that nobody fetched', async () => {
    const { order, backend } = await start();
    const ids: string[] = [];
    for (let at = 0; at < 9; at++) {
      const outcome = await order(null);
      if (outcome.kind === 'download') ids.push(outcome.address.replace('download/', ''));
    }
    expect(ids.map((id) => backend.download(id) !== null)).toEqual([
      false,
      ...Array.from({ length: 8 }, () => true),
    ]);
  });

  it('neither shows nor drags: the browser does that', async () => {
    const { request } = await start();
    await expect(request('showSaved', { saved: 'x' })).rejects.toThrow('browser');
    const png = requestOf({ ...picture, format: 'png' });
    const copying = request('export', { ...orderOf(null), request: png, to: 'clipboard' });
    await expect(copying).rejects.toThrow('browser');
  });
});
