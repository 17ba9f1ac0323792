import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CaptureFolder } from '../../../src/backend/capture/capture-folder.ts';
import { captureName } from '../../../src/backend/capture/capture-name.ts';
import type { Desk } from '../../../src/backend/desk.ts';
import type { CaptureOutcome } from '../../../src/bridge/capture-api.ts';
import { type BuiltEntries, buildEntries } from '../../helpers/build-entries.ts';
import { captureOrder } from '../../helpers/capture-orders.ts';
import { obeysPermissions } from '../../helpers/platform.ts';
import { pprofServer, servedProfile } from '../../helpers/pprof-server.ts';
import { scratchFolder } from '../../helpers/scratch-folder.ts';
import { startBackend } from '../../helpers/start-backend.ts';

let built: BuiltEntries;
const start = (desk: Desk | null = null) => startBackend(built.file('engine'), { desk });

beforeAll(async () => {
  built = await buildEntries({ engine: 'src/engine/worker.ts' });
});
afterAll(() => built.remove());

/** What was captured; the sentence where nothing was. */
function captured(outcome: CaptureOutcome) {
  if (outcome.kind !== 'captured') throw new Error(JSON.stringify(outcome));
  return outcome;
}

const expvar = { kind: 'counter', address: '/debug/vars', metric: 'requests.total' } as const;

describe('a capture of a page', () => {
  it('is saved as a file, then opened like any', async () => {
    const server = await pprofServer();
    const { request, hello, log, configFolder } = await start();
    const order = captureOrder(server.host, { kind: 'cpu', seconds: 2 });
    const { saved, name, folder } = captured(await request('capture', order));
    expect((await hello()).profiles).toEqual([]);
    const profile = await request('openSaved', { saved });
    expect(folder).toBe(join(configFolder, 'captures'));
    expect(folder).toBe((await hello()).captureFolder);
    expect(name).toMatch(/^cpu-2s-127\.0\.0\.1-\d+-\d{8}-\d{6}\.pb\.gz$/);
    const bytes = await readFile(join(folder, name));
    expect(bytes.equals(servedProfile('before', 'profile'))).toBe(true);
    const { profiles, recentFiles } = await hello();
    expect(profiles.map(({ id, path }) => [id, path])).toEqual([[profile, join(folder, name)]]);
    expect(recentFiles.map((recent) => recent.name)).toEqual([name]);
    expect(log.all('captureProgress').at(-1)).toMatchObject({ key: 'k1', step: 'receiving' });
  });

  it('leaves its header nowhere', async () => {
    const server = await pprofServer();
    const { request, hello, configFolder } = await start();
    const header = { name: 'Authorization', value: 'Bearer hush' };
    const order = captureOrder(`http://me:hush@${server.host}/?key=hush`, {
      header,
      count: expvar,
    });
    const outcome = await request('capture', order);
    expect(JSON.stringify([outcome, await hello()])).not.toContain('hush');
    for (const name of await readdir(configFolder, { recursive: true })) {
      expect(name).not.toContain('hush');
      const path = join(configFolder, name);
      if ((await stat(path)).isFile()) expect(await readFile(path, 'utf8')).not.toContain('hush');
    }
  });

  it('has its number of requests remembered by the digest of its file', async () => {
    const server = await pprofServer();
    const { request, hello, configFolder } = await start();
    const { sha256, saved } = captured(
      await request('capture', captureOrder(server.host, { count: expvar })),
    );
    await request('openSaved', { saved });
    await request('capture', captureOrder(server.host, { count: { kind: 'typed', count: 7 } }));
    const { counts, profiles } = await hello();
    expect(profiles[0]?.sha256).toBe(sha256);
    expect(counts).toEqual([{ sha256, count: 7 }]);
    const kept = JSON.parse(await readFile(join(configFolder, 'captured-counts.json'), 'utf8'));
    expect(kept).toEqual({ counts });
  });

  it('ends without a trace when it is cancelled', async () => {
    const server = await pprofServer({ secondMillis: null });
    const { request, log, hello, configFolder } = await start();
    const running = request('capture', captureOrder(server.host, { kind: 'cpu' }));
    await log.next('captureProgress');
    await request('cancelCapture', { key: 'k1' });
    expect(await running).toEqual({ kind: 'cancelled' });
    expect((await hello()).profiles).toEqual([]);
    expect(await readdir(configFolder)).not.toContain('captures');
  });

  it('is refused as an outcome, by the service and by the disk', async () => {
    const server = await pprofServer();
    const { request, configFolder } = await start();
    const leases = captureOrder(`${server.host}/debug/pprof/leases`);
    expect(await request('capture', leases)).toMatchObject({ kind: 'refused', trouble: 'address' });
    await writeFile(join(configFolder, 'captures'), 'in the way');
    expect(await request('capture', captureOrder(server.host))).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/\.pb\.gz cannot be saved\. /),
    });
  });

  it('can be downloaded, or saved elsewhere', async () => {
    const server = await pprofServer();
    const { request, backend } = await start();
    const { saved, name } = captured(await request('capture', captureOrder(server.host)));
    const outcome = await request('saveCopy', { saved });
    if (outcome.kind !== 'download') throw new Error(outcome.kind);
    expect(outcome.name).toBe(name);
    const download = backend.download(outcome.address.replace('download/', ''));
    const bytes = await readFile(download?.path ?? '');
    expect(bytes.equals(servedProfile('before', 'heap'))).toBe(true);
    await expect(request('saveCopy', { saved: 'no' })).rejects.toThrow('not known any more');
  });

  it('goes into a folder of the user’s choice, from then on', async () => {
    const server = await pprofServer();
    const chosen = await scratchFolder();
    const chooseFolder = vi.fn((_title: string, _path?: string) =>
      Promise.resolve<string | null>(chosen),
    );
    const { request, hello, configFolder } = await start({ chooseFolder } as unknown as Desk);
    expect(await request('chooseCaptureFolder', undefined)).toBe(chosen);
    expect(chooseFolder.mock.calls).toEqual([
      ['Folder for Captures', join(configFolder, 'captures')],
    ]);
    expect((await hello()).captureFolder).toBe(chosen);
    const { folder } = captured(await request('capture', captureOrder(server.host)));
    expect(folder).toBe(chosen);
    chooseFolder.mockResolvedValueOnce(null);
    expect(await request('chooseCaptureFolder', undefined)).toBe(null);
    expect((await hello()).captureFolder).toBe(chosen);
  });
});

describe('the folder of captures', () => {
  const bytes = new Uint8Array([0x1f, 0x8b]);

  it('never replaces what is there', async () => {
    const own = join(await scratchFolder(), 'captures');
    const folder = new CaptureFolder(own, join(own, 'memory.json'));
    const names = ['a.pb.gz', 'a.pb.gz', 'b.txt'];
    const paths = await Promise.all(names.map((name) => folder.save(name, bytes)));
    await folder.save('a.pb.gz', bytes);
    expect(new Set(paths).size).toBe(3);
    expect((await readdir(own)).sort()).toEqual(['a-2.pb.gz', 'a-3.pb.gz', 'a.pb.gz', 'b.txt']);
    for (const name of await readdir(own)) {
      expect(new Uint8Array(await readFile(join(own, name)))).toEqual(bytes);
    }
  });

  it.runIf(obeysPermissions)(
    'says that it is read-only (skipped as root and on Windows)',
    async () => {
      const own = join(await scratchFolder(), 'captures');
      await mkdir(own);
      await chmod(own, 0o500);
      const folder = new CaptureFolder(own, join(own, 'memory.json'));
      await expect(folder.save('a.pb.gz', bytes)).rejects.toThrow('no permission to write there');
      await chmod(own, 0o700);
    },
  );
});

it('names captures by host, profile and time, and by what they are', () => {
  const facts = {
    address: '',
    host: '[::1]:6060',
    profile: 'heap',
    seconds: null,
    fileBytes: 1,
    askedMillis: new Date(2026, 10, 28, 7, 5, 9).getTime(),
    redirects: [],
    count: null,
    remarks: [],
  };
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  const names = [
    captureName(facts, new Uint8Array([0x1f, 0x8b])),
    captureName(
      { ...facts, host: 'api.example', profile: 'profile', seconds: 30 },
      bytesOf('\n\u0004\b'),
    ),
    captureName({ ...facts, profile: '../..' }, bytesOf('heap profile: 1: 2')),
    captureName({ ...facts, host: 'x'.repeat(300) }, bytesOf('--- mutex:\ncycles')),
  ];
  expect(`\n${names.join('\n')}\n`).toMatchInlineSnapshot(`
    "
    heap-1-6060-20261128-070509.pb.gz
    cpu-30s-api.example-20261128-070509.pb
    service-1-6060-20261128-070509.txt
    heap-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-20261128-070509.txt
    "
  `);
});
