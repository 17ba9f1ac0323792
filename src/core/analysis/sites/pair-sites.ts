import { fileOf, type NamedSite } from './named-site.ts';

/** A line on both sides of a comparison, or on one alone. */
export interface SitePair {
  readonly before: NamedSite | null;
  readonly after: NamedSite | null;
}

/**
 * Pairs the lines of two versions of a program that are the same or have taken each other's place: lines of one
 * function, the likest first. They are alike by their text, where both sources are there, by the patterns that
 * they were named with, and by what they call. Lines of a function that have nothing of it in common are one that
 * is gone and one that is new.
 */
export function pairSites(before: readonly NamedSite[], after: readonly NamedSite[]): SitePair[] {
  const beforeOf = byFunction(before);
  const candidates = [...byFunction(after)].flatMap(([key, sites]) =>
    sites.flatMap((site) =>
      (beforeOf.get(key) ?? []).map((other) => ({
        before: other,
        after: site,
        likeness: likeness(other, site),
      })),
    ),
  );
  candidates.sort((a, b) => b.likeness - a.likeness || distance(a) - distance(b));
  const taken = new Set<NamedSite>();
  const pairs: SitePair[] = [];
  for (const pair of candidates) {
    if (pair.likeness === 0 || taken.has(pair.before) || taken.has(pair.after)) continue;
    taken.add(pair.before).add(pair.after);
    pairs.push({ before: pair.before, after: pair.after });
  }
  const gone = before.filter((site) => !taken.has(site));
  const come = after.filter((site) => !taken.has(site));
  return [
    ...pairs,
    ...gone.map((site) => ({ before: site, after: null })),
    ...come.map((site) => ({ before: null, after: site })),
  ];
}

/** Lines of a function that are compared with each other: those of a made-up profile may be any number. */
const MOST_OF_FUNCTION = 200;

/** The heaviest lines of each function of a file, by the names of both. */
function byFunction(sites: readonly NamedSite[]): Map<string, NamedSite[]> {
  const groups = new Map<string, NamedSite[]>();
  for (const site of sites) {
    const key = `${site.functionName} ${fileOf(site)}`;
    const group = groups.get(key) ?? [];
    if (group.length < MOST_OF_FUNCTION) group.push(site);
    groups.set(key, group);
  }
  return groups;
}

const distance = ({ before, after }: { before: NamedSite; after: NamedSite }) =>
  Math.abs(before.line - after.line);

/** How alike two lines of one function are; 0 for not at all. */
function likeness(before: NamedSite, after: NamedSite): number {
  const isSameText = before.text !== '' && before.text === after.text;
  if (isSameText) return 4;
  const names = new Set(before.names.map(({ rule }) => rule.pattern));
  const sharesName = after.names.some(({ rule }) => names.has(rule.pattern));
  const sharesCall = after.called.some((name) => before.called.includes(name));
  if (sharesName && sharesCall) return 3;
  if (sharesName || sharesCall) return 2;
  // Without names and texts the number is all there is.
  const isBare = before.text === '' && before.names.length + after.names.length === 0;
  return isBare && before.line === after.line ? 1 : 0;
}
