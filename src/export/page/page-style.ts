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
  const changes = changeScale(theme);
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
    `--change-fall:${changes.at(0)}`,
    `--change-rise:${changes.at(-1)}`,
    `--change-scale:${gradient(changes)}`,
    `--share-scale:${gradient(shareScale(theme))}`,
    ...fills.map((fill, at) => `--fill-${at}:${fill[theme]}`),
  ];
}

const gradient = (colors: readonly string[]) => `linear-gradient(to right,${colors.join(',')})`;
