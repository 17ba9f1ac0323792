import { resolve } from 'node:path';
import type { IpcMain } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HOST_METHODS } from '../../src/bridge/host.ts';
import { type PageServices, registerIpc } from '../../src/main/ipc.ts';
import { fakeElectron, handledChannels, invoke } from './fake-electron.ts';

const services = {
  request: vi.fn((method: string, params: unknown) => Promise.resolve({ method, params }) as never),
  openPath: vi.fn(() => Promise.resolve<number | null>(4)),
  openBytes: vi.fn(() => Promise.resolve<number | null>(null)),
  chooseFiles: vi.fn(() => Promise.resolve()),
} satisfies PageServices;

const ours = { sender: 'ours' };
const foreign = { sender: 'foreign' };
const refusal = { ok: false, message: 'Only the page of Allocscope may ask for this.' };
const nonsense = {
  ok: false,
  message: 'The page asked to open a file in a way that makes no sense.',
};

beforeEach(() => {
  vi.clearAllMocks();
  registerIpc(
    fakeElectron().ipcMain as unknown as IpcMain,
    (event) => (event as unknown) === ours,
    services,
  );
});

it('answers on one channel for each method of the contract, and on three of the preload', () => {
  const methods = HOST_METHODS.map((method) => `host:${method}`);
  expect(handledChannels().sort()).toEqual(
    [...methods, 'host:openPath', 'host:openBytes', 'host:chooseFiles'].sort(),
  );
});

describe.each(HOST_METHODS)('%s', (method) => {
  it('passes on what the page asks, and the answer', async () => {
    const params = { some: 'params' };
    expect(await invoke(`host:${method}`, params, ours)).toEqual({
      ok: true,
      value: { method, params },
    });
    expect(services.request.mock.calls).toEqual([[method, params]]);
  });

  it('is refused to others', async () => {
    expect(await invoke(`host:${method}`, {}, foreign)).toEqual(refusal);
    expect(services.request).not.toHaveBeenCalled();
  });
});

describe('a failure', () => {
  it('is an answer in its own words', async () => {
    services.request.mockRejectedValueOnce(new Error('That profile is not open any more.'));
    expect(await invoke('host:engine', {}, ours)).toEqual({
      ok: false,
      message: 'That profile is not open any more.',
    });
  });

  it('may be thrown at once, and be no Error', async () => {
    services.request.mockImplementationOnce(() => {
      // biome-ignore lint/style/useThrowOnlyError: libraries throw such things too
      throw 'gone';
    });
    expect(await invoke('host:hello', undefined, ours)).toEqual({ ok: false, message: 'gone' });
  });
});

describe('opening a path', () => {
  it('takes an absolute one, and answers with the profile', async () => {
    const path = resolve('/tmp/a');
    expect(await invoke('host:openPath', { path }, ours)).toEqual({ ok: true, value: 4 });
    expect(services.openPath.mock.calls).toEqual([[path, undefined]]);
  });

  it('takes one for a profile that an investigation waits for', async () => {
    const [path, instead] = [resolve('/tmp/a'), { investigation: 1, at: 0 }];
    await invoke('host:openPath', { path, instead }, ours);
    expect(services.openPath.mock.calls).toEqual([[path, instead]]);
    const wrong = { path, instead: { investigation: -1, at: 0 } };
    expect(await invoke('host:openPath', wrong, ours)).toEqual(nonsense);
  });

  it.each([
    ['relative'],
    [''],
    [7],
    [`${resolve('/tmp/a')}\0`],
    [resolve(`/${'a'.repeat(100_001)}`)],
    [[resolve('/tmp/a')]],
    [undefined],
  ])('refuses %j', async (path) => {
    expect(await invoke('host:openPath', { path }, ours)).toEqual(nonsense);
    expect(services.openPath).not.toHaveBeenCalled();
  });

  it('is refused to others', async () => {
    expect(await invoke('host:openPath', { path: resolve('/tmp/a') }, foreign)).toEqual(refusal);
    expect(services.openPath).not.toHaveBeenCalled();
  });
});

describe('opening bytes', () => {
  it('takes a name and bytes', async () => {
    const bytes = new Uint8Array([1, 2]);
    expect(await invoke('host:openBytes', { name: 'heap', bytes }, ours)).toMatchObject({
      ok: true,
    });
    expect(services.openBytes.mock.calls).toEqual([['heap', bytes, undefined]]);
  });

  it.each([
    [{ name: 'heap' }],
    [{ name: 7, bytes: new Uint8Array() }],
    [{ name: 'x'.repeat(1001), bytes: new Uint8Array() }],
    [{ name: 'heap', bytes: [1, 2] }],
    [{ name: 'heap', bytes: { byteLength: 1 } }],
    [null],
  ])('refuses %j', async (file) => {
    expect(await invoke('host:openBytes', file, ours)).toEqual(nonsense);
    expect(services.openBytes).not.toHaveBeenCalled();
  });

  it('is refused to others', async () => {
    const file = { name: 'heap', bytes: new Uint8Array() };
    expect(await invoke('host:openBytes', file, foreign)).toEqual(refusal);
  });
});

it('shows the dialog to the page only', async () => {
  expect(await invoke('host:chooseFiles', undefined, foreign)).toEqual(refusal);
  expect(services.chooseFiles).not.toHaveBeenCalled();
  expect(await invoke('host:chooseFiles', undefined, ours)).toMatchObject({ ok: true });
  expect(services.chooseFiles).toHaveBeenCalledOnce();
});
