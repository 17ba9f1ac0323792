import { createStore } from 'zustand/vanilla';
import type { Site, SiteRow } from '../../bridge/sites-api.ts';

/** Which lines are listed, and which is looked at. */
export interface SitesState {
  readonly choice: SiteChoice;
  /** Key of the row; null for the first one. */
  readonly chosen: string | null;
}

/** All lines, those of the program's own code, those with a name; of a comparison those new or gone. */
export type SiteChoice = 'all' | 'own' | 'named' | 'new' | 'gone';

export type SitesStore = ReturnType<typeof createSites>;

/** The store of how sites are looked at. */
export const createSites = () => createStore<SitesState>(() => ({ choice: 'all', chosen: null }));

/** What tells a row from the others of a view, and finds it again in another. */
export function siteKey({ before, after }: SiteRow): string {
  const of = (site: Site | null) =>
    site === null ? '' : `${site.functionName} ${site.file}:${site.line}`;
  return `${of(before)} ${of(after)}`;
}
