import type {
  EngineMethod,
  OpenedFile,
  OpenProgress,
  ProfileSummary,
} from '../bridge/engine-api.ts';
import type { EvidenceSide, OpenEvidence } from '../bridge/evidence-api.ts';
import type { OpeningStarted } from '../bridge/host.ts';
import type { Emitter } from './emitter.ts';
import { EngineHost } from './engine-host.ts';
import { sideFor } from './evidence-sides.ts';
import { type FileToOpen, handOver, isText } from './hand-over.ts';
import { Openings } from './openings.ts';
import type { ReportBytes } from './read-file.ts';
import { Revival } from './revival.ts';
import { type Bytes, SpillFolder } from './spill-folder.ts';

/** Where a profile comes from, and can be read again. */
export interface ProfileSource extends FileToOpen {
  /** Whether the file to read is a copy of our own. */
  readonly isSpilled: boolean;
}

/** A profile that is open. */
export interface OpenedProfile {
  readonly summary: ProfileSummary;
  readonly source: ProfileSource;
}

/** A text with evidence that is open. */
export interface OpenedText {
  readonly evidence: OpenEvidence;
  readonly source: ProfileSource;
}

/**
 * The profiles and texts that are open or being opened, in an engine that may die: they are then read again under
 * the same ids. An opening has the id that what it opens will have. What happens is told as events.
 */
export class Profiles {
  private readonly emitter: Emitter;
  private readonly engine: EngineHost;
  private readonly spill = new SpillFolder();
  private readonly openings: Openings;
  private readonly opened = new Map<number, OpenedProfile>();
  private readonly texts = new Map<number, OpenedText>();
  /** Ends when the engine has nothing to open. */
  private turn: Promise<unknown> = Promise.resolve();
  private readonly revival: Revival;

  constructor(engineFile: string, emitter: Emitter) {
    this.emitter = emitter;
    this.openings = new Openings(emitter);
    this.engine = new EngineHost(engineFile, (reason) => this.revival.begin(reason));
    this.revival = new Revival({
      ids: () => [...this.opened.keys(), ...this.texts.keys()],
      reopen: (profile) => this.reopen(profile),
      giveUp: (profile) => this.forget(profile),
      revived: (message) => emitter.emit('engineRestarted', { message }),
    });
  }

  /** Starts the engine, which is otherwise started when it is first needed. */
  start(): void {
    this.engine.start();
  }

  summaries(): ProfileSummary[] {
    return [...this.opened.values()].map(({ summary }) => summary);
  }

  /** The texts with evidence that are open. */
  evidence(): OpenEvidence[] {
    return [...this.texts.values()].map(({ evidence }) => evidence);
  }

  underWay(): OpeningStarted[] {
    return this.openings.list();
  }

  isOpen(profile: number): boolean {
    return this.opened.has(profile);
  }

  /**
   * Opens a file, alone or as one of two. The result is the id of its profile or text; where it is null, an event
   * has told why.
   */
  openFile(name: string, path: string, isOneOfTwo = false): Promise<number | null> {
    const source = { name, shownPath: path, file: path, isSpilled: false };
    return this.run(name, isOneOfTwo, () => Promise.resolve(source));
  }

  /** Whether a file is a text to be searched for evidence; false too where it cannot be read. */
  isText(path: string): Promise<boolean> {
    return isText(this.engine, path);
  }

  /** Opens what is read from a source already known. The result is as that of `openFile`. */
  openSource(source: ProfileSource, isOneOfTwo: boolean): Promise<number | null> {
    return this.run(source.name, isOneOfTwo, () => Promise.resolve(source));
  }

  /** The same where it is to be a text about this run. */
  openText(source: ProfileSource, side: EvidenceSide): Promise<number | null> {
    return this.run(source.name, false, () => Promise.resolve(source), side);
  }

  /** The texts that are open, and where they can be read again. */
  openTexts(): OpenedText[] {
    return [...this.texts.values()];
  }

  /** Opens a file of which only the bytes are handed over; `total` is 0 when their number is unknown. */
  openBytes(name: string, bytes: Bytes, total: number): Promise<number | null> {
    return this.run(name, false, async (report) => {
      const file = await this.spill.write(bytes, total, (done) =>
        report({ phase: 'read', done, total }),
      );
      return { name, shownPath: '', file, isSpilled: true };
    });
  }

  /** Writes bytes to a file of this run, to be opened by it; gone when the run ends, if not `discard`ed before. */
  async keep(bytes: Bytes, total: number, report: ReportBytes = () => {}): Promise<string> {
    return await this.spill.write(bytes, total, report);
  }

  async discard(source: ProfileSource): Promise<void> {
    await this.removeSpilled(source);
  }

  /** An open profile, and where it can be read again; undefined when it is not open. */
  get(profile: number): OpenedProfile | undefined {
    return this.opened.get(profile);
  }

  /**
   * Does what comes before the profiles of a file can be opened, told as an opening of its own. Null where it
   * failed or was cancelled, of which events have told.
   */
  async announced<T>(
    name: string,
    work: (report: (progress: OpenProgress) => void) => Promise<T>,
  ): Promise<T | null> {
    const opening = this.openings.begin(name);
    try {
      const result = await work(this.openings.reporter(opening));
      if (!this.openings.end(opening)) return null;
      this.emitter.emit('openingEnded', { opening: opening.opening });
      return result;
    } catch (thrown) {
      this.openings.fail(opening, thrown);
      return null;
    }
  }

  /** Tells at once that the opening is cancelled; the work on it ends when it notices. */
  cancel(opening: number): void {
    this.openings.cancel(opening);
  }

  /** Closes a profile or a text. */
  async close(id: number): Promise<void> {
    await this.forget(id);
  }

  /** Says which run a text is about. */
  setSide(id: number, side: EvidenceSide): void {
    const text = this.texts.get(id);
    if (text === undefined || text.evidence.side === side) return;
    this.texts.set(id, { ...text, evidence: { ...text.evidence, side } });
    this.emitter.emit('evidenceSided', { evidence: id, side });
  }

  /** Asks the engine about open profiles and texts. Rejects with Error and a sentence. */
  async query(ids: readonly number[], method: EngineMethod, params: unknown): Promise<unknown> {
    await this.revival.over;
    if (!ids.every((id) => this.opened.has(id) || this.texts.has(id))) {
      throw new Error('That profile is not open any more.');
    }
    return await this.engine.query(method, params);
  }

  /** Ends the engine and removes the copies of files. */
  async dispose(): Promise<void> {
    this.openings.abandon();
    this.opened.clear();
    this.texts.clear();
    await this.engine.dispose();
    await this.spill.dispose();
  }

  private async run(
    name: string,
    isOneOfTwo: boolean,
    prepare: (report: (progress: OpenProgress) => void) => Promise<ProfileSource>,
    side: EvidenceSide | null = null,
  ): Promise<number | null> {
    const opening = this.openings.begin(name);
    const id = opening.opening;
    const report = this.openings.reporter(opening);
    let source: ProfileSource | null = null;
    try {
      const prepared = await prepare(report);
      source = prepared;
      const opened = await this.inTurn(() => this.load(id, prepared, report, opening.abort.signal));
      this.openings.end(opening);
      this.keepOpened(opened, prepared, isOneOfTwo, side);
      return id;
    } catch (thrown) {
      if (source !== null) await this.removeSpilled(source);
      this.openings.fail(opening, thrown);
      return null;
    }
  }

  private keepOpened(
    opened: OpenedFile,
    source: ProfileSource,
    isOneOfTwo: boolean,
    givenSide: EvidenceSide | null,
  ): void {
    if (opened.kind === 'profile') {
      const { profile } = opened;
      this.opened.set(profile.id, { summary: profile, source });
      this.emitter.emit('profileOpened', { opening: profile.id, profile, isOneOfTwo });
      return;
    }
    const { side, moved } =
      givenSide === null
        ? sideFor(opened.evidence, this.evidence())
        : { side: givenSide, moved: null };
    if (moved !== null) this.setSide(moved.text.id, moved.side);
    const evidence = { ...opened.evidence, side };
    this.texts.set(evidence.id, { evidence, source });
    this.emitter.emit('evidenceOpened', { opening: evidence.id, evidence });
  }

  /** One after the other: together they would need the memory of all. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => {});
    return result;
  }

  private async load(
    id: number,
    source: ProfileSource,
    report: (progress: OpenProgress) => void,
    signal: AbortSignal,
  ): Promise<OpenedFile> {
    await this.revival.over;
    return await handOver(this.engine, id, source, report, signal);
  }

  private async reopen(id: number): Promise<void> {
    const found = this.opened.get(id) ?? this.texts.get(id);
    if (found === undefined) return;
    const never = new AbortController().signal;
    const opened = await handOver(this.engine, id, found.source, () => {}, never);
    const again = opened.kind === 'profile' ? opened.profile : opened.evidence;
    const { sha256 } = 'summary' in found ? found.summary : found.evidence;
    // Another file under this id would mix with what the page shows of the old one.
    if (again.sha256 !== sha256) throw new Error('The file changed since it was opened.');
  }

  /** The result is its name. */
  private async forget(id: number): Promise<string> {
    const found = this.opened.get(id) ?? this.texts.get(id);
    if (found === undefined) return '';
    this.engine.close(id);
    if (this.opened.delete(id)) this.emitter.emit('profileClosed', { profile: id });
    else if (this.texts.delete(id)) this.emitter.emit('evidenceClosed', { evidence: id });
    await this.removeSpilled(found.source);
    return found.source.name;
  }

  private async removeSpilled(source: ProfileSource): Promise<void> {
    if (source.isSpilled) await this.spill.remove(source.file);
  }
}
