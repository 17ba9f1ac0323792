import type { BoxColors, Coloring } from '../../../core/drawing/box-colors.ts';
import { INKS, type Theme } from '../../../core/drawing/colors.ts';
import { type OneSidedLook, oneSidedRow } from '../../../core/drawing/draw-one-sided.ts';
import { FlameLook } from '../../../core/drawing/flame-look.ts';
import { LabelFitter } from '../../../core/drawing/label-fitter.ts';
import { LABEL_FONT, setLabelFont } from '../../../core/drawing/label-font.ts';
import type { FlameSlice } from '../../../core/layout/flame-slice.ts';
import { rootLabels } from '../../../words/box-words.ts';
import { comparedRootLabels } from '../../../words/compared-box-words.ts';
import { hatchPattern, removedPattern } from '../../canvas/hatch.ts';
import type { FlameFrames, FlameInputs } from './flame-types.ts';

/** Colours, and what they were made for. */
interface ColorsMade {
  readonly frames: FlameFrames;
  readonly coloring: Coloring;
  readonly theme: Theme;
  readonly colors: BoxColors;
}

/** Makes looks, and keeps what is dear about them: colours, widths and short names of functions. */
export class FlameLooks {
  /** Density of the screen. */
  ratio = 1;
  /** Counts the occasions on which looks became others. */
  version = 0;
  private readonly ctx: CanvasRenderingContext2D;
  private fitter: { readonly frames: FlameFrames; readonly fitter: LabelFitter } | null = null;
  private made: ColorsMade | null = null;
  private patterns: Patterns | null = null;

  constructor(ctx: CanvasRenderingContext2D) {
    this.ctx = ctx;
  }

  /** The looks of the boxes of a slice. */
  of(slice: FlameSlice, inputs: FlameInputs): FlameLook {
    const { source, theme, coloring, highlighted } = inputs;
    const { frames, sampleTypes, sampleType, compared } = source;
    return new FlameLook(slice, frames, this.fitterFor(frames), {
      theme,
      colors: this.colorsFor(frames, coloring, theme),
      highlighted,
      rootLabels:
        compared === null
          ? rootLabels(slice.total[0] ?? 0, sampleTypes[sampleType])
          : comparedRootLabels(
              slice.sides.map(({ total }) => total[0] ?? 0),
              compared,
            ),
      hatch: this.patternsFor(theme).remainder,
      oneSided: this.oneSided(slice, theme),
    });
  }

  /** The fonts are other ones now. */
  forgetWidths(): void {
    this.fitter = null;
  }

  private colorsFor(frames: FlameFrames, coloring: Coloring, theme: Theme): BoxColors {
    const { made } = this;
    if (made?.frames === frames && made.coloring === coloring && made.theme === theme) {
      return made.colors;
    }
    const colors = coloring(frames, theme);
    this.made = { frames, coloring, theme, colors };
    return colors;
  }

  private fitterFor(frames: FlameFrames): LabelFitter {
    if (this.fitter?.frames === frames) return this.fitter.fitter;
    const { ctx } = this;
    const fitter = new LabelFitter((text) => {
      setLabelFont(ctx, LABEL_FONT);
      return ctx.measureText(text).width;
    });
    this.fitter = { frames, fitter };
    return fitter;
  }

  private oneSided(slice: FlameSlice, theme: Theme): OneSidedLook | null {
    if (slice.sides.length === 0) return null;
    return {
      of: (row) => oneSidedRow(slice, row),
      hatch: this.patternsFor(theme).removed,
      bar: INKS[theme].added,
    };
  }

  private patternsFor(theme: Theme): Patterns {
    const { ratio } = this;
    if (this.patterns?.theme === theme && this.patterns.ratio === ratio) return this.patterns;
    this.patterns = {
      theme,
      ratio,
      remainder: hatchPattern(theme, ratio),
      removed: removedPattern(theme, ratio),
    };
    return this.patterns;
  }
}

/** Patterns, and the screen that they were drawn for. */
interface Patterns {
  readonly theme: Theme;
  readonly ratio: number;
  readonly remainder: CanvasPattern | string;
  readonly removed: CanvasPattern | string;
}
