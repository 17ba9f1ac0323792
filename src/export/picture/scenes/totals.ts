import { visibleText } from '../../../core/text/visible-text.ts';
import { formatQuantity } from '../../../core/units/quantity.ts';
import { describeSampleType } from '../../../core/units/sample-type-words.ts';
import { beside, type Part, stacked } from '../parts/part.ts';
import { paragraph } from '../parts/text.ts';
import type { SceneContext } from './scene.ts';

const LEAST_WIDTH = 170;
const GAP = 24;

/** The totals of all sample types of a profile, the one looked at marked by a line. */
export function totalsPart({ sheet, subject }: SceneContext): Part {
  const { profile, view } = subject;
  const { colors, writer } = sheet;
  const perLine = Math.max(1, Math.floor((sheet.width + GAP) / (LEAST_WIDTH + GAP)));
  const columns = Math.min(perLine, profile.sampleTypes.length);
  const width = (sheet.width - (columns - 1) * GAP) / columns;
  const cards = profile.sampleTypes.map((type, index): Part => {
    const text = (
      words: string,
      sizePx: number,
      face: 'regular' | 'semibold' | 'mono',
      color: string,
    ) => paragraph({ writer, width }, [{ text: words, sizePx, face, color }]);
    const lines = stacked(
      [
        text(describeSampleType(type).title, 12, 'regular', colors.ink2),
        text(formatQuantity(profile.totals[index] ?? 0, type), 18, 'semibold', colors.ink),
        text(visibleText(type.type), 10.5, 'mono', colors.ink3),
      ],
      2,
    );
    return {
      height: lines.height + 10,
      draw: (x, y) => {
        const isViewed = index === view.sampleType;
        const line = { x, y, width, height: isViewed ? 2 : 1 };
        writer.rectangle(line, isViewed ? colors.accent : colors.lineStrong);
        lines.draw(x, y + 8);
      },
    };
  });
  const lines: Part[] = [];
  for (let first = 0; first < cards.length; first += columns) {
    const line = cards.slice(first, first + columns);
    lines.push(beside(line.map((part, at) => ({ left: at * (width + GAP), part }))));
  }
  return stacked(lines, 16);
}
