import type { FlameSlice } from '../../../core/layout/flame-slice.ts';
import type { BoxColors, Coloring } from '../../canvas/box-colors.ts';
import type { Theme } from '../../canvas/colors.ts';
import { FlameLook } from '../../canvas/flame-look.ts';
import { hatchPattern } from '../../canvas/hatch.ts';
import { LabelFitter } from '../../canvas/label-fitter.ts';
import { LABEL_FONT, setLabelFont } from '../../canvas/label-font.ts';
import type { FlameFrames, FlameInputs } from './flame-types.ts';
import { rootLabels } from './flame-words.ts';

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
  private hatch: { theme: Theme; ratio: number; pattern: CanvasPattern | string } | null = null;

  constructor(ctx: CanvasRenderingContext2D) {
    this.ctx = ctx;
  }

  /** The looks of the boxes of a slice. */
  of(slice: FlameSlice, inputs: FlameInputs): FlameLook {
    const { source, theme, coloring, highlighted } = inputs;
    const { frames, sampleTypes, sampleType } = source;
    return new FlameLook(slice, frames, this.fitterFor(frames), {
      theme,
      colors: this.colorsFor(frames, coloring, theme),
      highlighted,
      rootLabels: rootLabels(slice.total[0] ?? 0, sampleTypes[sampleType]),
      hatch: this.hatchFor(theme),
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

  private hatchFor(theme: Theme): CanvasPattern | string {
    const { ratio } = this;
    if (this.hatch?.theme !== theme || this.hatch.ratio !== ratio) {
      this.hatch = { theme, ratio, pattern: hatchPattern(theme, ratio) };
    }
    return this.hatch.pattern;
  }
}
