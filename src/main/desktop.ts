import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  app,
  type BrowserWindow,
  ClipboardItem,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeImage,
  nativeTheme,
  protocol,
  session,
  shell,
} from 'electron';
import { appVersion } from '../backend/app-files.ts';
import { Backend } from '../backend/backend.ts';
import type { Hello, HostEvent, HostEvents, HostMethod, RecentFile } from '../bridge/host.ts';
import { EVENT_CHANNEL } from '../bridge/ipc.ts';
import { PROJECT_PAGE } from './about.ts';
import type { AppPaths } from './app-paths.ts';
import { openDesk } from './desk.ts';
import { reviveAfterCrash, showFailure } from './failures.ts';
import { chooseProfiles } from './file-dialog.ts';
import { registerIpc } from './ipc.ts';
import { type MenuActions, type MenuState, menuTemplate } from './menu.ts';
import type { OpenRequest } from './open-requests.ts';
import { guardPermissions } from './page-guard.ts';
import { servePage } from './protocol.ts';
import { isFromPage } from './sender-check.ts';
import { mayOpenExternally } from './url-policy.ts';
import { loadPage, openWindow } from './window.ts';

/** The application once Electron is ready: one backend, one menu, and at most one window. */
export class Desktop {
  private readonly paths: AppPaths;
  private readonly backend: Backend;
  private window: BrowserWindow | null = null;
  private menu: MenuState = { recentFiles: [], theme: 'system' };

  constructor(paths: AppPaths) {
    this.paths = paths;
    this.backend = new Backend({
      shell: {
        kind: 'electron',
        openExternal,
        desk: openDesk({
          dialog,
          clipboard,
          ClipboardItem,
          nativeImage,
          shell,
          icon: paths.icon,
          window: () => this.show(),
        }),
      },
      version: appVersion(),
      engineFile: paths.engine,
      exportFile: paths.export,
      exampleFolder: paths.example,
      configFolder: paths.config,
    });
  }

  /** Makes everything ready, and opens the window. */
  async start(): Promise<void> {
    this.backend.start();
    guardPermissions(session.defaultSession);
    registerIpc(ipcMain, (event) => isFromPage(event, this.window?.webContents), {
      request: (method, params) => this.request(method, params),
      openPath: (path, instead) => this.backend.openPath(path, instead),
      openBytes: (name, bytes, instead) =>
        this.backend.openBytes(name, Readable.from([bytes]), bytes.length, instead),
      chooseFiles: () => this.chooseFiles(),
    });
    this.backend.listen((event, payload) => this.tellPage(event, payload));
    await servePage(protocol, this.paths.page);
    await this.followSettings();
    this.showMenu({ ...this.menu, recentFiles: await this.backend.recentFiles() });
    this.show();
  }

  /** Brings the window to the front; opens it when there is none, as on macOS after it was closed. */
  show(): BrowserWindow {
    this.window ??= this.openWindow();
    if (this.window.isMinimized()) this.window.restore();
    // The first time, the window shows itself as soon as there is something to see.
    if (this.window.isVisible()) this.window.focus();
    return this.window;
  }

  /** Opens files that were named together: two of them to be compared. */
  open({ paths, isOrdered }: OpenRequest): void {
    this.perform(this.backend.openTogether(paths, isOrdered));
  }

  async dispose(): Promise<void> {
    await this.backend.dispose();
  }

  private openWindow(): BrowserWindow {
    const window = openWindow(this.paths);
    window.on('closed', () => {
      this.window = null;
    });
    reviveAfterCrash(window, app, dialog);
    loadPage(window).catch((error: unknown) => {
      // A window that is closed before its page is there breaks off the loading.
      if (!window.isDestroyed()) showFailure(dialog, error);
    });
    return window;
  }

  private async request(method: HostMethod, params: unknown): Promise<unknown> {
    const result = await this.backend.request(method, params);
    if (method === 'saveSettings') await this.followSettings();
    return result;
  }

  private async chooseFiles(): Promise<void> {
    const paths = await chooseProfiles(dialog, this.show());
    // A dialog lists what is chosen in an order of its own.
    if (paths.length > 0) this.open({ paths, isOrdered: false });
  }

  private tellPage<E extends HostEvent>(event: E, payload: HostEvents[E]): void {
    if (event === 'recentFilesChanged') {
      this.followRecentFiles(payload as HostEvents['recentFilesChanged']);
    }
    const contents = this.window?.webContents;
    // A page that is not there asks for everything when it comes.
    if (contents && !contents.isDestroyed() && !contents.isCrashed()) {
      contents.send(EVENT_CHANNEL, event, payload);
    }
  }

  /** Has the window's frame, its menus and the page's `prefers-color-scheme` follow the chosen theme. */
  private async followSettings(): Promise<void> {
    const { settings } = (await this.backend.request('hello', undefined)) as Hello;
    nativeTheme.themeSource = settings.theme;
    if (settings.theme !== this.menu.theme) this.showMenu({ ...this.menu, theme: settings.theme });
  }

  private followRecentFiles(recentFiles: readonly RecentFile[]): void {
    this.showMenu({ ...this.menu, recentFiles });
    // The system keeps a list of its own, for its dock or task bar.
    const [newest] = recentFiles;
    if (newest === undefined) app.clearRecentDocuments();
    else app.addRecentDocument(join(newest.folder, newest.name));
  }

  private showMenu(state: MenuState): void {
    this.menu = state;
    const place = { platform: process.platform, development: !app.isPackaged };
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, this.menuActions(), place)));
  }

  private menuActions(): MenuActions {
    const ask = (method: HostMethod, params?: unknown) => {
      this.show();
      this.perform(this.request(method, params));
    };
    return {
      command: (command) => this.backend.emit('menuCommand', command),
      chooseFiles: () => this.perform(this.chooseFiles()),
      openExample: () => ask('openExample'),
      openRecent: (id) => ask('openRecent', { id }),
      clearRecent: () => ask('clearRecent'),
      openProjectPage: () => this.perform(openExternal(PROJECT_PAGE)),
    };
  }

  /** Lets work go on by itself. What goes wrong with a file is told by events, so this is for the rest. */
  private perform(work: Promise<unknown>): void {
    work.catch((error: unknown) => showFailure(dialog, error));
  }
}

async function openExternal(url: string): Promise<void> {
  if (!mayOpenExternally(url))
    throw new Error('Only https addresses can be opened in the browser.');
  await shell.openExternal(url);
}
