import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { ExportPiece } from '../bridge/export-api.ts';
import { extensionOf } from '../bridge/export-files.ts';
import type { ExportOrder, ExportOutcome, MadeFile } from '../bridge/host.ts';
import { type Download, Downloads } from './downloads.ts';
import type { Emitter } from './emitter.ts';
import { profilesOf } from './engine-params.ts';
import { ExportCancelled, makeOnThread } from './export-thread.ts';
import { refuseUnwritable } from './file-place.ts';
import { JsonFile } from './json-file.ts';
import type { Profiles } from './profiles.ts';
import { saveFiles } from './save-files.ts';
import { isObject, isText } from './shapes.ts';
import { TempFolder } from './temp-folder.ts';

/** What a shell with windows of its own does for exports; a browser saves, copies and drags by itself. */
export interface Desk {
  /**
   * Lets the user choose where to save. The path is where to begin; the result is null when they change
   * their mind. It may be another extension than the one given, or none.
   */
  chooseTarget(path: string, extension: string): Promise<string | null>;
  /** Asks whether files of these names may be replaced. */
  mayReplace(names: readonly string[]): Promise<boolean>;
  copyPicture(png: Uint8Array): Promise<void>;
  startDrag(path: string): void;
  showInFolder(path: string): void;
}

interface ExportsOptions {
  /** The built entry of the exports' thread. */
  readonly exportFile: string;
  readonly version: string;
  readonly desk: Desk | null;
  /** A file in which the folder that was saved to last is remembered. */
  readonly memoryFile: string;
}

const isMemory = isObject({ folder: isText(100_000) });

/** Makes exports on threads of their own, and takes them where they are to go. */
export class Exports {
  private readonly options: ExportsOptions;
  private readonly profiles: Profiles;
  private readonly emitter: Emitter;
  private readonly memory: JsonFile;
  private readonly temporary = new TempFolder();
  private readonly downloads = new Downloads(this.temporary);
  private readonly underWay = new Map<string, AbortController>();
  private readonly endings = new Set<Promise<unknown>>();
  /** Files that were saved, or can be dragged, by the ids that the page has of them. */
  private readonly paths = new Map<string, string>();

  constructor(options: ExportsOptions, profiles: Profiles, emitter: Emitter) {
    this.options = options;
    this.profiles = profiles;
    this.emitter = emitter;
    this.memory = new JsonFile(options.memoryFile);
  }

  /** Makes an export. Rejects with Error and a sentence. */
  async run(order: ExportOrder): Promise<ExportOutcome> {
    if (this.underWay.has(order.key))
      throw new Error('An export of that key is under way already.');
    const abort = new AbortController();
    this.underWay.set(order.key, abort);
    const work = this.deliver(order, abort.signal);
    this.endings.add(work);
    try {
      return await work;
    } catch (thrown) {
      if (thrown instanceof ExportCancelled) return { kind: 'cancelled' };
      throw thrown;
    } finally {
      this.endings.delete(work);
      this.underWay.delete(order.key);
    }
  }

  /** Ends an export that is under way; nothing is left of it. */
  cancel(key: string): void {
    this.underWay.get(key)?.abort();
  }

  /** What waits to be downloaded under an id; null when there is nothing. */
  download(id: string): Download | null {
    return this.downloads.get(id);
  }

  /** A download has reached the browser. */
  async downloaded(id: string): Promise<void> {
    await this.downloads.forget(id);
  }

  showSaved(id: string): void {
    this.desk().showInFolder(this.pathOf(id));
  }

  startDrag(id: string): void {
    this.desk().startDrag(this.pathOf(id));
  }

  /** Ends what is under way and removes temporary files. */
  async dispose(): Promise<void> {
    for (const abort of this.underWay.values()) abort.abort();
    await Promise.allSettled(this.endings);
    await this.temporary.dispose();
  }

  private async deliver(order: ExportOrder, signal: AbortSignal): Promise<ExportOutcome> {
    const { to, name } = order;
    if (to === 'file') {
      if (this.options.desk !== null) return await this.save(order, this.options.desk, signal);
      const id = await this.downloads.add(name, this.pieces(order, name, signal));
      const download = this.downloads.get(id);
      return { kind: 'download', name: download?.name ?? name, address: `download/${id}` };
    }
    if (to === 'drag') {
      const path = join(await this.temporary.subfolder(), name);
      await saveFiles(path, this.pieces(order, name, signal), { mayReplace: () => true });
      return { kind: 'draggable', drag: this.remember(path) };
    }
    const files = await whole(this.pieces(order, name, signal));
    if (to === 'page') return { kind: 'made', files };
    const { what } = order.request;
    if (what.kind !== 'picture' || what.format !== 'png') {
      throw new Error('Only a PNG picture can be put into the clipboard.');
    }
    await this.desk().copyPicture(files[0]?.bytes ?? new Uint8Array());
    return { kind: 'copied' };
  }

  private async save(order: ExportOrder, desk: Desk, signal: AbortSignal): Promise<ExportOutcome> {
    const { name, request } = order;
    const extension = extensionOf(request.what);
    const remembered = await this.memory.read();
    const first = isMemory(remembered) ? join(remembered.folder, name) : name;
    const chosen = await desk.chooseTarget(first, extension);
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
    const pieces = this.pieces(order, basename(target), signal);
    if (!(await saveFiles(target, pieces, { mayReplace }))) return { kind: 'cancelled' };
    const folder = dirname(target);
    await this.memory.write({ folder });
    return { kind: 'saved', saved: this.remember(target), name: basename(target), folder };
  }

  private pieces(
    { key, request }: ExportOrder,
    fileName: string,
    signal: AbortSignal,
  ): AsyncGenerator<ExportPiece> {
    const start = {
      request,
      fileName,
      profiles: this.profiles.summaries(),
      version: this.options.version,
      nowMillis: Date.now(),
    };
    return makeOnThread(this.options.exportFile, start, {
      ask: (method, params) => this.profiles.query(profilesOf(params), method, params),
      onProgress: (progress) => this.emitter.emit('exportProgress', { key, ...progress }),
      signal,
    });
  }

  private desk(): Desk {
    const { desk } = this.options;
    if (desk === null) throw new Error('A browser does that by itself.');
    return desk;
  }

  private remember(path: string): string {
    const id = randomBytes(12).toString('hex');
    this.paths.set(id, path);
    return id;
  }

  private pathOf(id: string): string {
    const path = this.paths.get(id);
    if (path === undefined) throw new Error('That export is not known any more.');
    return path;
  }
}

/** A file that does not say what it is would not be opened by what it is for. */
function withExtension(path: string, extension: string): string {
  return path.toLowerCase().endsWith(`.${extension}`) ? path : `${path}.${extension}`;
}

async function whole(pieces: AsyncIterable<ExportPiece>): Promise<MadeFile[]> {
  const parts = new Map<string, Uint8Array[]>();
  for await (const { file, bytes } of pieces) {
    const known = parts.get(file);
    if (known === undefined) parts.set(file, [bytes]);
    else known.push(bytes);
  }
  return Array.from(parts, ([name, list]) => ({
    name,
    bytes: new Uint8Array(Buffer.concat(list)),
  }));
}
