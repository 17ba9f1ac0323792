import type { Caption } from '../../../bridge/export-api.ts';
import { formatDate } from '../../../words/format-time.ts';
import type { ExportTools } from '../../tools.ts';
import { NOTHING, type Part, type Sheet } from './part.ts';
import { baselineIn, paragraph } from './text.ts';

const TEXT = { face: 'regular', sizePx: 11 } as const;
const LINE = 16;
const BETWEEN = 24;

/** What stands below what is shown: what percentages are of, and when and with what the picture was made. */
export function footing(
  { width, colors, writer }: Sheet,
  caption: Caption,
  denominator: string,
  { version, nowMillis }: Pick<ExportTools, 'version' | 'nowMillis'>,
): Part {
  const made = caption.made ? `Allocscope ${version} · ${formatDate(nowMillis)}` : '';
  const madeWidth = made === '' ? 0 : writer.width(made, TEXT.face, TEXT.sizePx) + BETWEEN;
  const text = caption.denominator ? denominator : '';
  const isBeside = writer.width(text, TEXT.face, TEXT.sizePx) + madeWidth <= width;
  const left = paragraph({ writer, width: isBeside ? width - madeWidth : width }, [
    { ...TEXT, color: colors.ink3, text },
  ]);
  const right = made === '' ? 0 : LINE;
  if (left.height + right === 0) return NOTHING;
  return {
    height: isBeside ? Math.max(left.height, right) : left.height + right,
    draw: (x, y) => {
      left.draw(x, y);
      const top = isBeside ? y : y + left.height;
      const place = isBeside
        ? { x: x + width, anchor: 'end' as const }
        : { x, anchor: 'start' as const };
      const span = { ...TEXT, color: colors.ink3, text: made };
      writer.line([span], place.x, baselineIn(top, LINE, TEXT.sizePx), place.anchor);
    },
  };
}
