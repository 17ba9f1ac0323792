import type { App, BrowserWindow, Dialog, RenderProcessGoneDetails } from 'electron';
import { visibleText } from '../core/text/visible-text.ts';

/** Tells the user about errors that nothing else has dealt with. Blocks until they have read it. */
export function reportUnexpectedErrors(dialog: Dialog): void {
  const report = (error: unknown) => showFailure(dialog, error);
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
}

/** Shows what went wrong when there is nothing to go on with, or nobody else to say it. */
export function showFailure(dialog: Dialog, error: unknown): void {
  const words = visibleText(error instanceof Error ? error.message : String(error));
  dialog.showErrorBox(
    'Allocscope met an error that it did not expect',
    `${words}\n\nYour files are as they were. If it happens again, please report it.`,
  );
}

/** When the page's process ends, offers to load the page again; the backend still holds the profiles. */
export function reviveAfterCrash(window: BrowserWindow, app: App, dialog: Dialog): void {
  window.webContents.on('render-process-gone', async (_, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: `The window stopped working: ${wordsFor(details)}.`,
      detail: 'The profiles are still open. Load the window again to go on with them.',
      buttons: ['Load Again', 'Quit'],
      defaultId: 0,
      cancelId: 0,
    });
    if (response === 1) app.quit();
    else if (!window.isDestroyed()) window.webContents.reload();
  });
}

function wordsFor({ reason, exitCode }: RenderProcessGoneDetails): string {
  switch (reason) {
    case 'oom':
    case 'memory-eviction':
      return 'it ran out of memory';
    case 'killed':
      return 'something else on this machine ended it';
    case 'launch-failed':
      return `it could not be started (code ${exitCode})`;
    default:
      return `it crashed (${reason}, code ${exitCode})`;
  }
}
