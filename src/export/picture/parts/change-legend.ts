import { type ChangeColor, changePart, changeScale } from '../../../core/drawing/change-colors.ts';
import type { ComparedFigures } from '../../../words/box-figures.ts';
import {
  CHANGE_TICKS,
  changeScaleWords,
  changeTickWords,
} from '../../../words/change-scale-words.ts';
import type { FlameCut } from '../scenes/flame.ts';
import { keyLines } from './keys.ts';
import { oneSidedKeys } from './one-sided-keys.ts';
import { beside, type Part, type Sheet, stacked } from './part.ts';
import { remainderKeys } from './remainder-keys.ts';
import { baselineIn } from './text.ts';

const TEXT = { face: 'regular', sizePx: 11 } as const;
const SCALE_WIDTH = 380;
/** Beyond the scale's ends, for the words of the marks there. */
const OVERHANG = 20;
const WORDS_HEIGHT = 18;
const BAR_HEIGHT = 10;
const TICK_HEIGHT = 4;
const BETWEEN = 28;

/** What the colours of changes mean: the scale with its marks, what its percentages are of, and marks. */
export function changeLegend(
  sheet: Sheet,
  cut: FlameCut,
  of: ChangeColor,
  totals: readonly [before: number, after: number],
  figures: ComparedFigures,
): Part {
  const colors = changeScale(sheet.theme);
  const scale = scalePart(sheet, of, changeScaleWords(of, totals, figures), colors);
  const grounds = { removed: colors[0] ?? '', added: colors.at(-1) ?? '' };
  const keys = [...oneSidedKeys(sheet, grounds), ...remainderKeys(sheet, [cut])];
  const left = SCALE_WIDTH + BETWEEN;
  const isBeside = sheet.width - left >= 340;
  const room = isBeside ? sheet.width - left : sheet.width;
  const keysPart = keyLines({ ...sheet, width: room }, [], keys, 2, () => '');
  return isBeside
    ? beside([
        { left: 0, part: scale },
        { left, part: { ...keysPart, draw: (x, y) => keysPart.draw(x, y + WORDS_HEIGHT - 5) } },
      ])
    : stacked([scale, keysPart], 8);
}

function scalePart(
  { writer, colors }: Sheet,
  of: ChangeColor,
  words: string,
  scale: readonly string[],
): Part {
  const stops = scale.map(
    (color, step) => `<stop offset="${step / (scale.length - 1)}" stop-color="${color}"/>`,
  );
  const width = SCALE_WIDTH - 2 * OVERHANG;
  return {
    height: WORDS_HEIGHT + BAR_HEIGHT + TICK_HEIGHT + WORDS_HEIGHT - 4,
    draw: (x, y) => {
      writer.define('changes', `<linearGradient id="changes">${stops.join('')}</linearGradient>`);
      const text = { ...TEXT, color: colors.ink2 };
      writer.line([{ ...text, text: words }], x, baselineIn(y, WORDS_HEIGHT - 2, TEXT.sizePx));
      const bar = { x: x + OVERHANG, y: y + WORDS_HEIGHT, width, height: BAR_HEIGHT };
      writer.rectangle(bar, 'url(#changes)', 2);
      for (const share of CHANGE_TICKS[of]) {
        const tick = Math.round(bar.x + ((changePart(share, of) + 1) / 2) * width);
        const top = bar.y + BAR_HEIGHT;
        writer.rectangle({ x: tick, y: top, width: 1, height: TICK_HEIGHT }, colors.ink3);
        const baseline = baselineIn(top + TICK_HEIGHT, WORDS_HEIGHT - 4, TEXT.sizePx);
        writer.line([{ ...text, text: changeTickWords(share, of) }], tick, baseline, 'middle');
      }
    },
  };
}
