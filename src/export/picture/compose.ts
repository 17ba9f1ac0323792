import type { Caption } from '../../bridge/export-api.ts';
import { PAPER } from '../../core/drawing/page-colors.ts';
import type { Part, Sheet } from './parts/part.ts';
import { NOTHING, stacked } from './parts/part.ts';

/** Space around what a picture shows, in px. */
export const MARGIN = 24;
const AFTER_HEADING = 16;
const BETWEEN = 14;

/** A picture whose parts are laid out. */
export interface Composed {
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

/** Puts the parts of a picture together and writes it. */
export function compose(
  { width, theme, writer }: Sheet,
  parts: {
    readonly heading: Part;
    readonly body: Part;
    readonly legend: Part;
    readonly footing: Part;
  },
  caption: Pick<Caption, 'legend'>,
  title: string,
): Composed {
  const { heading, body, legend, footing } = parts;
  const below = stacked([caption.legend ? legend : NOTHING, footing], BETWEEN);
  const all = stacked([heading, stacked([body, below], BETWEEN)], AFTER_HEADING);
  const size = { width: width + 2 * MARGIN, height: Math.ceil(all.height) + 2 * MARGIN };
  writer.rectangle({ x: 0, y: 0, ...size }, PAPER[theme]);
  all.draw(MARGIN, MARGIN - 2);
  return { ...size, svg: writer.finish(size.width, size.height, title) };
}
