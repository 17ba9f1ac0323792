import type { Site, SiteRow, Sites, SitesOfSide } from '../../../../bridge/sites-api.ts';

/** A cost of a site on both sides as it is shown: divided where the view divides. */
export interface ShownCost {
  readonly before: number;
  readonly after: number;
}

/** One of the costs of a row; 0 on a side that has none of it. */
export function costOf(
  { before, after }: Pick<SiteRow, 'before' | 'after'>,
  sites: Pick<Sites, 'before' | 'after'>,
  of: (site: Site) => number,
): ShownCost {
  return { before: shown(before, sites.before, of), after: shown(after, sites.after, of) };
}

function shown(site: Site | null, side: SitesOfSide | null, of: (site: Site) => number): number {
  return site === null || side === null ? 0 : of(site) * side.scale;
}
