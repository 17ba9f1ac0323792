import type { BoxPlace } from '../../../bridge/tree-api.ts';
import type { Coloring } from '../../../core/drawing/box-colors.ts';
import type { Theme } from '../../../core/drawing/colors.ts';
import type { FlameSlice } from '../../../core/layout/flame-slice.ts';
import type { LinkScale, SideIndex } from '../../../core/layout/linked-viewport.ts';
import type { Orientation, Viewport } from '../../../core/layout/viewport.ts';
import type { ValueType } from '../../../core/profile/profile.ts';
import type { BoxFigures, BoxValues, ComparedFigures } from '../../../words/box-figures.ts';
import type { FrameTexts } from '../../../words/frame-texts.ts';
import type { FlameCamera } from './flame-camera.ts';
import type { RequestSlice } from './slice-feed.ts';

/** What the flame graph asks of the frames of a profile; texts are fit to be shown. */
export type FlameFrames = Pick<FrameTexts, 'name' | 'place' | 'package' | 'module'>;

/** What is selected: a function, and one of its boxes where that is known. */
export interface FlameSelection {
  readonly frame: number;
  readonly node: number | null;
  readonly place: BoxPlace | null;
}

/** A box, with what can be done about it. */
export interface FlameBox extends BoxFigures {
  readonly place: BoxPlace;
}

/** What the numbers of a comparison mean, and which tree they are of. */
export interface Compared extends ComparedFigures {
  /** Equal for sides of the same tree. */
  readonly key: string;
}

/** A call tree: where its slices come from, and what its names and numbers mean. */
export interface TreeSource {
  /** Another one means another tree: the graph is asked for anew. */
  readonly key: string;
  readonly frames: FlameFrames;
  readonly requestSlice: RequestSlice;
  /** The box at the end of a path of frames from the outermost caller; null where there is none. */
  readonly requestPlace: (path: Int32Array) => Promise<BoxPlace | null>;
  readonly sampleTypes: readonly ValueType[];
  readonly sampleType: number;
  /** Null for the tree of one profile. */
  readonly compared: Compared | null;
}

/** What the graph shows, and how. */
export interface FlameInputs {
  readonly source: TreeSource;
  readonly orientation: Orientation;
  readonly coloring: Coloring;
  readonly theme: Theme;
  /** A 1 for each frame that a search found, the others being dimmed; null while nothing is searched for. */
  readonly highlighted: Uint8Array | null;
  readonly selection: FlameSelection | null;
  /** Beside the other side of a comparison: how wide a px is. */
  readonly scale: LinkScale;
}

/** What a stage tells whoever put it up. */
export interface StageEvents {
  /** Loading, empty, failed, or there to be seen. */
  readonly onStatus: (status: StageStatus) => void;
  /** The box under the pointer is another one; null for none. */
  readonly onHover: (box: FlameBox | null) => void;
  /** After each drawing of the graph, for what must move with it. */
  readonly onDrawn: () => void;
  /** Nothing moves, and something else is looked at than when nothing moved last. */
  readonly onRest: (viewport: Viewport) => void;
}

/** What links the graph of a side to that of the other one. */
export interface StageLink {
  /** Takes in the stage of a side. The result lets it go. */
  join(side: SideIndex, stage: LinkableStage): () => void;
  /** A stage was drawn, maybe with more of its tree than before. */
  drawn(side: SideIndex): void;
  /** The pointer is on another box of a side: the other one marks it too, or where it would be. */
  hover(side: SideIndex, box: FlameBox | null): void;
}

/** What a link needs of a stage. */
export interface LinkableStage {
  readonly camera: FlameCamera;
  /** Of the tree that is shown, equal on both sides of a comparison; null for one profile, and for none. */
  readonly treeKey: string | null;
  /** How many rows of boxes the whole graph has. */
  readonly rows: number;
  /** The best slice at hand for a viewport. */
  sliceAt(viewport: Viewport): FlameSlice | null;
  /** A graph with so many rows stands beside this one, with rows of the same height. */
  standBeside(rows: number): void;
  /** Marks a box that the pointer is on elsewhere, or the place where it would stand. */
  markLinked(place: BoxPlace | null): void;
}

export type StageStatus = 'loading' | 'empty' | 'failed' | 'shown';

export interface FlameGraphProps extends FlameInputs {
  /** What it is a graph of, for those who do not see it. */
  readonly label: string;
  /** What links it to the graph of the other side; null where it stands alone. */
  readonly link: StageLink | null;
  /** Where the graph is looked at; the same one as long as the graph is there, and its alone. */
  readonly camera: FlameCamera;
  /** Where to look first; null for the whole graph. */
  readonly startAt: Viewport | null;
  /** The graph has come to rest, or is taken down; this is where it is looked at. */
  readonly onRest: (viewport: Viewport) => void;
  /** Values of a box in all sample types, from which the average size of an object is worked out. */
  readonly requestBox: (node: number) => Promise<BoxValues>;
  readonly onSelect: (selection: FlameSelection | null) => void;
  /** The user wants to see only the stacks through a function. */
  readonly onFocusFrame: (frame: number) => void;
  readonly onShowSource: (frame: number) => void;
  /** The user wants a text in the clipboard. */
  readonly onCopy: (text: string, what: 'name' | 'stack') => void;
}

/** What the page can tell a mounted graph to do. */
export interface FlameGraphHandle {
  /** Zooms so that a box fills the width. */
  zoomTo(place: BoxPlace): void;
  /** Brings a box into view without zooming. */
  reveal(place: BoxPlace): void;
  /** Brings a box into view, zooming if it is too narrow to be seen. */
  show(place: BoxPlace): void;
  /** Shows the whole graph. */
  reset(): void;
  zoomIn(): void;
  zoomOut(): void;
  /** Does something as soon as the graph does not move; the result takes it back. */
  whenStill(act: () => void): () => void;
  /** Gives it the keyboard. */
  focus(): void;
}
