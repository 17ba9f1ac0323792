import { basename, dirname } from 'node:path';
import type { SideName } from '../../bridge/comparison-api.ts';
import type {
  OpenedInvestigation,
  SoughtInvestigation,
  SoughtPlace,
  SoughtProfile,
} from '../../bridge/investigation.ts';
import type { Emitter } from '../emitter.ts';
import { cannotOpen, FileFault } from '../file-fault.ts';
import type { ProfileSource, Profiles } from '../profiles.ts';
import { readFile } from '../read-file.ts';
import type { Bytes } from '../spill-folder.ts';
import { type Contents, type InsideFolder, readContents, refuseTooLarge } from './container.ts';
import { shortDigest } from './digest-words.ts';
import type { FileReference, InvestigationFile } from './investigation-file.ts';
import { openTexts } from './open-texts.ts';
import { parseInvestigation } from './parse.ts';
import { digestOf, type Found, foundAt, seekFile } from './seek-file.ts';

/** An investigation whose profiles are being looked for. */
interface Waiting {
  readonly name: string;
  /** Where its file is; null where only its bytes were handed over. */
  readonly path: string | null;
  readonly file: InvestigationFile;
  readonly found: (Found | null)[];
  /** What was found of its texts, which it does not wait for. */
  readonly texts: readonly (Found | null)[];
  readonly isInside: boolean;
}

/** An investigation whose profiles are open. */
export interface Opened extends Omit<OpenedInvestigation, 'place'> {
  readonly path: string | null;
  readonly isInside: boolean;
  readonly notes: string;
}

/**
 * Opens investigations: finds their profiles, and has them opened. One of which a profile is missing, or is another
 * one by now, waits for the user's word; `investigationSought` tells of it.
 */
export class Investigations {
  private readonly profiles: Profiles;
  private readonly emitter: Emitter;
  private readonly onOpened: (opened: Opened) => Promise<void>;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  constructor(profiles: Profiles, emitter: Emitter, onOpened: (opened: Opened) => Promise<void>) {
    this.profiles = profiles;
    this.emitter = emitter;
    this.onOpened = onOpened;
  }

  /** Opens the file at a path. Resolves when its profiles are open, or the user is asked about them. */
  async openFile(path: string): Promise<void> {
    await this.open(basename(path), path, (report) =>
      readFile(path, (done, total) => {
        refuseTooLarge(total);
        report({ phase: 'read', done, total });
      }),
    );
  }

  /** The same with a file of which only the bytes are handed over. */
  async openBytes(name: string, bytes: Bytes, total: number): Promise<void> {
    await this.open(name, null, async (report) => {
      const path = await this.profiles.keep(bytes, total, (done) => {
        refuseTooLarge(done);
        report({ phase: 'read', done, total });
      });
      try {
        return await readFile(path, () => {});
      } finally {
        await this.profiles.discard(spilled(name, path));
      }
    });
  }

  /** Those that wait for the user's word. */
  sought(): SoughtInvestigation[] {
    return [...this.waiting].map(([id, waiting]) => soughtOf(id, waiting));
  }

  /** The name of a profile that is waited for; null where none is. */
  nameOf({ investigation, at }: SoughtPlace): string | null {
    return this.waiting.get(investigation)?.file.profiles[at]?.name ?? null;
  }

  /** Takes the file at a path for a profile of an investigation that waits. Rejects with FileFault. */
  async locateFile(place: SoughtPlace, path: string): Promise<void> {
    await this.take(place, await readable(basename(path), () => foundAt(path)));
  }

  /** The same with a file of which only the bytes are handed over. */
  async locateBytes(place: SoughtPlace, name: string, bytes: Bytes, total: number): Promise<void> {
    const source = spilled(name, await this.profiles.keep(bytes, total));
    try {
      const { sha256 } = await readable(name, () => foundAt(source.file));
      await this.take(place, { source, sha256 });
    } catch (thrown) {
      await this.profiles.discard(source);
      throw thrown;
    }
  }

  /** Opens one that waits with the profiles that were found, even if they are not those that were saved. */
  async openAnyway(id: number): Promise<void> {
    const waiting = this.waiting.get(id);
    if (waiting === undefined || waiting.found.includes(null)) return;
    this.waiting.delete(id);
    this.emitter.emit('investigationLeft', { investigation: id });
    await this.openProfiles(waiting);
  }

  /** Gives one up that waits. */
  async leave(id: number): Promise<void> {
    const waiting = this.waiting.get(id);
    if (waiting === undefined) return;
    this.waiting.delete(id);
    this.emitter.emit('investigationLeft', { investigation: id });
    for (const found of [...waiting.found, ...waiting.texts]) {
      if (found !== null) await this.profiles.discard(found.source);
    }
  }

  private async open(
    name: string,
    path: string | null,
    read: (report: Parameters<Parameters<Profiles['announced']>[1]>[0]) => Promise<Uint8Array>,
  ): Promise<void> {
    const waiting = await this.profiles.announced(name, async (report): Promise<Waiting> => {
      const contents = readContents(await read(report));
      const file = parseInvestigation(contents.text);
      const folder = path === null ? null : dirname(path);
      const seek = async (kind: InsideFolder, reference: FileReference) =>
        (await this.inside(contents, kind, reference)) ??
        (await seekFile(reference, folder, (done, total) => {
          report({ phase: 'read', done, total });
        }));
      const found: (Found | null)[] = [];
      for (const reference of file.profiles) found.push(await seek('profiles', reference));
      const texts: (Found | null)[] = [];
      for (const reference of file.evidence) texts.push(await seek('evidence', reference));
      const isInside = found.some((one) => one?.source.isSpilled);
      return { name, path, file, found, texts, isInside };
    });
    if (waiting === null) return;
    const id = ++this.lastId;
    this.waiting.set(id, waiting);
    await this.goOn(id, waiting);
  }

  private async goOn(id: number, waiting: Waiting): Promise<void> {
    if (isComplete(waiting)) await this.openAnyway(id);
    else this.emitter.emit('investigationSought', soughtOf(id, waiting));
  }

  /** A profile or text that lies in the investigation itself, as a file of this run. */
  private async inside(
    contents: Contents,
    folder: InsideFolder,
    { name, sha256 }: FileReference,
  ): Promise<Found | null> {
    const bytes = contents.inside(folder, sha256);
    if (bytes === null || digestOf(bytes) !== sha256) return null;
    return { source: spilled(name, await this.profiles.keep([bytes], bytes.length)), sha256 };
  }

  private async take({ investigation, at }: SoughtPlace, found: Found): Promise<void> {
    const waiting = this.waiting.get(investigation);
    if (waiting === undefined || at >= waiting.found.length) {
      throw new Error('That investigation does not wait for a profile any more.');
    }
    const before = waiting.found[at];
    waiting.found[at] = found;
    if (before) await this.profiles.discard(before.source);
    await this.goOn(investigation, waiting);
  }

  private async openProfiles(waiting: Waiting): Promise<void> {
    const { name, path, file, found, texts, isInside } = waiting;
    const sources = found.filter((one) => one !== null).map(({ source }) => source);
    const ids = await Promise.all(sources.map((source) => this.profiles.openSource(source, true)));
    const profiles = ids.filter((id) => id !== null && this.profiles.isOpen(id)) as number[];
    const profile = profiles.at(-1);
    if (profile === undefined) return;
    if (profiles.length < file.profiles.length) {
      // Events have told what became of the other one.
      this.emitter.emit('openedTogether', { profiles, isOrdered: true });
      return;
    }
    const remarks = this.remarksOf(name, file, profiles);
    const isAsSaved = remarks.length === 0;
    remarks.push(...(await openTexts(this.profiles, name, file.evidence, texts)));
    const { screen, search, orientation, colorBy, facet, notes } = file;
    await this.onOpened({
      name,
      path,
      isInside,
      profile,
      base: profiles.length === 2 ? (profiles[0] ?? null) : null,
      view: {
        // In other profiles the same weights are other places.
        screen: isAsSaved ? screen : { ...screen, zooms: {} },
        search,
        orientation,
        colorBy,
        facet,
      },
      notes,
      remarks,
    });
  }

  /** By the digests of what is open now: a file may have changed since it was found. */
  private remarksOf(
    investigation: string,
    file: InvestigationFile,
    profiles: readonly number[],
  ): string[] {
    return file.profiles.flatMap(({ name, sha256 }, at) => {
      const summary = this.profiles.get(profiles[at] ?? 0)?.summary;
      if (summary === undefined || summary.sha256 === sha256) return [];
      return [
        `${summary.name} is not the ${name} of which ${investigation} was saved: its SHA-256 begins with ${shortDigest(summary.sha256)}, not with ${shortDigest(sha256)}. Its numbers are others.`,
      ];
    });
  }
}

/** Says which file it is that cannot be read. */
async function readable<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (thrown) {
    if (thrown instanceof FileFault)
      throw new Error(cannotOpen(name, thrown.message), { cause: thrown });
    throw thrown;
  }
}

const spilled = (name: string, file: string): ProfileSource => ({
  name,
  shownPath: '',
  file,
  isSpilled: true,
});

/** Whether all profiles are what they were. */
function isComplete({ file, found }: Waiting): boolean {
  return file.profiles.every(({ sha256 }, at) => found[at]?.sha256 === sha256);
}

function soughtOf(id: number, { name, file, found }: Waiting): SoughtInvestigation {
  const sides: readonly (SideName | null)[] =
    file.profiles.length === 2 ? ['before', 'after'] : [null];
  return {
    id,
    name,
    profiles: file.profiles.map((reference, at): SoughtProfile => {
      const one = found[at] ?? null;
      return {
        side: sides[at] ?? null,
        name: reference.name,
        path: reference.path ?? reference.relativePath ?? '',
        sha256: reference.sha256,
        found: one && { path: one.source.shownPath, name: one.source.name, sha256: one.sha256 },
      };
    }),
  };
}
