import type { Theme } from '../../../core/drawing/colors.ts';
import type { PageColors } from '../../../core/drawing/page-colors.ts';
import type { SvgWriter } from '../svg/svg-writer.ts';

/** What the parts of a picture are made on. */
export interface Sheet {
  /** Width between the margins in px. */
  readonly width: number;
  readonly theme: Theme;
  readonly colors: PageColors;
  readonly writer: SvgWriter;
}

/** A part of a picture: laid out when it was made, drawn when its place is known. */
export interface Part {
  readonly height: number;
  draw(x: number, y: number): void;
}

/** Parts one below the other, with space between them; those without height are not there. */
export function stacked(parts: readonly Part[], gap: number): Part {
  const there = parts.filter(({ height }) => height > 0);
  const gaps = Math.max(0, there.length - 1) * gap;
  return {
    height: there.reduce((sum, { height }) => sum + height, gaps),
    draw: (x, y) => {
      let top = y;
      for (const part of there) {
        part.draw(x, top);
        top += part.height + gap;
      }
    },
  };
}

/** Parts side by side, each as far from the left as it says. */
export function beside(parts: readonly { readonly left: number; readonly part: Part }[]): Part {
  return {
    height: Math.max(0, ...parts.map(({ part }) => part.height)),
    draw: (x, y) => {
      for (const { left, part } of parts) part.draw(x + left, y);
    },
  };
}

/** Nothing, where a part is left out. */
export const NOTHING: Part = { height: 0, draw: () => {} };
