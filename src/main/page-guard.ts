import type { Session, WebContents } from 'electron';
import { PAGE_URL } from './page-address.ts';

/** Keeps a window at its one page: it goes nowhere else, opens nothing and embeds nothing. */
export function guardPage(contents: WebContents): void {
  // Comes for the main frame and for every other, where `will-navigate` comes for the main frame only.
  contents.on('will-frame-navigate', (details) => {
    // Reloading is a navigation too, to where the page is already.
    if (!details.isMainFrame || details.url !== PAGE_URL) details.preventDefault();
  });
  contents.on('will-redirect', (details) => details.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/**
 * Denies the page every permission but writing to the clipboard. Both handlers are needed: some of the
 * web's interfaces only check whether they have a permission, others request it.
 */
export function guardPermissions(session: Session): void {
  session.setPermissionCheckHandler((_, permission) => isGranted(permission));
  session.setPermissionRequestHandler((_, permission, decide) => decide(isGranted(permission)));
}

function isGranted(permission: string): boolean {
  return permission === 'clipboard-sanitized-write';
}
