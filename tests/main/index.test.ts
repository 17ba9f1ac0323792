import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../src/backend/desk.ts';
import type { RecentFile } from '../../src/bridge/host.ts';
import { FakeWindow, fakeElectron, invoke } from './fake-electron.ts';

/** Stands in for the backend. */
const backend = vi.hoisted(() => ({
  listeners: [] as ((event: string, payload: unknown) => void)[],
  options: {
    shell: { openExternal: (_: string) => Promise.resolve(), desk: null as Desk | null },
    configFolder: '',
    exportFile: '',
  },
  theme: 'system',
  start: vi.fn(),
  request: vi.fn(),
  openPath: vi.fn(() => Promise.resolve(1)),
  openTogether: vi.fn(() => Promise.resolve()),
  openBytes: vi.fn(() => Promise.resolve(1)),
  dispose: vi.fn(() => Promise.resolve()),
  recentFiles: [] as RecentFile[],
}));

const place = vi.hoisted(() => ({
  page: '',
  engine: 'engine.js',
  export: 'export.js',
  example: 'example',
}));

vi.mock('../../src/backend/app-files.ts', () => ({ appFiles: place, appVersion: () => '1.2.3' }));
vi.mock('../../src/backend/backend.ts', () => ({
  Backend: class {
    constructor(options: typeof backend.options) {
      backend.options = options;
    }
    listen = (listener: (event: string, payload: unknown) => void) =>
      backend.listeners.push(listener);
    emit = emit;
    start = backend.start;
    request = backend.request;
    openPath = backend.openPath;
    openTogether = backend.openTogether;
    openBytes = backend.openBytes;
    dispose = backend.dispose;
    recentFiles = () => Promise.resolve(backend.recentFiles);
  },
}));

function emit(event: string, payload: unknown): void {
  for (const listener of backend.listeners) listener(event, payload);
}

let folder: string;
let electron: ReturnType<typeof fakeElectron>;
const argv = process.argv;

/** The test runner listens to them too, and is left in peace. */
const FAILURES = ['uncaughtException', 'unhandledRejection'] as const;
const foreignListeners = new Set(FAILURES.flatMap((event) => process.rawListeners(event)));

function ownListeners(event: string): ((error: unknown) => void)[] {
  return process.rawListeners(event).filter((listener) => !foreignListeners.has(listener)) as ((
    error: unknown,
  ) => void)[];
}

beforeEach(() => {
  vi.resetModules();
  vi.clearAllMocks();
  electron = fakeElectron();
  vi.doMock('electron', () => electron);
  folder = mkdtempSync(join(tmpdir(), 'allocscope-main-'));
  place.page = join(folder, 'out/renderer');
  mkdirSync(place.page, { recursive: true });
  writeFileSync(join(place.page, 'index.html'), '<!doctype html>');
  vi.stubEnv('ALLOCSCOPE_CONFIG_DIR', join(folder, 'config'));
  backend.listeners.length = 0;
  backend.theme = 'system';
  backend.recentFiles = [];
  backend.request.mockImplementation((method: string, params: { theme?: string }) => {
    if (method === 'saveSettings' && params.theme) backend.theme = params.theme;
    return Promise.resolve(method === 'hello' ? { settings: { theme: backend.theme } } : undefined);
  });
});

afterEach(() => {
  process.argv = argv;
  for (const event of FAILURES) {
    for (const listener of ownListeners(event)) process.off(event, listener);
  }
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** Starts the entry; `files` are on its command line. */
async function load(...files: string[]): Promise<void> {
  process.argv = ['electron', '.', ...files];
  await import('../../src/main/index.ts');
}

async function start(...files: string[]): Promise<FakeWindow> {
  await load(...files);
  electron.app.becomeReady();
  await vi.waitFor(() => expect(FakeWindow.opened).toHaveLength(1));
  return theWindow();
}

function theWindow(): FakeWindow {
  const window = FakeWindow.opened.at(-1);
  if (window === undefined) throw new Error('There is no window.');
  return window;
}

function menuItem(id: string): MenuItemConstructorOptions {
  const menu = electron.Menu.setApplicationMenu.mock.lastCall?.[0] as MenuItemConstructorOptions[];
  const all = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap((item) => [item, ...all(Array.isArray(item.submenu) ? item.submenu : [])]);
  const item = all(menu).find((candidate) => candidate.id === id);
  if (item === undefined) throw new Error(`The menu has no ${id}.`);
  return item;
}

const click = (id: string) => menuItem(id).click?.(null as never, undefined, null as never);

describe('before Electron is ready', () => {
  it('registers the scheme, keeps its files in the folder for settings, and opens no window', async () => {
    await load();
    expect(electron.protocol.registerSchemesAsPrivileged).toHaveBeenCalledOnce();
    expect(electron.app.setPath.mock.calls).toEqual([
      ['userData', join(folder, 'config/chromium')],
    ]);
    expect(FakeWindow.opened).toHaveLength(0);
  });

  it('a second instance hands its files to the first, and ends', async () => {
    electron.app.requestSingleInstanceLock.mockReturnValueOnce(false);
    await load('heap.pb.gz');
    electron.app.becomeReady();
    await Promise.resolve();
    expect(electron.app.requestSingleInstanceLock.mock.calls).toEqual([
      [{ paths: [resolve('heap.pb.gz')] }],
    ]);
    expect(electron.app.quit).toHaveBeenCalledOnce();
    expect(FakeWindow.opened).toHaveLength(0);
  });

  it('says why it cannot start', async () => {
    electron.protocol.registerSchemesAsPrivileged.mockImplementationOnce(() => {
      throw new Error('It is too late.');
    });
    await load();
    expect(electron.dialog.showErrorBox).toHaveBeenCalledOnce();
    expect(electron.app.exit.mock.calls).toEqual([[1]]);
  });

  it('does with a temporary folder where that for settings cannot be made', async () => {
    writeFileSync(join(folder, 'config'), 'a file where the folder should be');
    for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, folder);
    await start();
    const [[, used]] = electron.app.setPath.mock.calls as [[string, string]];
    expect(used.startsWith(join(folder, 'allocscope-chromium-'))).toBe(true);
    expect(existsSync(used)).toBe(true);
    expect(electron.dialog.showErrorBox).not.toHaveBeenCalled();
  });
});

describe('the start', () => {
  it('loads the page over its own scheme, and shows the window when it is drawn', async () => {
    const window = await start();
    expect(window.loadURL.mock.calls).toEqual([['app://allocscope/']]);
    expect(backend.start).toHaveBeenCalledOnce();
    expect(electron.protocol.handle).toHaveBeenCalledOnce();
    expect(electron.session.defaultSession.setPermissionCheckHandler).toHaveBeenCalledOnce();
    expect(window.show).not.toHaveBeenCalled();
    window.emit('ready-to-show');
    expect(window.show).toHaveBeenCalledOnce();
  });

  it('opens the files of the command line and those that macOS handed over before', async () => {
    await load('heap.pb.gz');
    const preventDefault = vi.fn();
    electron.app.emit('open-file', { preventDefault }, '/tmp/early');
    expect(backend.openTogether).not.toHaveBeenCalled();
    electron.app.becomeReady();
    await vi.waitFor(() => expect(backend.openTogether).toHaveBeenCalledOnce());
    expect(backend.openTogether.mock.calls).toEqual([
      [[resolve('heap.pb.gz'), '/tmp/early'], false],
    ]);
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it('opens two files of its command line as before and after', async () => {
    await start('b.pb.gz', 'a.pb.gz');
    const paths = [resolve('b.pb.gz'), resolve('a.pb.gz')];
    await vi.waitFor(() => expect(backend.openTogether.mock.calls).toEqual([[paths, true]]));
  });

  it('ends with a sentence when the page is not there', async () => {
    rmSync(join(place.page, 'index.html'));
    await load();
    electron.app.becomeReady();
    await vi.waitFor(() => expect(electron.app.exit).toHaveBeenCalled());
    const [[, words]] = electron.dialog.showErrorBox.mock.calls as [[string, string]];
    expect(words).toContain('has not been built');
  });

  it('tells its version', async () => {
    await start();
    expect(electron.app.setAboutPanelOptions.mock.calls[0]?.[0]).toMatchObject({
      applicationName: 'Allocscope',
      applicationVersion: '1.2.3',
    });
  });
});

describe('a running application', () => {
  it('opens what a second instance hands over, in front', async () => {
    const window = await start();
    window.isMinimized.mockReturnValue(true);
    electron.app.emit('second-instance', {}, ['electron', 'other'], '/', { paths: ['/tmp/late'] });
    expect(backend.openTogether.mock.calls).toEqual([[['/tmp/late'], true]]);
    expect(window.restore).toHaveBeenCalled();
    expect(window.focus).toHaveBeenCalled();
    expect(FakeWindow.opened).toHaveLength(1);
  });

  it('opens a window again for a file of macOS', async () => {
    const first = await start();
    first.emit('closed');
    electron.app.emit('open-file', { preventDefault: vi.fn() }, '/tmp/late');
    await vi.waitFor(() => expect(FakeWindow.opened).toHaveLength(2));
    expect(backend.openTogether.mock.calls).toEqual([[['/tmp/late'], false]]);
  });

  it('answers its page, and no other', async () => {
    const window = await start();
    expect(await invoke('host:openRecent', { id: 'r1' })).toEqual({ ok: true, value: undefined });
    expect(backend.request).toHaveBeenLastCalledWith('openRecent', { id: 'r1' });
    const { mainFrame } = window.webContents;
    const inside = { sender: window.webContents, senderFrame: { ...mainFrame, parent: mainFrame } };
    const elsewhere = { sender: window.webContents, senderFrame: { parent: null, origin: 'null' } };
    for (const event of [inside, elsewhere, { sender: {}, senderFrame: mainFrame }]) {
      expect(await invoke('host:openRecent', { id: 'r1' }, event)).toMatchObject({ ok: false });
    }
  });

  it('passes events to its page, unless that is gone', async () => {
    const window = await start();
    emit('profileClosed', { profile: 1 });
    expect(window.webContents.send.mock.calls).toEqual([
      ['host:event', 'profileClosed', { profile: 1 }],
    ]);
    window.webContents.isCrashed.mockReturnValue(true);
    emit('profileClosed', { profile: 2 });
    window.emit('closed');
    emit('profileClosed', { profile: 3 });
    expect(window.webContents.send).toHaveBeenCalledOnce();
  });

  it('opens the files that are chosen, and those that have no path', async () => {
    const window = await start();
    click('open');
    await vi.waitFor(() => expect(electron.dialog.showOpenDialog).toHaveBeenCalledOnce());
    expect(backend.openTogether).not.toHaveBeenCalled();
    const filePaths = ['/tmp/a', '/tmp/b'];
    electron.dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths });
    expect(await invoke('host:chooseFiles', undefined)).toMatchObject({ ok: true });
    expect(backend.openTogether.mock.calls).toEqual([[filePaths, false]]);
    expect(electron.dialog.showOpenDialog).toHaveBeenLastCalledWith(
      window,
      expect.objectContaining({ properties: ['openFile', 'multiSelections'] }),
    );
    expect(await invoke('host:openPath', { path: '/tmp/a' })).toEqual({ ok: true, value: 1 });
    expect(backend.openPath).toHaveBeenCalledWith('/tmp/a', undefined);
    await invoke('host:openBytes', { name: 'heap', bytes: new Uint8Array(3) });
    expect(backend.openBytes).toHaveBeenCalledWith('heap', expect.anything(), 3, undefined);
  });

  it('sends the commands of the menu to the page', async () => {
    const window = await start();
    click('find');
    expect(window.webContents.send.mock.calls).toEqual([['host:event', 'menuCommand', 'find']]);
  });

  it('follows the theme that the page chooses', async () => {
    await start();
    await invoke('host:saveSettings', { theme: 'dark' });
    expect(electron.nativeTheme.themeSource).toBe('dark');
    expect(menuItem('useDarkTheme').checked).toBe(true);
  });

  it('lists recent files in its menu and in that of the system', async () => {
    await start();
    const recent = { id: 'r1', name: 'heap.pb.gz', folder: '/tmp', openedMillis: 1 };
    emit('recentFilesChanged', [recent]);
    const { submenu } = menuItem('openRecent');
    expect((submenu as MenuItemConstructorOptions[])[0]?.label).toBe('heap.pb.gz (/tmp)');
    expect(electron.app.addRecentDocument.mock.calls).toEqual([[join('/tmp', 'heap.pb.gz')]]);
    click('clearRecent');
    expect(backend.request).toHaveBeenLastCalledWith('clearRecent', undefined);
    emit('recentFilesChanged', []);
    expect(electron.app.clearRecentDocuments).toHaveBeenCalledOnce();
  });

  it('hands https addresses to the browser, and no others', async () => {
    await start();
    await backend.options.shell.openExternal('https://example.com/');
    await expect(backend.options.shell.openExternal('file:///etc/passwd')).rejects.toThrow('https');
    expect(electron.shell.openExternal.mock.calls).toEqual([['https://example.com/']]);
  });

  it('exports by its own window', async () => {
    const window = await start();
    const { desk } = backend.options.shell;
    desk?.startDrag('/tmp/heap.png');
    const [[{ file }]] = window.webContents.startDrag.mock.calls as [[{ file: string }]];
    expect(file).toBe('/tmp/heap.png');
    expect(await desk?.chooseTarget('heap.png', 'png')).toBe(null);
    expect(electron.dialog.showSaveDialog).toHaveBeenCalledWith(window, expect.anything());
    expect(backend.options.exportFile).toBe('export.js');
    click('export');
    expect(window.webContents.send.mock.lastCall).toEqual(['host:event', 'menuCommand', 'export']);
  });

  it('remembers how its window stood', async () => {
    const window = await start();
    window.isMaximized.mockReturnValue(true);
    window.emit('close');
    const file = join(folder, 'config/window.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      bounds: { x: 10, y: 20, width: 900, height: 700 },
      maximized: true,
    });
    window.emit('closed');
    electron.app.emit('activate');
    expect(theWindow().options).toMatchObject({ x: 10, y: 20, width: 900, height: 700 });
    theWindow().emit('ready-to-show');
    expect(theWindow().maximize).toHaveBeenCalledOnce();
  });

  it('offers to load a page again that crashed', async () => {
    const window = await start();
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 });
    expect(electron.dialog.showMessageBox).not.toHaveBeenCalled();
    window.webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 5 });
    await vi.waitFor(() => expect(window.webContents.reload).toHaveBeenCalledOnce());
    electron.dialog.showMessageBox.mockResolvedValueOnce({ response: 1 });
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 11 });
    await vi.waitFor(() => expect(electron.app.quit).toHaveBeenCalledOnce());
    const words = electron.dialog.showMessageBox.mock.calls.map((call) => JSON.stringify(call));
    expect(words[0]).toContain('ran out of memory');
    expect(words[1]).toContain('crashed');
  });

  it('says when something unexpected fails', async () => {
    await start();
    for (const event of FAILURES) {
      expect(ownListeners(event)).toHaveLength(1);
      ownListeners(event)[0]?.(new Error(`It was an ${event}.`));
      expect(electron.dialog.showErrorBox.mock.lastCall).toContainEqual(
        expect.stringContaining(`It was an ${event}.`),
      );
    }
  });

  it('ends when the backend has ended', async () => {
    await start();
    const preventDefault = vi.fn();
    electron.app.emit('will-quit', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(electron.app.exit).toHaveBeenCalledOnce());
    expect(backend.dispose).toHaveBeenCalledOnce();
  });
});
