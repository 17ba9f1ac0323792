import type { COLORINGS } from '../../../core/drawing/box-colors.ts';
import { INKS, moduleColor, packageColor, shareScale } from '../../../core/drawing/colors.ts';
import type { OneSided } from '../../../core/drawing/draw-one-sided.ts';
import { counted } from '../../../words/counted.ts';
import type { FrameTexts } from '../../../words/frame-texts.ts';
import type { FlameCut } from '../scenes/flame.ts';
import { KEY_SIZE, type Key, keyLines } from './keys.ts';
import { oneSidedKeys } from './one-sided-keys.ts';
import type { Part, Sheet } from './part.ts';
import { remainderKeys } from './remainder-keys.ts';

const LINES = 2;

/** What the colours of graphs mean: the packages or binaries that take most of their area, and the marks. */
export function originLegend(
  sheet: Sheet,
  frames: FrameTexts,
  cuts: readonly FlameCut[],
  colorBy: keyof typeof COLORINGS,
  highlighted: Uint8Array | null,
  /** Grounds of what one side only has; null for one profile. */
  oneSided: Readonly<Record<OneSided, string>> | null,
): Part {
  const { theme, writer } = sheet;
  const swatch =
    (color: string): Key['draw'] =>
    (x, y) =>
      writer.rectangle({ x, y, width: KEY_SIZE, height: KEY_SIZE }, color, 2);
  const marks: Key[] = [];
  if (highlighted !== null) marks.push({ words: 'not found', draw: swatch(INKS[theme].dimmed) });
  if (oneSided !== null) marks.push(...oneSidedKeys(sheet, oneSided));
  marks.push(...remainderKeys(sheet, cuts));
  if (colorBy === 'share') {
    const scale = shareScale(theme);
    const keys = [0, 0.01, 0.1, 0.5, 1].map((share) => ({
      words: share === 0 ? 'near 0% of all' : `${share * 100}%`,
      draw: swatch(
        scale[Math.min(scale.length - 1, Math.floor(Math.sqrt(share) * scale.length))] ?? '',
      ),
    }));
    return keyLines(sheet, keys, marks, LINES, () => '');
  }
  const color = colorBy === 'package' ? packageColor : moduleColor;
  const noName = colorBy === 'package' ? 'no package' : 'no binary';
  const keys = largestOrigins(frames, cuts, colorBy, highlighted).map((origin) => ({
    words: origin === '' ? noName : origin,
    draw: swatch(color(origin, theme)),
  }));
  const [one, many] = NOUNS[colorBy];
  return keyLines(sheet, keys, marks, LINES, (left) => `and ${counted(left, one, many)}`);
}

const NOUNS = {
  package: ['other package', 'other packages'],
  module: ['other binary', 'other binaries'],
} as const;

/** The origins of boxes in their own colours, those with the largest area first. */
function largestOrigins(
  frames: FrameTexts,
  cuts: readonly FlameCut[],
  by: 'package' | 'module',
  highlighted: Uint8Array | null,
): string[] {
  const areas = new Map<string, number>();
  for (const { slice, viewport, viewWidth } of cuts) {
    const { weightX0, weightX1 } = viewport;
    const scale = viewWidth / (weightX1 - weightX0);
    for (let row = 0; row < slice.length; row++) {
      const frame = slice.frame[row] ?? -1;
      if (frame < 0 || (highlighted !== null && highlighted[frame] !== 1)) continue;
      const start = Math.max(weightX0, slice.x[row] ?? 0);
      const end = Math.min(weightX1, (slice.x[row] ?? 0) + (slice.weight[row] ?? 0));
      if (!(end > start)) continue;
      const origin = frames[by](frame);
      areas.set(origin, (areas.get(origin) ?? 0) + (end - start) * scale);
    }
  }
  return Array.from(areas)
    .sort(([one, area], [other, otherArea]) => otherArea - area || (one < other ? -1 : 1))
    .map(([origin]) => origin);
}
