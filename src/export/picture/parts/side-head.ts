import type { SideName } from '../../../bridge/comparison-api.ts';
import type { Span } from '../svg/svg-writer.ts';
import type { Part, Sheet } from './part.ts';
import { baselineIn, cutAtEnd } from './text.ts';

const SIZE = 12.5;
const HEIGHT = 24;
const DOT = 9;
const DOT_ROOM = 15;

const TITLES: Readonly<Record<SideName, string>> = { before: 'Before', after: 'After' };

/** What a graph is of: a side, what was measured, and at its right end how much that is in all. */
export function sideHead(
  { width, colors, writer }: Sheet,
  side: SideName,
  measured: string,
  total: string,
): Part {
  const span = (text: string, color: string, face: Span['face']): Span => ({
    text,
    color,
    face,
    sizePx: SIZE,
  });
  const widthOf = ({ text, face }: Span) => writer.width(text, face, SIZE);
  const title = span(`${TITLES[side]}  `, colors.ink, 'semibold');
  const right = span(total, colors.ink, 'medium');
  const room = width - DOT_ROOM - widthOf(title) - widthOf(right) - 16;
  const words = cutAtEnd(writer, measured, { face: 'regular', sizePx: SIZE }, room);
  return {
    height: HEIGHT,
    draw: (x, y) => {
      const baseline = baselineIn(y, HEIGHT - 2, SIZE);
      const dot = { x, y: y + (HEIGHT - 2 - DOT) / 2, width: DOT, height: DOT };
      writer.rectangle(dot, colors[side], DOT / 2);
      writer.line([title, span(words, colors.ink2, 'regular')], x + DOT_ROOM, baseline);
      writer.line([right], x + width, baseline, 'end');
    },
  };
}
