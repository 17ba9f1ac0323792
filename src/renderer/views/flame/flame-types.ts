import type { BoxPlace } from '../../../bridge/engine-api.ts';
import type { Orientation } from '../../../core/layout/viewport.ts';
import type { ValueType } from '../../../core/profile/profile.ts';
import type { ColorBy, Theme } from '../../canvas/colors.ts';
import type { FrameTexts } from '../../state/frame-texts.ts';
import type { RequestSlice } from './slice-feed.ts';

/** What the flame graph asks of the frames of a profile; texts are fit to be shown. */
export type FlameFrames = Pick<FrameTexts, 'name' | 'place' | 'package' | 'module'>;

/** What is selected: a function, and one of its boxes where that is known. */
interface FlameSelection {
  readonly frame: number;
  readonly node: number | null;
  readonly place: BoxPlace | null;
}

/** A box, with what can be done about it. */
export interface FlameBox {
  readonly place: BoxPlace;
  readonly total: number;
  readonly self: number;
  /** Total of the whole graph, and of the caller's box. */
  readonly allTotal: number;
  readonly parentTotal: number;
  /** How many boxes a remainder stands for; 0 for a box of its own. */
  readonly merged: number;
}

/** Values of one box in all sample types. */
export interface BoxValues {
  readonly self: readonly number[];
  readonly total: readonly number[];
}

/** What the graph shows, and how. */
export interface FlameInputs {
  /** Another one means another tree: the graph is asked for anew. */
  readonly viewKey: string;
  readonly frames: FlameFrames;
  readonly requestSlice: RequestSlice;
  /** The box at the end of a path of frames from the outermost caller; null where there is none. */
  readonly requestPlace: (path: Int32Array) => Promise<BoxPlace | null>;
  readonly sampleTypes: readonly ValueType[];
  readonly sampleType: number;
  readonly orientation: Orientation;
  readonly colorBy: ColorBy;
  readonly theme: Theme;
  /** A 1 for each frame that a search found, the others being dimmed; null while nothing is searched for. */
  readonly highlighted: Uint8Array | null;
  readonly selection: FlameSelection | null;
}

export interface FlameGraphProps extends FlameInputs {
  /** Values of a box in all sample types, from which the average size of an object is worked out. */
  readonly requestBox: (node: number) => Promise<BoxValues>;
  readonly onSelect: (selection: FlameSelection | null) => void;
  /** The user wants to see only the stacks through a function. */
  readonly onFocusFrame: (frame: number) => void;
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
