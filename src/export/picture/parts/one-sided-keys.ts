import { INKS } from '../../../core/drawing/colors.ts';
import type { OneSided } from '../../../core/drawing/draw-one-sided.ts';
import { removedPattern } from './hatches.ts';
import { KEY_SIZE, type Key } from './keys.ts';
import type { Sheet } from './part.ts';

const BAR = 3;
const WIDTH = 18;

/** What the marks mean of boxes that one side does not have; on boxes of these colours. */
export function oneSidedKeys(
  { theme, writer }: Sheet,
  grounds: Readonly<Record<OneSided, string>>,
): Key[] {
  const box = { width: WIDTH, height: KEY_SIZE };
  return [
    {
      words: 'before only',
      markWidth: WIDTH,
      draw: (x, y) => {
        writer.rectangle({ x, y, ...box }, grounds.removed);
        writer.rectangle({ x, y, ...box }, removedPattern(writer, theme));
      },
    },
    {
      words: 'after only',
      markWidth: WIDTH,
      draw: (x, y) => {
        writer.rectangle({ x, y, ...box }, grounds.added);
        writer.rectangle({ x, y, ...box, height: BAR }, INKS[theme].added);
      },
    },
  ];
}
