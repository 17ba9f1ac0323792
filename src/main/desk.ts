import type { BrowserWindow, ClipboardItem, clipboard, Dialog, nativeImage, Shell } from 'electron';
import type { Desk } from '../backend/desk.ts';
import { visibleText } from '../core/text/visible-text.ts';

/** The parts of Electron that it needs. */
interface DeskParts {
  readonly dialog: Dialog;
  readonly clipboard: Pick<typeof clipboard, 'write'>;
  readonly ClipboardItem: typeof ClipboardItem;
  readonly nativeImage: Pick<typeof nativeImage, 'createFromPath'>;
  readonly shell: Shell;
  /** A picture for what is dragged and is no picture itself. */
  readonly icon: string;
  /** The window, which is brought up where there is none. */
  readonly window: () => BrowserWindow;
}

/** px of a picture that is dragged. */
const DRAGGED_WIDTH = 160;

/** What the desktop does for files that are saved, dragged or looked for. */
export function openDesk(parts: DeskParts): Desk {
  const { dialog, clipboard, ClipboardItem, nativeImage, shell, icon, window } = parts;
  return {
    async chooseTarget(path, extension) {
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        title: extension === 'allocscope' ? 'Save Investigation' : 'Export',
        defaultPath: path,
        // Filters know but the last extension of a name.
        filters: [{ name: FILTERS[extension] ?? extension, extensions: [lastOf(extension)] }],
        // On Linux the system's dialog asks only when it is told to; elsewhere it always does.
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return canceled || filePath === '' ? null : filePath;
    },

    async mayReplace(files) {
      const names = files.map(visibleText);
      const { response } = await dialog.showMessageBox(window(), {
        type: 'warning',
        message:
          names.length === 1
            ? `Replace “${names[0]}”?`
            : `Replace ${names.length} files that are there already?`,
        detail: names.length === 1 ? 'A file of that name is there already.' : names.join('\n'),
        buttons: ['Replace', 'Cancel'],
        defaultId: 1,
        cancelId: 1,
      });
      return response === 0;
    },

    async locateProfile(name) {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        ...asked(`Locate ${visibleText(name)}`),
        properties: ['openFile'],
      });
      return filePaths[0] ?? null;
    },

    async chooseFolder(title, path) {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        ...asked(title),
        ...(path === undefined ? {} : { defaultPath: path }),
        properties: ['openDirectory', 'createDirectory'],
      });
      return filePaths[0] ?? null;
    },

    async mayRun(command) {
      const { response } = await dialog.showMessageBox(window(), {
        type: 'question',
        message: 'Run this program to open source files?',
        detail: visibleText(command),
        buttons: ['Run It', 'Cancel'],
        defaultId: 1,
        cancelId: 1,
      });
      return response === 0;
    },

    async copyPicture(png) {
      const picture = new Blob([png.slice()], { type: 'image/png' });
      await clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    },

    startDrag(path) {
      const picture = nativeImage.createFromPath(path);
      // macOS takes no empty picture, and a drawing (SVG) is empty to Electron.
      const image = picture.isEmpty() ? nativeImage.createFromPath(icon) : picture;
      window().webContents.startDrag({ file: path, icon: image.resize({ width: DRAGGED_WIDTH }) });
    },

    showInFolder(path) {
      shell.showItemInFolder(path);
    },
  };
}

/** What a dialog asks for. On macOS one that opens files shows no title. */
const asked = (words: string) => ({ title: words, message: words });

const FILTERS: Readonly<Record<string, string>> = {
  allocscope: 'Investigations',
  png: 'PNG Pictures',
  svg: 'SVG Pictures',
  html: 'Web Pages',
  md: 'Markdown',
  csv: 'Comma-Separated Values',
  tsv: 'Tab-Separated Values',
  json: 'JSON',
  folded: 'Folded Stacks',
  'speedscope.json': 'speedscope Profiles',
  'pb.gz': 'pprof Profiles',
};

const lastOf = (extension: string) => extension.split('.').at(-1) ?? extension;
