import { beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/backend/desk.ts';
import { openDesk } from '../../src/main/desk.ts';
import { FakeWindow, fakeElectron } from './fake-electron.ts';

let electron: ReturnType<typeof fakeElectron>;
let window: FakeWindow;
let desk: Desk;

beforeEach(() => {
  electron = fakeElectron();
  window = new FakeWindow({});
  const parts = { ...electron, icon: '/app/icon.png', window: () => window };
  desk = openDesk(parts as unknown as Parameters<typeof openDesk>[0]);
});

describe('choosing where to save', () => {
  it('begins where it is told, with what the ending means', async () => {
    const filePath = '/home/me/mine.pb.gz';
    electron.dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath });
    expect(await desk.chooseTarget('/home/me/heap.pb.gz', 'pb.gz')).toBe(filePath);
    expect(electron.dialog.showSaveDialog.mock.calls).toEqual([
      [
        window,
        {
          title: 'Export',
          defaultPath: '/home/me/heap.pb.gz',
          filters: [{ name: 'pprof Profiles', extensions: ['gz'] }],
          properties: ['createDirectory', 'showOverwriteConfirmation'],
        },
      ],
    ]);
  });

  it('gives nothing when the user changes their mind', async () => {
    expect(await desk.chooseTarget('heap.svg', 'svg')).toBe(null);
  });

  it('asks whether files may be replaced, and keeps them unless the user says so', async () => {
    expect(await desk.mayReplace(['a.png', 'b.png'])).toBe(true);
    electron.dialog.showMessageBox.mockResolvedValueOnce({ response: 1 });
    expect(await desk.mayReplace(['a.png'])).toBe(false);
    const [first, second] = electron.dialog.showMessageBox.mock.calls.map((call) =>
      JSON.stringify(call),
    );
    expect(first).toContain('Replace 2 files that are there already?');
    expect(first).toContain('a.png\\nb.png');
    expect(first).toContain('"defaultId":1,"cancelId":1');
    expect(second).toContain('Replace “a.png”?');
  });
});

it('says in a dialog what is to be chosen, also where no title is shown', async () => {
  await desk.locateProfile('heap\u202e.pb.gz');
  await desk.chooseFolder('Folder for Captures', '/home/me');
  const asked = (words: string) => ({ title: words, message: words });
  expect(electron.dialog.showOpenDialog.mock.calls).toEqual([
    [window, { ...asked('Locate heap\\u{202E}.pb.gz'), properties: ['openFile'] }],
    [
      window,
      {
        ...asked('Folder for Captures'),
        defaultPath: '/home/me',
        properties: ['openDirectory', 'createDirectory'],
      },
    ],
  ]);
});

it('shows the very command that is to be run', async () => {
  await desk.mayRun('ed \u202e{file}');
  const [[, { detail }]] = electron.dialog.showMessageBox.mock.calls as unknown as [
    [FakeWindow, { detail: string }],
  ];
  expect(detail).toBe('ed \\u{202E}{file}');
});

it('puts a picture into the clipboard as PNG', async () => {
  await desk.copyPicture(new Uint8Array([1, 2, 3]));
  const [[items]] = electron.clipboard.write.mock.calls as [[{ items: Record<string, Blob> }[]]];
  const blob = items[0]?.items['image/png'];
  expect(blob?.type).toBe('image/png');
  expect(new Uint8Array((await blob?.arrayBuffer()) ?? [])).toEqual(new Uint8Array([1, 2, 3]));
});

it('drags a picture by itself, and what Electron cannot draw by the icon', () => {
  desk.startDrag('/tmp/heap.png');
  desk.startDrag('/tmp/heap.svg');
  const dragged = window.webContents.startDrag.mock.calls.map(([{ file, icon }]) => [
    file,
    icon.path,
  ]);
  expect(dragged).toEqual([
    ['/tmp/heap.png', '/tmp/heap.png'],
    ['/tmp/heap.svg', '/app/icon.png'],
  ]);
});

it('shows a file in its folder', () => {
  desk.showInFolder('/tmp/heap.svg');
  expect(electron.shell.showItemInFolder.mock.calls).toEqual([['/tmp/heap.svg']]);
});
