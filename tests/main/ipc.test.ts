import { resolve } from 'node:path';
import type { IpcMain } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HOST_METHODS } from '../../src/bridge/host.ts';
import { type PageServices, registerIpc } from '../../src/main/ipc.ts';
import { fakeElectron, handledChannels, invoke } from './fake-electron.ts';

const services = {
  request: vi.fn((method: string, params: unknown) => Promise.resolve({ method, params }) as never),
  openPaths: vi.fn(),
  openBytes: vi.fn(),
  chooseFiles: vi.fn(() => Promise.resolve()),
} satisfies PageServices;

const ours = { sender: 'ours' };
const foreign = { sender: 'foreign' };
const refusal = { ok: false, message: 'Only the page of Allocscope may ask for this.' };
const nonsense = {
  ok: false,
  message: 'The page asked to open files in a way that makes no sense.',
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
    [...methods, 'host:openPaths', 'host:openBytes', 'host:chooseFiles'].sort(),
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

describe('opening paths', () => {
  it('takes absolute paths', async () => {
    const paths = [resolve('/tmp/a'), resolve('/tmp/b')];
    expect(await invoke('host:openPaths', paths, ours)).toEqual({ ok: true, value: undefined });
    expect(services.openPaths.mock.calls).toEqual([[paths]]);
  });

  it.each([
    [['relative']],
    [['']],
    [[resolve('/tmp/a'), 7]],
    [[`${resolve('/tmp/a')}\0`]],
    ['/tmp/a'],
    [{ length: 1, 0: '/tmp/a' }],
    [Array.from({ length: 1001 }, () => resolve('/tmp/a'))],
    [undefined],
  ])('refuses %j', async (paths) => {
    expect(await invoke('host:openPaths', paths, ours)).toEqual(nonsense);
    expect(services.openPaths).not.toHaveBeenCalled();
  });

  it('is refused to others', async () => {
    expect(await invoke('host:openPaths', [resolve('/tmp/a')], foreign)).toEqual(refusal);
    expect(services.openPaths).not.toHaveBeenCalled();
  });
});

describe('opening bytes', () => {
  it('takes a name and bytes', async () => {
    const bytes = new Uint8Array([1, 2]);
    expect(await invoke('host:openBytes', { name: 'heap', bytes }, ours)).toMatchObject({
      ok: true,
    });
    expect(services.openBytes.mock.calls).toEqual([['heap', bytes]]);
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
