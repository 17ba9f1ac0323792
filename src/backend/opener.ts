import { basename, join, resolve } from 'node:path';
import type { SoughtPlace } from '../bridge/investigation.ts';
import type { Emitter } from './emitter.ts';
import type { InvestigationRequests } from './investigation/investigation-requests.ts';
import { isInvestigationFile, peekBytes } from './investigation/peek.ts';
import type { LookedAt } from './looked-at.ts';
import type { Profiles } from './profiles.ts';
import type { RecentFiles } from './recent-files.ts';
import type { SourceRequests } from './source/source-requests.ts';
import type { Bytes } from './spill-folder.ts';

interface Parts {
  readonly profiles: Profiles;
  readonly investigations: InvestigationRequests;
  readonly lookedAt: LookedAt;
  readonly recent: RecentFiles;
  readonly sources: Pick<SourceRequests, 'attach'>;
  readonly emitter: Emitter;
}

/** A file with what it turned out to be. */
interface RecognisedFile {
  readonly path: string;
  readonly isInvestigation: boolean;
}

/** Opens files, in all the ways that they come, for what they are: profiles, texts or investigations. */
export class Opener {
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /**
   * Opens files that were named together: if two of them are profiles, to be compared, `isOrdered` if the first is
   * meant as the one before. Resolves when all are open or have failed, which events tell. Texts and investigations
   * among them are opened each for itself.
   */
  async openTogether(paths: readonly string[], isOrdered: boolean): Promise<void> {
    const files = await Promise.all(paths.map((path) => recognised(resolve(path))));
    const areTexts = await Promise.all(
      files.map(({ path }) => files.length > 1 && this.parts.profiles.isText(path)),
    );
    const isProfile = files.map((file, i) => !file.isInvestigation && !areTexts[i]);
    const isTwo = isProfile.filter(Boolean).length === 2;
    const openings = files.map((file, i) => this.openFile(file, isTwo && isProfile[i] === true));
    if (isTwo) await this.pairUp(openings, isOrdered);
    else await Promise.all(openings);
  }

  /**
   * Opens a file alone. The result is the id of its profile or text; where it is null, an event has told why, or it
   * was an investigation. It may be taken for a profile that an investigation waits for; rejects where it cannot be read.
   */
  async openPath(path: string, instead?: SoughtPlace): Promise<number | null> {
    const file = await recognised(resolve(path));
    if (instead === undefined) return await this.openFile(file, false);
    await this.parts.investigations.locateFile(instead, file.path);
    return null;
  }

  /**
   * Opens a file of which only the bytes are at hand; `total` is 0 when their number is unknown. Once it
   * fails or is cancelled, no more bytes are taken. The result is as that of `openPath`.
   */
  async openBytes(
    name: string,
    bytes: Bytes,
    total: number,
    instead?: SoughtPlace,
  ): Promise<number | null> {
    const { investigations, profiles } = this.parts;
    if (instead !== undefined) {
      await investigations.locateBytes(instead, name, bytes, total);
      return null;
    }
    const peeked = await peekBytes(bytes);
    if (!peeked.isInvestigation) return await profiles.openBytes(name, peeked.bytes, total);
    await investigations.openBytes(name, peeked.bytes, total);
    return null;
  }

  /** Opens a recent file. Rejects with Error and a sentence where there is none of that id. */
  async openRecent(id: string): Promise<void> {
    const path = await this.parts.recent.path(id);
    if (path === null) throw new Error('That file is no longer in the list of recent files.');
    void this.openPath(path);
  }

  /** Opens the example: two profiles with their texts in folders of these names, and their sources in another one. */
  openExample(folder: string): void {
    const { profiles, sources } = this.parts;
    const openings = EXAMPLE_SIDES.map(async (side) => {
      const file = 'heap.pb.gz';
      const id = await profiles.openFile(`${side}/${file}`, join(folder, side, file), true);
      if (id !== null) await sources.attach(id, join(folder, 'source', side));
      return id;
    });
    void this.pairUp(openings, true);
    for (const side of EXAMPLE_SIDES) {
      for (const file of EXAMPLE_TEXTS) {
        void profiles.openFile(`${side}/${file}`, join(folder, side, file));
      }
    }
  }

  /** Puts a file first among the recent ones. */
  async addRecent(path: string): Promise<void> {
    const { recent, emitter } = this.parts;
    await recent.add(path);
    emitter.emit('recentFilesChanged', await recent.list());
  }

  private async openFile(
    { path, isInvestigation }: RecognisedFile,
    isOneOfTwo: boolean,
  ): Promise<number | null> {
    if (isInvestigation) {
      await this.parts.investigations.openFile(path);
      return null;
    }
    const opened = await this.parts.profiles.openFile(basename(path), path, isOneOfTwo);
    if (opened !== null) await this.addRecent(path);
    return opened;
  }

  /** Waits for openings, two of them of profiles, and has those compared. */
  private async pairUp(
    openings: readonly Promise<number | null>[],
    isOrdered: boolean,
  ): Promise<void> {
    const ids = await Promise.all(openings);
    const isOpen = (id: number | null) => id !== null && this.parts.profiles.isOpen(id);
    const profiles = ids.filter(isOpen) as number[];
    const [before, after] = profiles;
    if (before !== undefined && after !== undefined) {
      this.parts.lookedAt.keepPair({ before, after, isOrdered });
    }
    this.parts.emitter.emit('openedTogether', { profiles, isOrdered });
  }
}

const EXAMPLE_SIDES = ['before', 'after'];
const EXAMPLE_TEXTS = ['gctrace.log', 'bench.txt', 'escape.txt', 'load.json'];

async function recognised(path: string): Promise<RecognisedFile> {
  return { path, isInvestigation: await isInvestigationFile(path) };
}
