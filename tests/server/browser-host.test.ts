import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { ask, type HostEvent, type HostEvents } from '../../src/bridge/host.ts';
import { connectHost } from '../../src/renderer/host/host.ts';
import { type BuiltEntries, buildEntries } from '../helpers/build-entries.ts';
import { EventLog } from '../helpers/host-events.ts';
import { heapProfile } from '../helpers/start-backend.ts';
import { startShell } from '../helpers/start-server.ts';
import { viewOf } from '../helpers/views.ts';

/* The page's end of the connection, outside of a page, against the real server. */

let built: BuiltEntries;

beforeAll(async () => {
  built = await buildEntries({ engine: 'src/engine/worker.ts' });
});
afterAll(() => built.remove());

async function connect() {
  const shell = await startShell(built.file('engine'));
  vi.stubGlobal('WebSocket', WebSocket);
  vi.stubGlobal('document', { baseURI: shell.url });
  vi.stubGlobal('window', {});
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const host = await connectHost();
  const events: HostEvent[] = [
    'openingStarted',
    'openingProgress',
    'profileOpened',
    'openingFailed',
  ];
  const log = new EventLog((listener) => {
    const ends = events.map((event) =>
      host.on(event, (payload: HostEvents[typeof event]) => listener(event, payload)),
    );
    return () => {
      for (const end of ends) end();
    };
  });
  return { shell, host, log };
}

describe('the browser host', () => {
  it('uploads a file and draws it', async () => {
    const { host, log } = await connect();
    const file = new File([await readFile(heapProfile)], 'ümläut & co.pb.gz');
    expect(await host.openFile(file)).toBe(1);
    const { profile } = await log.next('profileOpened');
    expect(profile).toMatchObject({ id: 1, name: 'ümläut & co.pb.gz', path: '' });
    expect(log.all('openingProgress')[0]).toMatchObject({ phase: 'read', total: file.size });
    const slice = await ask(host, 'slice', { view: viewOf(1), window: null, side: null });
    expect(slice.total).toBeInstanceOf(Float64Array);
    expect(slice.total[0]).toBe(26_528_286);
    const frames = await ask(host, 'frames', {
      profile: 1,
      granularity: 'functions',
      inlines: true,
      base: null,
    });
    expect(frames.name.bytes).toBeInstanceOf(Uint8Array);
    const path = await ask(host, 'path', { view: viewOf(1), node: slice.node[1] ?? 0 });
    expect(await ask(host, 'locate', { view: viewOf(1), path })).toMatchObject({ depth: 1 });
  });

  it('says hello', async () => {
    const { host } = await connect();
    expect(await host.request('hello', undefined)).toMatchObject({
      version: '1.2.3',
      shell: 'browser',
      profiles: [],
    });
  });

  it('tells of a file that is no profile, and the upload does not fail', async () => {
    const { host, log } = await connect();
    const files = [new File(['nonsense'], 'a.txt'), new File([], 'empty.txt')];
    const opened = await Promise.all(files.map((file) => host.openFile(file)));
    expect(opened).toEqual([null, null]);
    const messages = log.all('openingFailed').map(({ message }) => message);
    expect(messages.sort()).toEqual([
      expect.stringContaining('a.txt cannot be opened.'),
      expect.stringContaining('empty.txt cannot be opened. It is empty'),
    ]);
  });

  it('takes an upload that is cancelled to its end', async () => {
    const { host, log } = await connect();
    void log
      .next('openingStarted')
      .then(({ opening }) => host.request('cancelOpening', { opening }));
    expect(await host.openFile(new File([new Uint8Array(50e6)], 'large'))).toBeNull();
    expect(log.all('profileOpened')).toEqual([]);
    expect(log.all('openingFailed')).toEqual([]);
  });

  it('rejects with the sentence of the other end', async () => {
    const { host } = await connect();
    const asking = ask(host, 'slice', { view: viewOf(9), window: null, side: null });
    await expect(asking).rejects.toThrow('That profile is not open any more.');
    const forging = host.request('engine', { method: 'slice', params: { view: 1 } });
    await expect(forging).rejects.toThrow('makes no sense');
  });

  it('lets the page show its own dialog for files', async () => {
    const { host } = await connect();
    expect(await host.chooseFiles()).toBe(false);
  });

  it('says that the connection is lost', async () => {
    const { host, shell } = await connect();
    await host.request('hello', undefined);
    const pending = host.request('hello', undefined);
    const lost = 'The connection to Allocscope was lost';
    const expectation = expect(pending).rejects.toThrow(lost);
    const told: string[] = [];
    host.on('connectionLost', ({ message }) => told.push(message));
    await shell.server.close();
    await expectation;
    expect(told).toEqual([expect.stringContaining(lost)]);
    await expect(host.request('hello', undefined)).rejects.toThrow(lost);
    await expect(host.openFile(new File(['x'], 'x'))).rejects.toThrow(lost);
    expect(told).toHaveLength(3);
  });

  it('hands a file over for a profile of an investigation, and says what is wrong with it', async () => {
    const { host } = await connect();
    const file = new File([await readFile(heapProfile)], 'heap.pb.gz');
    await expect(host.openFile(file, { investigation: 1, at: 0 })).rejects.toThrow(
      'That investigation does not wait for a profile any more.',
    );
    const folder = resolve(import.meta.dirname, '../fixtures/investigation');
    const text = await readFile(join(folder, 'version-1.allocscope'), 'utf8');
    const lost = text.replaceAll('seed-story', 'nowhere');
    expect(await host.openFile(new File([lost], 'x.allocscope'))).toBeNull();
    const { sought } = await host.request('hello', undefined);
    expect(sought).toMatchObject([{ id: 1, name: 'x.allocscope' }]);
    await host.openFile(file, { investigation: 1, at: 0 });
    const [now] = (await host.request('hello', undefined)).sought;
    expect(now?.profiles[0]?.found?.sha256).toBe(now?.profiles[0]?.sha256);
    await host.request('leaveInvestigation', { investigation: 1 });
  });

  it('tells all pages', async () => {
    const { host, shell, log } = await connect();
    const other = await connectHost();
    const otherOpened = new Promise((resolve) => {
      other.on('profileOpened', resolve);
    });
    await host.openFile(new File([await readFile(heapProfile)], 'x'));
    expect(await otherOpened).toEqual(log.all('profileOpened')[0]);
    expect(shell.log.all('profileOpened')).toHaveLength(1);
  });
});

it('prefers the host of Electron', async () => {
  const allocscope = {};
  vi.stubGlobal('window', { allocscope });
  expect(await connectHost()).toBe(allocscope);
  vi.unstubAllGlobals();
});
