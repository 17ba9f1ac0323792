import type { CaptureOrder, CaptureOutcome, CaptureProgress, FileCount } from './capture-api.ts';
import type {
  EngineMethod,
  EngineParams,
  EngineResult,
  OpenProgress,
  ProfileSummary,
} from './engine-api.ts';
import type { EvidenceSide, Facet, OpenEvidence } from './evidence-api.ts';
import type { ExportOrder, ExportOutcome, ExportProgress } from './export-api.ts';
import type {
  InvestigationDraft,
  InvestigationPlace,
  OpenedInvestigation,
  SaveOutcome,
  SoughtInvestigation,
  SoughtPlace,
} from './investigation.ts';
import type { MenuCommand } from './menu-command.ts';
import type { KeptScreen, ScreenSubject } from './screen-state.ts';
import type { Settings } from './settings.ts';
import type { ChosenFolder, EditorOutcome, SoughtSource, SourceAnswer } from './source-api.ts';

/*
 * What the page can ask of the program around it. In Electron the preload answers over IPC, in the
 * browser shell a WebSocket to the loopback server; behind both stands the same backend.
 */

/** What the page is told when it starts. */
export interface Hello {
  readonly version: string;
  readonly shell: 'electron' | 'browser';
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly settings: Settings;
  readonly recentFiles: readonly RecentFile[];
  /** Profiles that are open already: from the command line, or from before a reload. */
  readonly profiles: readonly ProfileSummary[];
  /** Texts with evidence that are open. */
  readonly evidence: readonly OpenEvidence[];
  /** Openings that are still under way. */
  readonly openings: readonly OpeningStarted[];
  /** The two that were opened to be compared, or were compared when the page was left; null if there are none. */
  readonly pair: OpenedPair | null;
  /** How what is open was looked at when the page was left. */
  readonly screens: readonly KeptScreen[];
  /** What was looked at when the page was left: the profile, or a kind of evidence. */
  readonly facet: Facet;
  /** Investigations that wait for a word about their profiles. */
  readonly sought: readonly SoughtInvestigation[];
  /** Where investigations of open profiles were opened from, or saved. */
  readonly investigations: readonly InvestigationPlace[];
  /** The folder into which captures are saved, for people. */
  readonly captureFolder: string;
  /** How many requests files belong to that were captured. */
  readonly counts: readonly FileCount[];
}

/** Two open profiles that are to be compared. */
export interface OpenedPair {
  readonly before: number;
  readonly after: number;
  /** Whether the user said which is which; otherwise it is to be guessed. */
  readonly isOrdered: boolean;
}

export interface RecentFile {
  /** What `openRecent` takes: the page never names a path. */
  readonly id: string;
  readonly name: string;
  /** The folder, for people. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly openedMillis: number;
}

export interface OpeningStarted {
  readonly opening: number;
  readonly name: string;
}

/** Everything the host tells the page unasked. */
export interface HostEvents {
  openingStarted: OpeningStarted;
  openingProgress: OpeningStarted & OpenProgress;
  /**
   * The profile is open; `opening` is the one that ends with it. Of one of two that are opened together,
   * `openedTogether` tells when to look at it.
   */
  profileOpened: {
    readonly opening: number;
    readonly profile: ProfileSummary;
    readonly isOneOfTwo: boolean;
  };
  /** Two files were opened to be compared; where one failed, or was closed meanwhile, it is not among them. */
  openedTogether: { readonly profiles: readonly number[]; readonly isOrdered: boolean };
  /** `message` is a sentence for people: what happened, to which file, what to do. */
  openingFailed: OpeningStarted & { readonly message: string };
  openingCancelled: OpeningStarted;
  /** An opening is over that leads to no profile of its own: that of an investigation. */
  openingEnded: { readonly opening: number };
  profileClosed: { readonly profile: number };
  /** A text with evidence is open; `opening` is the one that ends with it. */
  evidenceOpened: { readonly opening: number; readonly evidence: OpenEvidence };
  /** It is about another run than before. */
  evidenceSided: { readonly evidence: number; readonly side: EvidenceSide };
  evidenceClosed: { readonly evidence: number };
  recentFilesChanged: readonly RecentFile[];
  /** An investigation waits for the user's word about its profiles; or more is known of them than when it came. */
  investigationSought: SoughtInvestigation;
  /** It waits no more. */
  investigationLeft: { readonly investigation: number };
  /** An investigation is open: what it showed when it was saved is to be shown. */
  investigationOpened: OpenedInvestigation;
  /** The engine died and was started again; profiles are reopened under the same ids. */
  engineRestarted: { readonly message: string };
  /** The program around the page does not answer any more; told again at every request. Of the browser shell alone. */
  connectionLost: { readonly message: string };
  /** How far an export is, for the page that made up its key. */
  exportProgress: ExportProgress & { readonly key: string };
  /** How far a capture is, for the page that made up its key. */
  captureProgress: CaptureProgress & { readonly key: string };
  /** A command of the application menu. */
  menuCommand: MenuCommand;
}

/** Requests that both shells answer alike; each has one parameter (undefined where it takes none). */
export interface HostRequests {
  hello: [params: undefined, result: Hello];
  /** Opens the example investigation that comes with the application: two profiles to compare. */
  openExample: [params: undefined, result: undefined];
  openRecent: [params: { readonly id: string }, result: undefined];
  clearRecent: [params: undefined, result: undefined];
  cancelOpening: [params: { readonly opening: number }, result: undefined];
  closeProfile: [params: { readonly profile: number }, result: undefined];
  /** Says which run a text is about. */
  setEvidenceSide: [
    params: { readonly evidence: number; readonly side: EvidenceSide },
    result: undefined,
  ];
  closeEvidence: [params: { readonly evidence: number }, result: undefined];
  /** Tells which two are compared, for the page's next start; null for none. */
  keepPair: [
    params: { readonly pair: { readonly before: number; readonly after: number } | null },
    result: undefined,
  ];
  /** Tells how a profile or a comparison is looked at, for the page's next start. */
  keepScreen: [params: KeptScreen, result: undefined];
  /** Tells whether the profile or a kind of evidence is looked at, for the page's next start. */
  keepFacet: [params: { readonly facet: Facet }, result: undefined];
  /**
   * Saves an investigation: where it was opened from or saved last, or where the user chooses. Refuses to replace
   * a file that another program has changed meanwhile.
   */
  saveInvestigation: [
    params: { readonly draft: InvestigationDraft; readonly to: 'same' | 'chosen' },
    result: SaveOutcome,
  ];
  /** Lets the user choose a profile of an investigation in the shell's own dialog; false where the page has to. */
  locateProfile: [params: SoughtPlace, result: boolean];
  /** Opens an investigation that waits with the profiles that were found, even if they are not those that were saved. */
  openAnyway: [params: { readonly investigation: number }, result: undefined];
  leaveInvestigation: [params: { readonly investigation: number }, result: undefined];
  /** The author's own words about a profile, or two that are compared; '' for none. */
  readNotes: [params: ScreenSubject, result: string];
  keepNotes: [params: ScreenSubject & { readonly notes: string }, result: undefined];
  /** Reads a source file of a profile, as far as it is beneath a folder that the user chose. */
  readSource: [params: SoughtSource, result: SourceAnswer];
  /**
   * Lets the user choose a folder for the sources of a profile, in the shell's own dialog. Where it has none the page
   * asks, and names the path.
   */
  chooseSource: [
    params: Pick<SoughtSource, 'profile' | 'role'> & { readonly path: string | null },
    result: ChosenFolder,
  ];
  /** Looks no more into a folder, given as the answers name it. */
  forgetSource: [params: { readonly folder: string }, result: undefined];
  /** Opens a source file in the user's editor, at a line and column, 1-based. */
  openInEditor: [
    params: { readonly sought: SoughtSource; readonly line: number; readonly column: number },
    result: EditorOutcome,
  ];
  /** Takes the command for that; false where the user would not have it run. */
  setEditor: [params: { readonly command: string }, result: boolean];
  saveSettings: [params: Partial<Settings>, result: undefined];
  /** Opens an https address in the user's browser; others are refused. */
  openExternal: [params: { readonly url: string }, result: undefined];
  /** Makes an export; answers when it is where it was to go. */
  export: [params: ExportOrder, result: ExportOutcome];
  cancelExport: [params: { readonly key: string }, result: undefined];
  /** Shows a saved export in the system's file manager, where the shell can do that. */
  showSaved: [params: { readonly saved: string }, result: undefined];
  /** Saves a copy of a captured file where the user chooses, or has the browser download it. */
  saveCopy: [params: { readonly saved: string }, result: ExportOutcome];
  /** Opens a captured file as any other; the result is as that of `Host.openFile`. */
  openSaved: [params: { readonly saved: string }, result: number | null];
  /** Asks a running service for a profile, and saves it as a file. */
  capture: [params: CaptureOrder, result: CaptureOutcome];
  cancelCapture: [params: { readonly key: string }, result: undefined];
  /** Lets the user choose the folder for captures, where the shell can do that; null when there is no other. */
  chooseCaptureFolder: [params: undefined, result: string | null];
  /** Begins to drag a file out of the window; the mouse button has to be down. */
  startDrag: [params: { readonly drag: string }, result: undefined];
  /** Asks the engine; `ask` below gives it its types. */
  engine: [params: { readonly method: EngineMethod; readonly params: unknown }, result: unknown];
}

export type HostMethod = keyof HostRequests;
export type HostEvent = keyof HostEvents;

/** The names at run time, from which both ends derive their channels. */
export const HOST_METHODS = [
  'hello',
  'openExample',
  'openRecent',
  'clearRecent',
  'cancelOpening',
  'closeProfile',
  'setEvidenceSide',
  'closeEvidence',
  'keepPair',
  'keepScreen',
  'keepFacet',
  'saveInvestigation',
  'locateProfile',
  'openAnyway',
  'leaveInvestigation',
  'readNotes',
  'keepNotes',
  'readSource',
  'chooseSource',
  'forgetSource',
  'openInEditor',
  'setEditor',
  'saveSettings',
  'openExternal',
  'export',
  'cancelExport',
  'showSaved',
  'saveCopy',
  'openSaved',
  'capture',
  'cancelCapture',
  'chooseCaptureFolder',
  'startDrag',
  'engine',
] as const satisfies readonly HostMethod[];

/** The DOM's File, of which this side may know no more. */
export interface FileHandle {
  readonly name: string;
  readonly size: number;
}

/** The program around the page. Requests reject with an Error whose message is a sentence for people. */
export interface Host {
  request<M extends HostMethod>(method: M, params: HostRequests[M][0]): Promise<HostRequests[M][1]>;
  /**
   * Hands over a dropped or chosen file: by path where the shell knows it, else its bytes. Resolves when the
   * opening is over, with the id of the profile or text; null when it failed or was cancelled, which events have
   * told, and when it was an investigation. Taken for a profile that an investigation waits for, it gives null as well.
   */
  openFile(file: FileHandle, instead?: SoughtPlace): Promise<number | null>;
  /** Lets the user choose files to open in the shell's own dialog; false where the page has to show one. */
  chooseFiles(): Promise<boolean>;
  /** Listens to an event; the result ends the listening. */
  on<E extends HostEvent>(event: E, listener: (payload: HostEvents[E]) => void): () => void;
}

/** Asks the engine through a host, with the types of the question. */
export async function ask<M extends EngineMethod>(
  host: Pick<Host, 'request'>,
  method: M,
  params: EngineParams<M>,
): Promise<EngineResult<M>> {
  return (await host.request('engine', { method, params })) as EngineResult<M>;
}
