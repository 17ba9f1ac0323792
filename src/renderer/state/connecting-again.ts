import { type NoticeStore, notify } from './notices.ts';

/**
 * Loads the page again where the program behind it answers: what is open it keeps. Where it does not, the page
 * stays with what it shows, and says so once more.
 */
export async function connectAgain(notices: NoticeStore, sentence: string): Promise<void> {
  try {
    await fetch(document.baseURI, { cache: 'no-store' });
  } catch {
    notify(notices, 'error', sentence);
    return;
  }
  location.reload();
}
