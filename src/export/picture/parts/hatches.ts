import { INKS, type Theme } from '../../../core/drawing/colors.ts';
import { type Hatch, REMAINDER_HATCH, REMOVED_HATCH } from '../../../core/drawing/hatch.ts';
import { fillOf, type SvgWriter } from '../svg/svg-writer.ts';

/** The ground of remainders, to fill with. */
export function remainderPattern(writer: SvgWriter, theme: Theme): string {
  const { remainder, hatch } = INKS[theme];
  return pattern(writer, 'remainder', REMAINDER_HATCH, hatch, remainder);
}

/** The lines across what is before only, to fill with. */
export function removedPattern(writer: SvgWriter, theme: Theme): string {
  return pattern(writer, 'removed', REMOVED_HATCH, INKS[theme].removed, null);
}

function pattern(
  writer: SvgWriter,
  id: string,
  { period: p, lineWidth }: Hatch,
  line: string,
  ground: string | null,
): string {
  const floor = ground === null ? '' : `<rect width="${p}" height="${p}" ${fillOf(ground)}/>`;
  // Three lines, so that the corners of the tile meet without a seam.
  const lines = `M-1 1L1 -1M-1 ${p + 1}L${p + 1} -1M${p - 1} ${p + 1}L${p + 1} ${p - 1}`;
  const stroke = fillOf(line).replaceAll('fill', 'stroke');
  writer.define(
    id,
    `<pattern id="${id}" width="${p}" height="${p}" patternUnits="userSpaceOnUse">${floor}<path d="${lines}" fill="none" ${stroke} stroke-width="${lineWidth}"/></pattern>`,
  );
  return `url(#${id})`;
}
