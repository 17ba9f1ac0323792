import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ExportOrder, ExportOutcome } from '../../../src/bridge/export-api.ts';
import { cancelExport, copyPicture, exportToFile } from '../../../src/renderer/state/exporting.ts';
import { reportExport } from '../../../src/renderer/state/running-exports.ts';
import { orderOf } from '../../helpers/export-orders.ts';
import { settle, startPage, stubPage } from '../../helpers/start-page.ts';

let restore = () => {};
beforeEach(() => {
  restore = stubPage();
});
afterEach(() => restore());

const { request: svg, name } = orderOf(null);

/** A page whose host does with exports what the test says. */
function start(shell: 'electron' | 'browser' = 'electron') {
  const { app } = startPage(1);
  let end: (outcome: ExportOutcome | Error) => void = () => {};
  const requests: [string, unknown][] = [];
  const request = (method: string, params: unknown) => {
    requests.push([method, params]);
    if (method !== 'export') return Promise.resolve(undefined);
    return new Promise((resolve, reject) => {
      end = (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome));
    });
  };
  const page = { ...app, about: { ...app.about, shell }, host: { ...app.host, request } as never };
  return {
    app: page as typeof app,
    requests,
    order: () => requests.find(([method]) => method === 'export')?.[1] as ExportOrder,
    finish: async (outcome: ExportOutcome | Error) => {
      end(outcome);
      await settle();
    },
    notices: () => app.notices.getState(),
  };
}

it('shows how far an export is, and lets it be cancelled', async () => {
  const { app, order, requests, finish, notices } = start();
  exportToFile(app, { request: svg, name });
  const { key } = order();
  expect(app.exporting.getState()).toEqual([{ key, name, progress: null }]);
  reportExport(app.exporting, { key: 'of another page', step: 'Drawing', done: 1, total: 2 });
  expect(app.exporting.getState()).toEqual([{ key, name, progress: null }]);
  reportExport(app.exporting, { key, step: 'Drawing', done: 1, total: 2 });
  expect(app.exporting.getState()[0]?.progress).toEqual({ step: 'Drawing', done: 1, total: 2 });
  cancelExport(app, key);
  expect(requests.at(-1)).toEqual(['cancelExport', { key }]);
  await finish({ kind: 'cancelled' });
  expect(app.exporting.getState()).toEqual([]);
  expect(notices()).toEqual([]);
});

it('tells where a file lies, and shows it there', async () => {
  const { app, requests, finish, notices } = start();
  exportToFile(app, { request: svg, name });
  await finish({ kind: 'saved', saved: 's1', name: 'mine.svg', folder: '/home/me' });
  const [notice] = notices();
  expect(notice).toMatchObject({ kind: 'info', message: 'mine.svg is saved in /home/me.' });
  expect(notice?.action?.words).toBe('Show in folder');
  notice?.action?.act();
  expect(requests.at(-1)).toEqual(['showSaved', { saved: 's1' }]);
});

it('tells why there is no file', async () => {
  const { app, finish, notices } = start();
  exportToFile(app, { request: svg, name });
  await finish(new Error('heap.svg cannot be saved. The disk is full.'));
  expect(notices()).toMatchObject([
    { kind: 'error', message: 'heap.svg cannot be saved. The disk is full.' },
  ]);
  expect(app.exporting.getState()).toEqual([]);
});

it('copies a PNG, whatever pictures are in files, by the desktop', async () => {
  const { app, order, finish, notices } = start();
  copyPicture(app, { request: svg, name });
  expect(order()).toMatchObject({
    to: 'clipboard',
    name: 'heap.png',
    request: { what: { format: 'png' } },
  });
  await finish({ kind: 'copied' });
  expect(notices().map(({ message }) => message)).toEqual(['The picture is in the clipboard.']);
});

it.each<[string, ExportOutcome | Error, string[]]>([
  [
    'a picture',
    { kind: 'made', files: [{ name: 'heap.png', bytes: new Uint8Array([1, 2]) }] },
    ['The picture is in the clipboard.'],
  ],
  ['nothing that is cancelled', { kind: 'cancelled' }, []],
  ['nothing that fails, and says why', new Error('It is too large.'), ['It is too large.']],
])('copies by the browser, which is told at once: %s', async (_, outcome, sentences) => {
  const { app, finish, notices } = start('browser');
  const write = vi.fn((items: { 'image/png': Promise<Blob> }[]) => items[0]?.['image/png']);
  vi.stubGlobal('navigator', { clipboard: { write } });
  vi.stubGlobal(
    'ClipboardItem',
    class {
      constructor(items: object) {
        Object.assign(this, items);
      }
    },
  );
  copyPicture(app, { request: svg, name });
  expect(write).toHaveBeenCalledOnce();
  await finish(outcome);
  await settle();
  expect(notices().map(({ message }) => message)).toEqual(sentences);
});
