import { join } from 'node:path';
import type { EngineMethod, EngineParams } from '../bridge/engine-api.ts';
import type { Hello, HostEvent, HostEvents, RecentFile } from '../bridge/host.ts';
import { CaptureRequests } from './capture/capture-requests.ts';
import { Delivery } from './delivery.ts';
import type { Desk } from './desk.ts';
import type { Download } from './downloads.ts';
import { Emitter, type HostListener } from './emitter.ts';
import { openIdsOf } from './engine-params.ts';
import { Exports } from './exports.ts';
import { InvestigationRequests } from './investigation/investigation-requests.ts';
import type { Opened } from './investigation/investigations.ts';
import { LookedAt } from './looked-at.ts';
import { Opener } from './opener.ts';
import { Profiles } from './profiles.ts';
import { RecentFiles } from './recent-files.ts';
import { SettingsStore } from './settings.ts';
import { SourceRequests } from './source/source-requests.ts';
import { UnheardEvents } from './unheard-events.ts';
import { type HostRequest, validateRequest } from './validate-request.ts';

/** What the two shells do differently. */
interface Shell {
  readonly kind: Hello['shell'];
  /** Opens an https address in the user's browser. */
  openExternal(url: string): Promise<void>;
  /** What it does for files; null where that is the browser's. */
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
  private readonly unheard = new UnheardEvents(this.emitter);
  private readonly profiles: Profiles;
  private readonly delivery: Delivery;
  private readonly exports: Exports;
  private readonly captures: CaptureRequests;
  private readonly investigations: InvestigationRequests;
  private readonly settings: SettingsStore;
  private readonly sources: SourceRequests;
  private readonly recent: RecentFiles;
  private readonly lookedAt = new LookedAt((profile) => this.profiles.isOpen(profile));
  private readonly opener: Opener;

  constructor(options: BackendOptions) {
    this.options = options;
    this.emitter.listen((event, payload) => {
      if (event !== 'profileClosed') return;
      const { profile } = payload as HostEvents['profileClosed'];
      this.lookedAt.forget(profile);
      this.sources.forgetProfile(profile);
    });
    const { engineFile, exportFile, version, configFolder, shell } = options;
    const { emitter, lookedAt } = this;
    const { desk } = shell;
    const profiles = new Profiles(engineFile, emitter);
    const delivery = new Delivery(desk, join(configFolder, 'export.json'));
    const recent = new RecentFiles(join(configFolder, 'recent-files.json'));
    const sources = new SourceRequests(configFolder, desk);
    const investigations = new InvestigationRequests({
      profiles,
      emitter,
      delivery,
      version,
      desk,
      notesFolder: join(configFolder, 'notes'),
      onOpened: (opened) => this.keepOpened(opened),
      onSaved: (path) => this.opener.addRecent(path),
    });
    this.profiles = profiles;
    this.delivery = delivery;
    this.recent = recent;
    this.sources = sources;
    this.investigations = investigations;
    this.settings = new SettingsStore(join(configFolder, 'settings.json'));
    this.exports = new Exports({ exportFile, version }, profiles, delivery, emitter);
    this.captures = new CaptureRequests({ configFolder, desk, delivery, emitter });
    this.opener = new Opener({ profiles, investigations, lookedAt, recent, sources, emitter });
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

  /** Opens files that were named together, as `Opener` does. */
  async openTogether(...files: Parameters<Opener['openTogether']>): Promise<void> {
    await this.opener.openTogether(...files);
  }

  /** Opens a file alone, as `Opener` does. */
  async openPath(...file: Parameters<Opener['openPath']>): Promise<number | null> {
    return await this.opener.openPath(...file);
  }

  /** Opens a file of which only the bytes are at hand, as `Opener` does. */
  async openBytes(...file: Parameters<Opener['openBytes']>): Promise<number | null> {
    return await this.opener.openBytes(...file);
  }

  /** The files that were opened last, newest first. */
  recentFiles(): Promise<RecentFile[]> {
    return this.recent.list();
  }

  /** What waits to be downloaded under an id; null when there is nothing. */
  download(id: string): Download | null {
    return this.delivery.download(id);
  }

  /** A download has reached the browser: it is not kept for another time. */
  async downloaded(id: string): Promise<void> {
    await this.delivery.downloaded(id);
  }

  /** Ends the engine and the exports, and removes temporary files. */
  async dispose(): Promise<void> {
    await this.captures.dispose();
    await this.exports.dispose();
    await this.delivery.dispose();
    await this.profiles.dispose();
  }

  private async perform({ method, params }: HostRequest): Promise<unknown> {
    switch (method) {
      case 'hello':
        return await this.hello();
      case 'engine':
        return await this.ask(params.method, params.params as EngineParams<EngineMethod>);
      case 'openExample':
        return this.opener.openExample(this.options.exampleFolder);
      case 'openRecent':
        return await this.opener.openRecent(params.id);
      case 'clearRecent':
        await this.recent.clear();
        return this.emitter.emit('recentFilesChanged', []);
      case 'cancelOpening':
        return this.profiles.cancel(params.opening);
      case 'closeProfile':
        return await this.profiles.close(params.profile);
      case 'setEvidenceSide':
        return this.profiles.setSide(params.evidence, params.side);
      case 'closeEvidence':
        return await this.profiles.close(params.evidence);
      case 'keepPair':
        return this.lookedAt.keepPair(params.pair && { ...params.pair, isOrdered: true });
      case 'keepScreen':
        return this.lookedAt.keepScreen(params);
      case 'keepFacet':
        this.lookedAt.facet = params.facet;
        return undefined;
      case 'saveInvestigation':
        return await this.investigations.save(params.draft, params.to);
      case 'locateProfile':
        return await this.investigations.locate(params);
      case 'openAnyway':
        return await this.investigations.openAnyway(params.investigation);
      case 'leaveInvestigation':
        return await this.investigations.leave(params.investigation);
      case 'readNotes':
        return await this.investigations.readNotes(params);
      case 'keepNotes':
        return await this.investigations.keepNotes(params, params.notes);
      case 'readSource':
        return await this.sources.read(params);
      case 'chooseSource':
        return await this.sources.choose(params);
      case 'forgetSource':
        return await this.sources.forget(params);
      case 'openInEditor':
        return await this.sources.openInEditor(params);
      case 'setEditor':
        return await this.sources.setEditor(params);
      case 'saveSettings':
        return await this.settings.save(params);
      case 'export':
        return await this.exports.run(params);
      case 'cancelExport':
        return this.exports.cancel(params.key);
      case 'showSaved':
        return this.delivery.showInFolder(params.saved);
      case 'saveCopy':
        return await this.captures.saveCopy(params.saved);
      case 'openSaved':
        return await this.opener.openPath(this.delivery.pathOf(params.saved));
      case 'capture':
        return await this.captures.run(params);
      case 'cancelCapture':
        return this.captures.cancel(params.key);
      case 'chooseCaptureFolder':
        return await this.captures.chooseFolder();
      case 'startDrag':
        return this.delivery.startDrag(params.drag);
      case 'openExternal':
        return await this.options.shell.openExternal(externalUrl(params.url));
    }
  }

  private async hello(): Promise<Hello> {
    const [settings, recentFiles, captures] = await Promise.all([
      this.settings.read(),
      this.recent.list(),
      this.captures.known(),
    ]);
    this.unheard.tellSoon();
    return {
      version: this.options.version,
      shell: this.options.shell.kind,
      platform: platform(),
      settings,
      recentFiles,
      profiles: this.profiles.summaries(),
      evidence: this.profiles.evidence(),
      openings: this.profiles.underWay(),
      pair: this.lookedAt.openPair(),
      screens: this.lookedAt.screens(),
      facet: this.lookedAt.facet,
      ...captures,
      ...this.investigations.known(),
    };
  }

  private async ask(method: EngineMethod, params: EngineParams<EngineMethod>): Promise<unknown> {
    return await this.profiles.query(openIdsOf(params), method, params);
  }

  /** A page that starts later finds an investigation among what is kept. */
  private async keepOpened({ path, profile, base, view }: Opened): Promise<void> {
    this.lookedAt.keepScreen({ profile, base, state: view.screen });
    const pair = base === null ? null : { before: base, after: profile, isOrdered: true };
    this.lookedAt.keepPair(pair);
    if (path !== null) await this.opener.addRecent(path);
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
