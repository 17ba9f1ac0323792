import { changeScale } from '../../core/drawing/change-colors.ts';
import { INKS, shareScale, type Theme } from '../../core/drawing/colors.ts';
import type { Fill } from './graph-data.ts';

/** The colours of a page's graph and legend in both themes, as custom properties beside those of the application. */
export function graphStyle(fills: readonly Fill[]): string {
  return (['light', 'dark'] as const)
    .map((theme) => `[data-theme="${theme}"]{${properties(theme, fills).join(';')}}`)
    .join('\n');
}

function properties(theme: Theme, fills: readonly Fill[]): string[] {
  const inks = INKS[theme];
  return [
    `--box-label:${inks.label}`,
    `--box-root:${inks.root}`,
    `--box-root-label:${inks.rootLabel}`,
    `--box-dimmed:${inks.dimmed}`,
    `--box-dimmed-label:${inks.dimmedLabel}`,
    `--box-remainder:${inks.remainder}`,
    `--box-hatch:${inks.hatch}`,
    `--box-hovered:${inks.hovered}`,
    `--box-removed:${inks.removed}`,
    `--box-added:${inks.added}`,
    ...changeScale(theme).map((color, step) => `--change-${step}:${color}`),
    ...shareScale(theme).map((color, step) => `--share-${step}:${color}`),
    ...fills.map((fill, at) => `--fill-${at}:${fill[theme]}`),
  ];
}
