import type { TopSort } from '../core/analysis/top-order.ts';
import type { Viewport } from '../core/layout/viewport.ts';
import type { PatternSource } from '../core/text/pattern.ts';
import type { DifferenceSort } from './comparison-api.ts';
import type { View } from './engine-api.ts';
import type { EvidenceSides } from './evidence-question.ts';

/*
 * What can be made into files: pictures, pages, reports, tables, stacks and profiles of what is looked at.
 * A request is plain data. The page and the command line make one alike, and alike ones give the same bytes.
 */

/** What is to be exported. */
export interface ExportRequest {
  /** How the profile, or the two that are compared, are looked at. */
  readonly view: View;
  /** The word for one of what values are divided by, such as `request`; null where they are not divided. */
  readonly per: string | null;
  /** What percentages of a change refer to. */
  readonly percentOf: 'before' | 'after' | 'net';
  readonly what: ExportWhat;
}

export type ExportWhat =
  | PictureExport
  | PageExport
  | ReportExport
  | TableExport
  | StacksExport
  | ProfileExport;

/** A picture of a view with its caption. */
export interface PictureExport {
  readonly kind: 'picture';
  readonly format: 'png' | 'svg';
  /** Pixels of a PNG for each px of the layout. */
  readonly pixelRatio: 1 | 2 | 4;
  /** Width of the layout in px; its height follows from what it shows. */
  readonly viewWidth: number;
  readonly theme: 'light' | 'dark';
  readonly scene: Scene;
  readonly caption: Caption;
}

/** What a picture shows. */
export type Scene = GraphScene | SidesScene | DifferenceScene | TableScene | SummaryScene;

interface GraphOptions {
  readonly orientation: 'icicle' | 'flame';
  /** What is highlighted while the rest is dimmed; null for nothing. */
  readonly search: PatternSource | null;
}

/** The flame graph of one profile. */
export interface GraphScene extends GraphOptions {
  readonly kind: 'graph';
  readonly colorBy: 'package' | 'module' | 'share';
  /** The part that is shown, as on screen; null for the whole graph with all its depths. */
  readonly part: GraphPart | null;
}

/** What a window shows of a graph. */
export interface GraphPart {
  readonly viewport: Viewport;
  /** Height of the window in px of the layout, and of its rows. */
  readonly viewHeight: number;
  readonly rowHeight: number;
}

/** The flame graphs of both sides of a comparison, one beside the other. */
export interface SidesScene extends GraphOptions {
  readonly kind: 'sides';
  readonly colorBy: 'package' | 'module' | 'share';
  /** One scale, so that twice as wide is twice as much, or each as wide as it can be. */
  readonly scale: 'shared' | 'own';
  readonly parts: readonly [before: GraphPart, after: GraphPart] | null;
}

/** The flame graph of what changed. */
export interface DifferenceScene extends GraphOptions {
  readonly kind: 'difference';
  /** Which side gives the boxes their width. */
  readonly width: 'both' | 'before' | 'after';
  readonly changeColor: 'absolute' | 'relative';
  readonly part: GraphPart | null;
}

/** The table of functions, of one profile or of what changed. */
export interface TableScene {
  readonly kind: 'table';
  readonly table: TableChoice;
  /** Rows at most. */
  readonly rows: number;
}

/** Totals, the largest falls and rises. */
interface SummaryScene {
  readonly kind: 'summary';
}

/** What is written on a picture besides what it shows; each part can be left out. */
export interface Caption {
  /** The title; null for the one that follows from the view, '' for none. */
  readonly title: string | null;
  /** File names and times of capture. */
  readonly files: boolean;
  /** The sample type in words, and what is filtered, zoomed or divided. */
  readonly subject: boolean;
  /** What percentages are of. */
  readonly denominator: boolean;
  /** What colours and marks mean. */
  readonly legend: boolean;
  /** The day of the export and the version of Allocscope. */
  readonly made: boolean;
}

/** One HTML file with an interactive flame graph. */
export interface PageExport {
  readonly kind: 'page';
  readonly title: string | null;
  readonly theme: 'light' | 'dark' | 'system';
  readonly colorBy: 'package' | 'module' | 'share';
  readonly changeColor: 'absolute' | 'relative';
  /** Boxes narrower than this part of the whole are merged and counted. */
  readonly leastShare: number;
}

/** A document: Markdown with its pictures beside it, or one HTML file. */
export interface ReportExport {
  readonly kind: 'report';
  readonly format: 'md' | 'html';
  readonly title: string | null;
  readonly theme: 'light' | 'dark';
  /** The author's own words, as they were typed. */
  readonly notes: string;
  /** The texts of both runs that it tells about; of a single run as `after`. */
  readonly evidence: EvidenceSides;
}

/** Which table, in which order, and which of its rows. */
export type TableChoice =
  | { readonly kind: 'top'; readonly sort: TopSort; readonly filter: PatternSource | null }
  | {
      readonly kind: 'difference';
      readonly sort: DifferenceSort;
      readonly filter: PatternSource | null;
    };

/** A table as data. */
export interface TableExport {
  readonly kind: 'table';
  readonly format: 'csv' | 'tsv' | 'json';
  readonly table: TableChoice;
}

/** The stacks for other flame graph tools; of a comparison with two columns where the format has them. */
export interface StacksExport {
  readonly kind: 'stacks';
  readonly format: 'folded' | 'speedscope';
}

/** A gzipped pprof profile: of what the focus keeps, or of the difference. */
export interface ProfileExport {
  readonly kind: 'profile';
}

/** A piece of a file of an export, in order; the pieces of a file follow one another. */
export interface ExportPiece {
  /** Name of the file, without folders; the first one is the file that was asked for. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** How far an export is; `total` is 0 when unknown. */
export interface ExportProgress {
  /** What is being done, in words for people: `Drawing`, `Writing stacks`. */
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

/** What was chosen for exports, to be offered again. */
export interface ExportChoices {
  readonly what: 'picture' | 'page' | 'report' | 'table' | 'stacks' | 'profile';
  readonly pictureFormat: 'png' | 'svg';
  readonly reportFormat: 'md' | 'html';
  readonly tableFormat: 'csv' | 'tsv' | 'json';
  readonly stacksFormat: 'folded' | 'speedscope';
  /** A graph as far as it is seen on screen, or all of it. */
  readonly extent: 'shown' | 'whole';
  /** Width of a picture's layout in px, and pixels of a PNG for each of them. */
  readonly viewWidth: number;
  readonly pixelRatio: 1 | 2 | 4;
  /** As the page has it, or one of its own. */
  readonly theme: 'page' | 'light' | 'dark';
  readonly caption: Readonly<Record<Exclude<keyof Caption, 'title'>, boolean>>;
  /** Boxes of a page that are a smaller share of the whole are merged. */
  readonly leastShare: number;
}

/** An export that the page wants made. */
export interface ExportOrder {
  /** Made up by the page: by it the page knows the progress of its own exports, and cancels them. */
  readonly key: string;
  readonly request: ExportRequest;
  /** Name of the main file without folders, with the extension that belongs to what is exported. */
  readonly name: string;
  readonly to: ExportTarget;
}

/**
 * Where an export goes: into a file that the user chooses; as an image into the clipboard, or ready to be
 * dragged out of the window, where the shell can do that; or to the page that asked.
 */
export type ExportTarget = 'file' | 'clipboard' | 'drag' | 'page';

/** What came of an export. */
export type ExportOutcome =
  | { readonly kind: 'cancelled' }
  /** It lies in a folder, which `showSaved` shows. */
  | {
      readonly kind: 'saved';
      readonly saved: string;
      readonly name: string;
      readonly folder: string;
    }
  /** It waits to be downloaded, once, from an address below the page's own. */
  | { readonly kind: 'download'; readonly name: string; readonly address: string }
  | { readonly kind: 'copied' }
  /** It is ready to be dragged out, by `startDrag`. */
  | { readonly kind: 'draggable'; readonly drag: string }
  | { readonly kind: 'made'; readonly files: readonly MadeFile[] };

/** A whole file of an export. */
export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
