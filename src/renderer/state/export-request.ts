import type { ProfileSummary, View } from '../../bridge/engine-api.ts';
import type {
  ExportChoices,
  ExportRequest,
  ExportWhat,
  GraphPart,
  Scene,
  TableChoice,
} from '../../bridge/export-api.ts';
import { exportName } from '../../words/export-name.ts';
import { themeOf } from '../theme/follow-theme.ts';
import type { App } from './app.ts';
import { sidesOf } from './evidence.ts';
import type { SeenPart } from './on-screen.ts';
import { shownSubject } from './profiles.ts';
import { askedPattern } from './search.ts';
import type { SubjectId } from './subject.ts';

/** What is looked at, as far as it can be exported. */
export interface ExportSubject {
  readonly subject: SubjectId;
  readonly view: View;
  readonly per: string | null;
  /** The profile; in a comparison the one before and the one after. */
  readonly profiles: readonly ProfileSummary[];
}

/** What is wanted of it. */
export interface ExportDraft {
  readonly choices: ExportChoices;
  /** What a picture shows. */
  readonly scene: Scene['kind'];
  /** '' for the title that follows from the view. */
  readonly title: string;
}

/** An export as it is ordered. */
export interface NamedRequest {
  readonly request: ExportRequest;
  readonly name: string;
}

/** What is looked at; null on the start page, and while a comparison is not ready. */
export function exportSubject({ profiles, views, comparisons }: App): ExportSubject | null {
  const state = profiles.getState();
  const subject = shownSubject(state);
  const view = subject === null ? undefined : views.getState()[subject]?.view;
  if (subject === null || view === undefined) return null;
  const ids = view.base === null ? [view.profile] : [view.base.profile, view.profile];
  const found = ids.flatMap((id) => state.profiles.filter((profile) => profile.id === id));
  if (found.length < ids.length) return null;
  const per = view.base === null ? null : comparisons.getState()[subject]?.per;
  return per === undefined ? null : { subject, view, per, profiles: found };
}

/** What pictures of a view can show. */
export function scenesOf({ base }: View): readonly Scene['kind'][] {
  return base === null
    ? ['graph', 'table', 'summary']
    : ['sides', 'difference', 'table', 'summary'];
}

/** Which of them is on screen. */
export function shownScene(app: App, { base }: View): Scene['kind'] {
  if (base === null) return 'graph';
  const { display } = app.screen.getState().comparison;
  return display === 'report' ? 'summary' : display;
}

/** Whether a part of a graph is on screen, to be exported as it is seen. */
export function hasPart(app: App, scene: Scene['kind']): boolean {
  return partsOf(app, scene) !== null;
}

/** The order for what is looked at. */
export function requestFor(app: App, subject: ExportSubject, draft: ExportDraft): NamedRequest {
  const { view, per, profiles } = subject;
  const { percentOf } = app.screen.getState().comparison;
  const what = whatOf(app, subject, draft);
  const name = exportName(
    what,
    profiles.map((profile) => profile.name),
  );
  return { request: { view, per, percentOf, what }, name };
}

function whatOf(
  app: App,
  { subject, view }: ExportSubject,
  { choices, scene, title: typed }: ExportDraft,
): ExportWhat {
  const title = typed.trim() === '' ? null : typed.trim();
  const pageTheme = themeOf(app.settings.getState().theme);
  const theme = choices.theme === 'page' ? pageTheme : choices.theme;
  const { colorBy } = app.settings.getState();
  switch (choices.what) {
    case 'picture': {
      const parts = choices.extent === 'shown' ? partsOf(app, scene) : null;
      return {
        kind: 'picture',
        format: choices.pictureFormat,
        pixelRatio: choices.pixelRatio,
        viewWidth: parts === null ? choices.viewWidth : widthOf(parts),
        theme,
        scene: sceneOf(app, view, scene, parts),
        caption: { title, ...choices.caption },
      };
    }
    case 'page': {
      const { changeColor } = app.screen.getState().comparison;
      const { leastShare } = choices;
      const pagesTheme = choices.theme === 'page' ? 'system' : choices.theme;
      return { kind: 'page', title, theme: pagesTheme, colorBy, changeColor, leastShare };
    }
    case 'report': {
      const notes = app.notes.getState()[subject] ?? '';
      const evidence = sidesOf(app.evidence.getState().texts);
      return { kind: 'report', format: choices.reportFormat, title, theme, notes, evidence };
    }
    case 'table':
      return { kind: 'table', format: choices.tableFormat, table: tableOf(app, view) };
    case 'stacks':
      return { kind: 'stacks', format: choices.stacksFormat };
    case 'profile':
      return { kind: 'profile' };
  }
}

function sceneOf(
  app: App,
  view: View,
  scene: Scene['kind'],
  parts: readonly SeenPart[] | null,
): Scene {
  const { orientation, colorBy } = app.settings.getState();
  const { scale, width, changeColor } = app.screen.getState().comparison;
  const graph = { orientation, search: askedPattern(app.search.getState()) };
  const [part = null, second] = (parts ?? []).map(graphPart);
  switch (scene) {
    case 'graph':
      return { kind: scene, ...graph, colorBy, part };
    case 'sides': {
      const both = part !== null && second !== undefined ? ([part, second] as const) : null;
      return { kind: scene, ...graph, colorBy, scale, parts: both };
    }
    case 'difference':
      return { kind: scene, ...graph, width, changeColor, part };
    case 'table':
      return { kind: scene, table: tableOf(app, view), rows: PICTURED_ROWS };
    case 'summary':
      return { kind: scene };
  }
}

/** As many rows as a page of a document takes. */
const PICTURED_ROWS = 30;

/** px between the graphs of both sides. */
const GAP = 12;

function widthOf(parts: readonly SeenPart[]): number {
  const graphs = parts.reduce((sum, { viewWidth }) => sum + viewWidth, 0);
  return Math.round(graphs + GAP * (parts.length - 1));
}

function graphPart({ viewport, viewHeight, rowHeight }: SeenPart): GraphPart {
  const { weightX0, weightX1, scroll } = viewport;
  return { viewport: { weightX0, weightX1, scroll }, viewHeight, rowHeight };
}

/** What is seen of the graphs of a scene; null where they are not on screen. */
function partsOf({ onScreen, screen }: App, scene: Scene['kind']): readonly SeenPart[] | null {
  const { width } = screen.getState().comparison;
  const graphs = {
    graph: ['both'],
    sides: ['before', 'after'],
    difference: [width],
    table: [],
    summary: [],
  } as const;
  const parts = graphs[scene].map((graph) => onScreen.partOf(graph));
  const seen = parts.filter((part) => part !== null);
  return seen.length > 0 && seen.length === parts.length ? seen : null;
}

/** As on screen, or as it is shown first. */
function tableOf({ onScreen: { table } }: App, { base }: View): TableChoice {
  if (table !== null && (table.kind === 'difference') === (base !== null)) return table;
  return base === null
    ? { kind: 'top', sort: { column: 'flat', descending: true }, filter: null }
    : {
        kind: 'difference',
        sort: { column: 'flatDelta', descending: true, bySize: true },
        filter: null,
      };
}
