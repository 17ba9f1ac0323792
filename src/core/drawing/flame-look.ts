import type { FlameSlice } from '../layout/flame-slice.ts';
import { fitLabel } from '../text/elide.ts';
import type { BoxColors } from './box-colors.ts';
import { INKS, type Theme } from './colors.ts';
import type { BoxLook } from './draw-flame.ts';
import type { OneSidedLook } from './draw-one-sided.ts';
import type { LabelFitter } from './label-fitter.ts';
import type { Paint } from './surface.ts';

/** What of the frames of a profile is written on boxes, fit to be shown. */
export interface DrawnFrames {
  name(frame: number): string;
}

/** How the user wants boxes to look. */
export interface LookChoice {
  readonly theme: Theme;
  readonly colors: BoxColors;
  /** A 1 for each frame that a search found; null while nothing is searched for. */
  readonly highlighted: Uint8Array | null;
  /** Forms of the root's text, longest first. */
  readonly rootLabels: readonly string[];
  readonly hatch: Paint;
  readonly oneSided: OneSidedLook | null;
}

/** The looks of the boxes of a slice. */
export class FlameLook implements BoxLook {
  readonly remainder: string;
  readonly hatch: Paint;
  readonly oneSided: OneSidedLook | null;
  private readonly slice: FlameSlice;
  private readonly frames: DrawnFrames;
  private readonly fitter: LabelFitter;
  private readonly choice: LookChoice;

  constructor(slice: FlameSlice, frames: DrawnFrames, fitter: LabelFitter, choice: LookChoice) {
    const { theme } = choice;
    this.slice = slice;
    this.frames = frames;
    this.fitter = fitter;
    this.choice = choice;
    this.remainder = INKS[theme].remainder;
    this.hatch = choice.hatch;
    this.oneSided = choice.oneSided;
  }

  fill(row: number): string {
    const frame = this.slice.frame[row] ?? -1;
    const inks = INKS[this.choice.theme];
    if (frame < 0) return row === 0 ? inks.root : inks.remainder;
    if (this.isDimmed(frame)) return inks.dimmed;
    return this.choice.colors.of(this.slice, row);
  }

  ink(row: number): string {
    const frame = this.slice.frame[row] ?? -1;
    const inks = INKS[this.choice.theme];
    if (frame < 0) return inks.rootLabel;
    return this.isDimmed(frame) ? inks.dimmedLabel : inks.label;
  }

  label(row: number, maxWidth: number): string {
    const frame = this.slice.frame[row] ?? -1;
    if (frame >= 0) return this.fitter.label(frame, this.nameOf, maxWidth);
    return row === 0 ? fitLabel(this.choice.rootLabels, this.fitter.width, maxWidth) : '';
  }

  private readonly nameOf = (frame: number) => this.frames.name(frame);

  private isDimmed(frame: number): boolean {
    return this.choice.highlighted !== null && this.choice.highlighted[frame] !== 1;
  }
}
