import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { ExportOutcome, ExportPiece } from '../bridge/export-api.ts';
import type { Desk } from './desk.ts';
import { type Download, Downloads } from './downloads.ts';
import { refuseUnwritable } from './file-place.ts';
import { readFile } from './read-file.ts';
import { RememberedFolder } from './remembered-folder.ts';
import { saveFiles } from './save-files.ts';
import { TempFolder } from './temp-folder.ts';

/** Where files were taken. */
export type Delivered =
  /** The user changed their mind. */
  | { readonly kind: 'cancelled' }
  /** The first of them lies at a path, of which `showInFolder` takes the id. */
  | { readonly kind: 'saved'; readonly path: string; readonly saved: string }
  /** They wait to be downloaded, once, from an address below the page's own. */
  | { readonly kind: 'download'; readonly name: string; readonly address: string };

/** Takes files where the user wants them: into a folder, out of the window, or to the browser. */
export class Delivery {
  private readonly desk: Desk | null;
  private readonly lastFolder: RememberedFolder;
  private readonly temporary = new TempFolder();
  private readonly downloads = new Downloads(this.temporary);
  /** Files that were saved, or can be dragged, by the ids that the page has of them. */
  private readonly paths = new Map<string, string>();

  /**
   * @param desk null where a browser does all that by itself
   * @param memoryFile a file in which the folder that was saved to last is remembered
   */
  constructor(desk: Desk | null, memoryFile: string) {
    this.desk = desk;
    this.lastFolder = new RememberedFolder(memoryFile);
  }

  /**
   * Saves files where the user chooses, the first under the name that they choose; or has the browser download
   * them.
   *
   * @param pieces the files, the first of them for a path; for null where that is the browser's to know
   */
  async toFile(
    name: string,
    extension: string,
    pieces: (path: string | null) => AsyncIterable<ExportPiece>,
  ): Promise<Delivered> {
    if (this.desk !== null) return await this.save(this.desk, name, extension, pieces);
    const id = await this.downloads.add(name, pieces(null));
    const download = this.downloads.get(id);
    return { kind: 'download', name: download?.name ?? name, address: `download/${id}` };
  }

  /** Saves a copy of what was saved where the user chooses, or has the browser download it. */
  async copyOf(id: string, extension: string): Promise<Delivered> {
    const path = this.pathOf(id);
    const name = basename(path);
    return await this.toFile(name, extension, (target) =>
      pieceOf(target === null ? name : basename(target), path),
    );
  }

  /** Has files ready to be dragged out; the result is the id that `startDrag` takes. */
  async toDrag(name: string, pieces: AsyncIterable<ExportPiece>): Promise<string> {
    const path = join(await this.temporary.subfolder(), name);
    await saveFiles(path, pieces, { mayReplace: () => true });
    return this.remember(path);
  }

  async copyPicture(png: Uint8Array): Promise<void> {
    await this.deskOfShell().copyPicture(png);
  }

  showInFolder(id: string): void {
    this.deskOfShell().showInFolder(this.pathOf(id));
  }

  startDrag(id: string): void {
    this.deskOfShell().startDrag(this.pathOf(id));
  }

  /** What waits to be downloaded under an id; null when there is nothing. */
  download(id: string): Download | null {
    return this.downloads.get(id);
  }

  /** A download has reached the browser. */
  async downloaded(id: string): Promise<void> {
    await this.downloads.forget(id);
  }

  /** Removes what lies in temporary folders. */
  async dispose(): Promise<void> {
    await this.temporary.dispose();
  }

  private async save(
    desk: Desk,
    name: string,
    extension: string,
    pieces: (path: string) => AsyncIterable<ExportPiece>,
  ): Promise<Delivered> {
    const folder = await this.lastFolder.path();
    const suggested = folder === null ? name : join(folder, name);
    const chosen = await desk.chooseTarget(suggested, extension);
    if (chosen === null) return { kind: 'cancelled' };
    const target = withExtension(chosen, extension);
    const { mode } = await refuseUnwritable(target);
    // The dialog has asked about the very file that was chosen in it, and about no other.
    if (target !== chosen && mode !== null && !(await desk.mayReplace([basename(target)]))) {
      return { kind: 'cancelled' };
    }
    const mayReplace = (names: readonly string[]) => {
      const others = names.filter((occupied) => occupied !== basename(target));
      return others.length === 0 || desk.mayReplace(others);
    };
    if (!(await saveFiles(target, pieces(target), { mayReplace }))) return { kind: 'cancelled' };
    await this.lastFolder.remember(dirname(target));
    return { kind: 'saved', path: target, saved: this.remember(target) };
  }

  private deskOfShell(): Desk {
    if (this.desk === null) throw new Error('A browser does that by itself.');
    return this.desk;
  }

  /** The id by which a page knows a file that was saved. */
  remember(path: string): string {
    const id = randomBytes(12).toString('hex');
    this.paths.set(id, path);
    return id;
  }

  /** The path of such a file. Throws Error with a sentence where there is none of that id. */
  pathOf(id: string): string {
    const path = this.paths.get(id);
    if (path === undefined) throw new Error('That file is not known any more.');
    return path;
  }
}

async function* pieceOf(file: string, path: string): AsyncGenerator<ExportPiece> {
  yield { file, bytes: await readFile(path, () => {}) };
}

/** What a page is told of where files were taken. */
export function outcomeOf(delivered: Delivered): ExportOutcome {
  if (delivered.kind !== 'saved') return delivered;
  const { path, saved } = delivered;
  return { kind: 'saved', saved, name: basename(path), folder: dirname(path) };
}

/** A file that does not say what it is would not be opened by what it is for. */
function withExtension(path: string, extension: string): string {
  return path.toLowerCase().endsWith(`.${extension}`) ? path : `${path}.${extension}`;
}
