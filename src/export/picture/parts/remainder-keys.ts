import type { FlameCut } from '../scenes/flame.ts';
import { remainderPattern } from './hatches.ts';
import { KEY_SIZE, type Key } from './keys.ts';
import type { Sheet } from './part.ts';

/** What the mark of remainders means, if graphs have any. */
export function remainderKeys({ theme, writer }: Sheet, cuts: readonly FlameCut[]): Key[] {
  if (!cuts.some(({ slice }) => slice.merged.some((count) => count > 0))) return [];
  const draw = (x: number, y: number) =>
    writer.rectangle(
      { x, y, width: KEY_SIZE, height: KEY_SIZE },
      remainderPattern(writer, theme),
      2,
    );
  return [{ words: 'boxes too narrow to draw', draw }];
}
