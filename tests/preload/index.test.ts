import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HOST_METHODS, type Host } from '../../src/bridge/host.ts';
import type { Answer } from '../../src/bridge/ipc.ts';

const electron = {
  contextBridge: { exposeInMainWorld: vi.fn() },
  ipcRenderer: {
    invoke: vi.fn((..._: unknown[]): Promise<Answer> => Promise.resolve({ ok: true, value: 7 })),
    on: vi.fn(),
  },
  webUtils: { getPathForFile: vi.fn((file: File) => (file.name.startsWith('/') ? file.name : '')) },
};
vi.doMock('electron', () => electron);

let host: Host;
beforeEach(async () => {
  vi.resetModules();
  vi.clearAllMocks();
  await import('../../src/preload/index.ts');
  host = electron.contextBridge.exposeInMainWorld.mock.calls[0]?.[1] as Host;
});

/** As the main process sends an event. */
function emit(event: string, payload: unknown): void {
  const [, hear] = electron.ipcRenderer.on.mock.calls[0] as [string, (...a: unknown[]) => void];
  hear({ senderId: 0 }, event, payload);
}

const file = (name: string, size = 3) =>
  ({ name, size, arrayBuffer: () => Promise.resolve(new ArrayBuffer(3)) }) as File;

it('gives the page the contract, and nothing else', () => {
  expect(electron.contextBridge.exposeInMainWorld.mock.calls).toEqual([
    ['allocscope', expect.anything()],
  ]);
  expect(Object.keys(host).sort()).toEqual(['chooseFiles', 'on', 'openFile', 'request']);
});

describe('request', () => {
  it.each(HOST_METHODS)('sends %s', async (method) => {
    expect(await host.request(method, { id: 'r1' } as never)).toBe(7);
    expect(electron.ipcRenderer.invoke.mock.calls).toEqual([[`host:${method}`, { id: 'r1' }]]);
  });

  it.each(['openPath', 'event', 'constructor', ''])('sends no %j', async (method) => {
    await expect(host.request(method as never, undefined as never)).rejects.toThrow('knows no');
    expect(electron.ipcRenderer.invoke).not.toHaveBeenCalled();
  });

  it('rejects with the words of the main process', async () => {
    const message = 'That profile is not open any more.';
    electron.ipcRenderer.invoke.mockResolvedValueOnce({ ok: false, message });
    await expect(host.request('hello', undefined)).rejects.toThrow(new Error(message));
  });
});

describe('openFile', () => {
  it('sends the path, or the bytes of what has none, and gets the profile', async () => {
    expect(await host.openFile(file('/tmp/a'))).toBe(7);
    expect(await host.openFile(file('mail'))).toBe(7);
    await host.openFile(file('/tmp/b'), { investigation: 1, at: 0 });
    expect(electron.ipcRenderer.invoke.mock.calls).toEqual([
      ['host:openPath', { path: '/tmp/a' }],
      ['host:openBytes', { name: 'mail', bytes: new Uint8Array(3) }],
      ['host:openPath', { path: '/tmp/b', instead: { investigation: 1, at: 0 } }],
    ]);
  });

  it('says what to do with a large file without a path', async () => {
    await expect(host.openFile(file('mail', 256 * 2 ** 20 + 1))).rejects.toThrow(
      'mail comes from another program and is larger than 256 MiB. Save it to a folder',
    );
    expect(electron.ipcRenderer.invoke).not.toHaveBeenCalled();
  });

  it('says what to do with a file that cannot be read', async () => {
    const lost = { ...file('mail'), arrayBuffer: () => Promise.reject(new Error('NotReadable')) };
    await expect(host.openFile(lost)).rejects.toThrow('mail could not be read');
  });
});

it('chooses files in the dialog of the main process', async () => {
  expect(await host.chooseFiles()).toBe(true);
  expect(electron.ipcRenderer.invoke.mock.calls).toEqual([['host:chooseFiles', undefined]]);
});

describe('on', () => {
  it('hears an event until it no longer listens', () => {
    const [closed, other] = [vi.fn(), vi.fn()];
    const stop = host.on('profileClosed', closed);
    host.on('menuCommand', other);
    emit('profileClosed', { profile: 1 });
    expect(closed.mock.calls).toEqual([[{ profile: 1 }]]);
    expect(other).not.toHaveBeenCalled();
    // What cannot cross the bridge, such as a Set, must not come back over it.
    expect(stop()).toBeUndefined();
    emit('profileClosed', { profile: 2 });
    expect(closed).toHaveBeenCalledOnce();
  });

  it('takes one place on the channel, however many listen', () => {
    for (let count = 0; count < 20; count++) host.on('menuCommand', () => {});
    expect(electron.ipcRenderer.on.mock.calls).toEqual([['host:event', expect.any(Function)]]);
  });

  it('knows no other events', () => {
    expect(() => host.on('secret' as never, () => {})).toThrow();
  });
});
