import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, IpcMainInvokeEvent } from 'electron';
import { vi } from 'vitest';
import type { Answer } from '../../src/bridge/ipc.ts';

/*
 * Stands in for Electron, as far as the main process uses it: `vi.mock('electron', …)` puts it there.
 */

type Handler = (event: IpcMainInvokeEvent, params: unknown) => Promise<Answer>;

class FakeApp extends EventEmitter {
  isPackaged = false;
  name = 'Allocscope';
  readonly setName = vi.fn();
  readonly setPath = vi.fn();
  readonly setAboutPanelOptions = vi.fn();
  readonly setAppUserModelId = vi.fn();
  readonly addRecentDocument = vi.fn();
  readonly clearRecentDocuments = vi.fn();
  readonly requestSingleInstanceLock = vi.fn(() => true);
  readonly quit = vi.fn();
  readonly exit = vi.fn();
  private ready: () => void = () => {};
  private readonly readiness = new Promise<void>((resolve) => {
    this.ready = resolve;
  });

  whenReady(): Promise<void> {
    return this.readiness;
  }

  becomeReady(): void {
    this.ready();
  }
}

class FakeContents extends EventEmitter {
  readonly mainFrame = { parent: null, origin: 'app://allocscope' };
  readonly send = vi.fn();
  readonly reload = vi.fn();
  readonly startDrag = vi.fn();
  readonly setWindowOpenHandler = vi.fn();
  readonly isDestroyed = vi.fn(() => false);
  readonly isCrashed = vi.fn(() => false);
}

export class FakeWindow extends EventEmitter {
  static readonly opened: FakeWindow[] = [];
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents = new FakeContents();
  readonly loadURL = vi.fn(() => Promise.resolve());
  readonly show = vi.fn();
  readonly focus = vi.fn();
  readonly maximize = vi.fn();
  readonly restore = vi.fn();
  readonly isVisible = vi.fn(() => true);
  readonly isMinimized = vi.fn(() => false);
  readonly isMaximized = vi.fn(() => false);
  readonly isDestroyed = vi.fn(() => false);
  readonly getNormalBounds = vi.fn(() => ({ x: 10, y: 20, width: 900, height: 700 }));

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    FakeWindow.opened.push(this);
  }
}

/** A picture of a file, which is empty where Electron could not read it: it knows no SVG. */
export class FakeImage {
  readonly path: string;
  readonly resize = vi.fn(() => this);

  constructor(path: string) {
    this.path = path;
  }

  isEmpty(): boolean {
    return !this.path.endsWith('.png');
  }
}

export class FakeClipboardItem {
  readonly items: Record<string, Blob>;

  constructor(items: Record<string, Blob>) {
    this.items = items;
  }
}

const handlers = new Map<string, Handler>();

/** A fresh fake of the module, and what a test asks of it. */
export function fakeElectron() {
  handlers.clear();
  FakeWindow.opened.length = 0;
  const workArea = { x: 0, y: 0, width: 1920, height: 1080 };
  return {
    app: new FakeApp(),
    BrowserWindow: FakeWindow,
    dialog: {
      showErrorBox: vi.fn(),
      showMessageBox: vi.fn(() => Promise.resolve({ response: 0 })),
      showSaveDialog: vi.fn(() => Promise.resolve({ canceled: true, filePath: '' })),
      showOpenDialog: vi.fn(() => Promise.resolve({ canceled: true, filePaths: [] as string[] })),
    },
    ipcMain: {
      handle: vi.fn((channel: string, handler: Handler) => {
        if (handlers.has(channel)) throw new Error(`${channel} is handled twice.`);
        handlers.set(channel, handler);
      }),
    },
    Menu: { buildFromTemplate: vi.fn((template) => template), setApplicationMenu: vi.fn() },
    nativeTheme: { themeSource: 'system', shouldUseDarkColors: false },
    protocol: { registerSchemesAsPrivileged: vi.fn(), handle: vi.fn() },
    screen: {
      getPrimaryDisplay: () => ({ workArea }),
      getAllDisplays: () => [{ workArea }],
    },
    session: {
      defaultSession: { setPermissionCheckHandler: vi.fn(), setPermissionRequestHandler: vi.fn() },
    },
    shell: { openExternal: vi.fn(() => Promise.resolve()), showItemInFolder: vi.fn() },
    clipboard: { write: vi.fn((_items: FakeClipboardItem[]) => Promise.resolve()) },
    ClipboardItem: FakeClipboardItem,
    nativeImage: { createFromPath: vi.fn((path: string) => new FakeImage(path)) },
  };
}

/** The channels that the main process answers on. */
export function handledChannels(): string[] {
  return [...handlers.keys()];
}

/** Sends a message as the page of a window does, or as the event given. */
export async function invoke(
  channel: string,
  params: unknown,
  event: object = pageEvent(),
): Promise<Answer> {
  const handler = handlers.get(channel);
  if (handler === undefined) throw new Error(`Nothing is handled on ${channel}.`);
  return await handler(event as IpcMainInvokeEvent, params);
}

function pageEvent(): object {
  const contents = FakeWindow.opened.at(-1)?.webContents;
  return { sender: contents, senderFrame: contents?.mainFrame };
}
