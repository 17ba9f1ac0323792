import { basename, join, resolve } from 'node:path';
import type { EngineMethod, EngineParams } from '../bridge/engine-api.ts';
import type { Hello, HostEvent, HostEvents, OpenedPair, RecentFile } from '../bridge/host.ts';
import type { KeptScreen } from '../bridge/screen-state.ts';
import type { Download } from './downloads.ts';
import { Emitter, type HostListener } from './emitter.ts';
import { profilesOf } from './engine-params.ts';
import { type Desk, Exports } from './exports.ts';
import { KeptScreens } from './kept-screens.ts';
import { Profiles } from './profiles.ts';
import { RecentFiles } from './recent-files.ts';
import { SettingsStore } from './settings.ts';
import type { Bytes } from './spill-folder.ts';
import { type HostRequest, validateRequest } from './validate-request.ts';

/** What the two shells do differently. */
interface Shell {
  readonly kind: Hello['shell'];
  /** Opens an https address in the user's browser. */
  openExternal(url: string): Promise<void>;
  /** What it does for exports; null where that is the browser's. */
  readonly desk: Desk | null;
}

export interface BackendOptions {
  readonly shell: Shell;
  readonly version: string;
  /** The built entry of the engine's thread. */
  readonly engineFile: string;
  /** The built entry of the threads that make exports. */
  readonly exportFile: string;
  /** The folder of the example investigation, with `before` and `after` in it. */
  readonly exampleFolder: string;
  /** Where settings and recent files are kept. */
  readonly configFolder: string;
}

/** What stands behind the page in both shells. One serves all its pages: they see the same profiles. */
export class Backend {
  private readonly options: BackendOptions;
  private readonly emitter = new Emitter();
  private readonly profiles: Profiles;
  private readonly exports: Exports;
  private readonly settings: SettingsStore;
  private readonly recent: RecentFiles;
  /** Failures to open files named on the command line, from before there is a page; null since. */
  private unheard: HostEvents['openingFailed'][] | null = [];
  /** The two that a page which starts is to compare. */
  private pair: OpenedPair | null = null;
  private readonly screens = new KeptScreens();

  constructor(options: BackendOptions) {
    this.options = options;
    this.emitter.listen((event, payload) => {
      if (event === 'profileClosed') {
        this.screens.forget((payload as HostEvents['profileClosed']).profile);
      }
      if (event === 'openingFailed') this.unheard?.push(payload as HostEvents['openingFailed']);
    });
    this.profiles = new Profiles(options.engineFile, this.emitter);
    const { exportFile, version, configFolder, shell } = options;
    const memoryFile = join(configFolder, 'export.json');
    this.exports = new Exports(
      { exportFile, version, desk: shell.desk, memoryFile },
      this.profiles,
      this.emitter,
    );
    this.settings = new SettingsStore(join(options.configFolder, 'settings.json'));
    this.recent = new RecentFiles(join(options.configFolder, 'recent-files.json'));
  }

  /** Makes the engine ready ahead of the first profile, which then need not wait for it. */
  start(): void {
    this.profiles.start();
  }

  /** Listens to all events; the result ends the listening. */
  listen(listener: HostListener): () => void {
    return this.emitter.listen(listener);
  }

  /** Tells the pages of something that only the shell knows of, such as a command of its menu. */
  emit<E extends HostEvent>(event: E, payload: HostEvents[E]): void {
    this.emitter.emit(event, payload);
  }

  /**
   * Answers a request of a page, which is checked first. Rejects with an Error whose message is a
   * sentence for people.
   */
  async request(method: unknown, params: unknown): Promise<unknown> {
    return await this.perform(validateRequest(method, params));
  }

  /**
   * Opens files that were named together: two of them to be compared, `isOrdered` if the first is meant as
   * the one before. Resolves when all are open or have failed, which events tell.
   */
  async openTogether(paths: readonly string[], isOrdered: boolean): Promise<void> {
    const isTwo = paths.length === 2;
    const openings = paths.map((path) => this.openFile(resolve(path), isTwo));
    if (isTwo) await this.pairUp(openings, isOrdered);
    else await Promise.all(openings);
  }

  /** Opens a file alone. The result is the id of its profile; where it is null, an event has told why. */
  async openPath(path: string): Promise<number | null> {
    return await this.openFile(resolve(path), false);
  }

  /**
   * Opens a file of which only the bytes are at hand; `total` is 0 when their number is unknown. Once it
   * fails or is cancelled, no more bytes are taken. The result is as that of `openPath`.
   */
  async openBytes(name: string, bytes: Bytes, total: number): Promise<number | null> {
    return await this.profiles.openBytes(name, bytes, total);
  }

  /** The files that were opened last, newest first. */
  recentFiles(): Promise<RecentFile[]> {
    return this.recent.list();
  }

  /** What waits to be downloaded under an id; null when there is nothing. */
  download(id: string): Download | null {
    return this.exports.download(id);
  }

  /** A download has reached the browser: it is not kept for another time. */
  async downloaded(id: string): Promise<void> {
    await this.exports.downloaded(id);
  }

  /** Ends the engine and the exports, and removes temporary files. */
  async dispose(): Promise<void> {
    await this.exports.dispose();
    await this.profiles.dispose();
  }

  private async perform({ method, params }: HostRequest): Promise<unknown> {
    switch (method) {
      case 'hello':
        return await this.hello();
      case 'engine':
        return await this.ask(params.method, params.params as EngineParams<EngineMethod>);
      case 'openExample':
        return this.openExample();
      case 'openRecent':
        return await this.openRecent(params.id);
      case 'clearRecent':
        await this.recent.clear();
        return this.emitter.emit('recentFilesChanged', []);
      case 'cancelOpening':
        return this.profiles.cancel(params.opening);
      case 'closeProfile':
        return await this.profiles.close(params.profile);
      case 'keepPair':
        this.pair = params.pair && { ...params.pair, isOrdered: true };
        return undefined;
      case 'keepScreen':
        return this.keepScreen(params);
      case 'saveSettings':
        return await this.settings.save(params);
      case 'export':
        return await this.exports.run(params);
      case 'cancelExport':
        return this.exports.cancel(params.key);
      case 'showSaved':
        return this.exports.showSaved(params.saved);
      case 'startDrag':
        return this.exports.startDrag(params.drag);
      case 'openExternal':
        return await this.options.shell.openExternal(externalUrl(params.url));
    }
  }

  private async hello(): Promise<Hello> {
    const [settings, recentFiles] = await Promise.all([this.settings.read(), this.recent.list()]);
    this.tellUnheard();
    return {
      version: this.options.version,
      shell: this.options.shell.kind,
      platform: platform(),
      settings,
      recentFiles,
      profiles: this.profiles.summaries(),
      openings: this.profiles.underWay(),
      pair: this.openPair(),
      screens: this.screens.list(),
    };
  }

  /** Once the answer to `hello` is on its way. */
  private tellUnheard(): void {
    const failures = this.unheard ?? [];
    this.unheard = null;
    setImmediate(() => {
      for (const failure of failures) this.emitter.emit('openingFailed', failure);
    });
  }

  private async ask(method: EngineMethod, params: EngineParams<EngineMethod>): Promise<unknown> {
    return await this.profiles.query(profilesOf(params), method, params);
  }

  private async openFile(path: string, isOneOfTwo: boolean): Promise<number | null> {
    const profile = await this.profiles.openFile(basename(path), path, isOneOfTwo);
    if (profile !== null) {
      await this.recent.add(path);
      this.emitter.emit('recentFilesChanged', await this.recent.list());
    }
    return profile;
  }

  private openExample(): void {
    const openings = ['before', 'after'].map((side) => {
      const file = 'heap.pb.gz';
      const path = join(this.options.exampleFolder, side, file);
      return this.profiles.openFile(`${side}/${file}`, path, true);
    });
    void this.pairUp(openings, true);
  }

  /** Waits for two openings, and has what came of them compared. */
  private async pairUp(
    openings: readonly Promise<number | null>[],
    isOrdered: boolean,
  ): Promise<void> {
    const ids = await Promise.all(openings);
    const profiles = ids.filter((id) => id !== null && this.profiles.isOpen(id)) as number[];
    const [before, after] = profiles;
    if (before !== undefined && after !== undefined) this.pair = { before, after, isOrdered };
    this.emitter.emit('openedTogether', { profiles, isOrdered });
  }

  /** The pair, if both are still open. */
  private openPair(): OpenedPair | null {
    const { pair, profiles } = this;
    return pair !== null && profiles.isOpen(pair.before) && profiles.isOpen(pair.after)
      ? pair
      : null;
  }

  /** A profile may have been closed while the page's word was on its way. */
  private keepScreen(screen: KeptScreen): void {
    const { profile, base } = screen;
    const isOpen = (id: number) => this.profiles.isOpen(id);
    if (isOpen(profile) && (base === null || isOpen(base))) this.screens.keep(screen);
  }

  private async openRecent(id: string): Promise<void> {
    const path = await this.recent.path(id);
    if (path === null) throw new Error('That file is no longer in the list of recent files.');
    void this.openPath(path);
  }
}

function externalUrl(url: string): string {
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') {
    throw new Error('Only https addresses can be opened in the browser.');
  }
  return new URL(url).href;
}

/** Every other platform that Node runs on is a kind of Unix. */
function platform(): Hello['platform'] {
  return process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux';
}
