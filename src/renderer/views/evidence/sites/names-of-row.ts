import type { SiteName, SiteRow } from '../../../../bridge/sites-api.ts';

/** The names of a row: those of the side after or the only one, then those that the side before alone has. */
export function namesOfRow({ before, after }: SiteRow): {
  readonly now: readonly SiteName[];
  readonly gone: readonly SiteName[];
} {
  const now = after?.names ?? [];
  const has = new Set(now.map(({ pattern }) => pattern));
  return { now, gone: (before?.names ?? []).filter(({ pattern }) => !has.has(pattern)) };
}
