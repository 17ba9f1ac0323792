import type { ExportOutcome, ExportTarget } from '../../bridge/export-api.ts';
import { visibleText } from '../../core/text/visible-text.ts';
import { saveDownload } from '../host/save-download.ts';
import { busy } from '../idle.ts';
import { attempt } from './actions.ts';
import type { App } from './app.ts';
import {
  type ExportDraft,
  exportSubject,
  type NamedRequest,
  requestFor,
  shownScene,
} from './export-request.ts';
import { notify } from './notices.ts';

/** Has an export made, and shows that it is. Rejects with a sentence. */
async function make(app: App, named: NamedRequest, to: ExportTarget): Promise<ExportOutcome> {
  const key = crypto.randomUUID();
  const { exporting, host } = app;
  exporting.setState((running) => [...running, { key, name: named.name, progress: null }], true);
  try {
    return await host.request('export', { key, ...named, to });
  } finally {
    exporting.setState((running) => running.filter((one) => one.key !== key), true);
  }
}

/** Ends an export that is under way. */
export function cancelExport(app: App, key: string): void {
  void attempt(app, app.host.request('cancelExport', { key }));
}

/** Exports to a file, and tells where that is. */
export function exportToFile(app: App, named: NamedRequest): void {
  void attempt(app, save(app, named));
}

async function save(app: App, named: NamedRequest): Promise<void> {
  const outcome = await make(app, named, 'file');
  if (outcome.kind === 'download') {
    saveDownload(outcome.address, outcome.name);
    notify(app.notices, 'info', `Your browser saves ${visibleText(outcome.name)}.`);
  } else if (outcome.kind === 'saved') {
    const { saved, name, folder } = outcome;
    const sentence = `${name} is saved in ${folder}.`;
    notify(app.notices, 'info', sentence, [], {
      words: 'Show in folder',
      act: () => void attempt(app, app.host.request('showSaved', { saved })),
    });
  }
}

/** Puts a picture of what is on screen into the clipboard, as pictures were exported last. */
export function copyShownPicture(app: App): void {
  const subject = exportSubject(app);
  if (subject === null) return;
  const choices = { ...app.settings.getState().exporting, what: 'picture' } as const;
  const draft = { choices, scene: shownScene(app, subject.view), title: '' };
  copyPicture(app, requestOf(app, draft));
}

/** Puts a picture into the clipboard, as a PNG whatever its format is in files. */
export function copyPicture(app: App, named: NamedRequest | null): void {
  if (named === null || named.request.what.kind !== 'picture') return;
  const { request, name } = named;
  const what = { ...named.request.what, format: 'png' } as const;
  const png = { request: { ...request, what }, name: name.replace(/\.svg$/, '.png') };
  void attempt(app, copy(app, png));
}

/** The order for what is on screen; null when there is nothing. */
function requestOf(app: App, draft: ExportDraft): NamedRequest | null {
  const subject = exportSubject(app);
  return subject === null ? null : requestFor(app, subject, draft);
}

async function copy(app: App, png: NamedRequest): Promise<void> {
  const isCopied =
    app.about.shell === 'electron'
      ? (await make(app, png, 'clipboard')).kind === 'copied'
      : await copyByBrowser(app, png);
  if (isCopied) notify(app.notices, 'info', 'The picture is in the clipboard.');
}

/** The browser is told at once, while it knows that the user asked, and waits for the picture. */
async function copyByBrowser(app: App, png: NamedRequest): Promise<boolean> {
  const making = make(app, png, 'page');
  const picture = making.then((outcome) => {
    const file = outcome.kind === 'made' ? outcome.files[0] : undefined;
    if (file === undefined) throw new Error('There is no picture.');
    return new Blob([file.bytes.slice()], { type: 'image/png' });
  });
  // Where the browser refuses before it waits, nobody hears of what becomes of the picture.
  picture.catch(() => {});
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    return true;
  } catch (cause) {
    // What kept the picture from being made says more.
    if ((await making).kind === 'cancelled') return false;
    throw new Error('The browser did not let the picture into the clipboard.', { cause });
  }
}

/** A picture that is made beside what the user does, without a word about it. */
export async function makeQuietly(
  { host }: App,
  named: NamedRequest,
  to: 'page' | 'drag',
  signal: AbortSignal,
): Promise<ExportOutcome> {
  const key = crypto.randomUUID();
  const done = busy();
  const cancel = () => void host.request('cancelExport', { key }).catch(() => {});
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await host.request('export', { key, ...named, to });
  } finally {
    signal.removeEventListener('abort', cancel);
    done();
  }
}
