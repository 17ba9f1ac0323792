import type { Hello, Host } from '../../bridge/host.ts';
import type { KeptScreen } from '../../bridge/screen-state.ts';
import { type Ask, createAsk } from './asking.ts';
import { type BenchmarksStore, createBenchmarks } from './benchmarks.ts';
import { type CaptureStore, createCaptures } from './captures.ts';
import { type CollectorStore, createCollector } from './collector.ts';
import {
  type ComparisonStore,
  createComparisons,
  createFailures,
  type FailureStore,
} from './comparisons.ts';
import { createEscapes, type EscapesStore } from './escapes.ts';
import { createEvidence, type EvidenceStore } from './evidence.ts';
import { FramesCache } from './frames-cache.ts';
import { createInvestigations, type InvestigationStore } from './investigations.ts';
import { createNotes, type NoteStore } from './notes.ts';
import { createNotices, type NoticeStore } from './notices.ts';
import { OnScreen } from './on-screen.ts';
import { createProfiles, type ProfileStore } from './profiles.ts';
import { createExporting, type ExportingStore } from './running-exports.ts';
import { createScreen, type ScreenStore } from './screen.ts';
import { createSearch, type SearchStore } from './search.ts';
import { createSettings, type SettingsStore } from './settings.ts';
import { createSites, type SitesStore } from './sites.ts';
import { createSource, type SourceStore } from './source.ts';
import { keptSubject, type SubjectId } from './subject.ts';
import { createTables, type TableStore } from './tables.ts';
import { createViews, keepViews, type ViewStore } from './views.ts';
import { createZooms, type ZoomStore } from './zooms.ts';

/** The page's state and its ways to the host. One per page. */
export interface App {
  readonly host: Host;
  readonly about: Pick<Hello, 'version' | 'shell' | 'platform'>;
  readonly profiles: ProfileStore;
  readonly evidence: EvidenceStore;
  readonly collector: CollectorStore;
  readonly benchmarks: BenchmarksStore;
  readonly escapes: EscapesStore;
  readonly settings: SettingsStore;
  readonly views: ViewStore;
  readonly comparisons: ComparisonStore;
  readonly failures: FailureStore;
  readonly zooms: ZoomStore;
  readonly tables: TableStore;
  readonly investigations: InvestigationStore;
  readonly search: SearchStore;
  readonly notices: NoticeStore;
  readonly screen: ScreenStore;
  readonly source: SourceStore;
  readonly sites: SitesStore;
  readonly onScreen: OnScreen;
  readonly exporting: ExportingStore;
  readonly captures: CaptureStore;
  readonly notes: NoteStore;
  readonly frames: FramesCache;
  /** What the host keeps for the page's next start, by subject. */
  readonly kept: Map<SubjectId, KeptScreen>;
  readonly ask: Ask;
}

/** Makes the state of a page of what the host says at the start. */
export function createApp(host: Host, hello: Hello): App {
  const profiles = createProfiles(hello);
  const settings = createSettings(hello.settings);
  const views = createViews();
  const giveViews = () => keepViews(views, profiles.getState().profiles, settings.getState());
  giveViews();
  profiles.subscribe((now, before) => {
    if (now.profiles !== before.profiles) giveViews();
  });

  const ask = createAsk(host);
  return {
    host,
    about: hello,
    profiles,
    evidence: createEvidence(hello),
    collector: createCollector(),
    benchmarks: createBenchmarks(),
    escapes: createEscapes(),
    settings,
    views,
    comparisons: createComparisons(),
    failures: createFailures(),
    zooms: createZooms(),
    tables: createTables(),
    investigations: createInvestigations(hello),
    notes: createNotes(),
    search: createSearch(),
    notices: createNotices(),
    screen: createScreen(),
    source: createSource(),
    sites: createSites(),
    onScreen: new OnScreen(),
    exporting: createExporting(),
    captures: createCaptures(hello),
    frames: new FramesCache((of) => ask('frames', of)),
    kept: new Map(hello.screens.map((screen) => [keptSubject(screen), screen])),
    ask,
  };
}
