import {
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  nativeTheme,
  type Rectangle,
  screen,
} from 'electron';
import type { AppPaths } from './app-paths.ts';
import { PAGE_URL } from './page-address.ts';
import { guardPage } from './page-guard.ts';
import { MINIMUM_SIZE, placeWindow, readWindowState, writeWindowState } from './window-state.ts';

/** The page's own background, so that nothing flashes before it is drawn. */
const BACKGROUND = { light: '#f7f7f5', dark: '#151517' } as const;

/** How the window is made. What is safe by Electron's default is said again: it must not depend on that. */
export function windowOptions(
  bounds: Rectangle,
  dark: boolean,
  { preload, icon }: Pick<AppPaths, 'preload' | 'icon'>,
): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    title: 'Allocscope',
    show: false,
    backgroundColor: dark ? BACKGROUND.dark : BACKGROUND.light,
    // Elsewhere the window has the icon of the packaged application.
    ...(process.platform === 'linux' ? { icon } : {}),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  };
}

/** Opens the window as it stood last time, and remembers how it stands when it is closed. */
export function openWindow(paths: AppPaths): BrowserWindow {
  const state = readWindowState(paths.windowState);
  const primary = screen.getPrimaryDisplay().workArea;
  const others = screen.getAllDisplays().map(({ workArea }) => workArea);
  const bounds = placeWindow(state, [primary, ...others]);
  const window = new BrowserWindow(windowOptions(bounds, nativeTheme.shouldUseDarkColors, paths));
  guardPage(window.webContents);
  window.once('ready-to-show', () => {
    if (state?.maximized) window.maximize();
    else window.show();
  });
  window.on('close', () => writeWindowState(paths.windowState, window));
  return window;
}

/** Loads the page; resolves when it is there. */
export async function loadPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(PAGE_URL);
}
