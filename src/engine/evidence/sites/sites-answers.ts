import type { EngineParams } from '../../../bridge/engine-api.ts';
import type {
  Pattern,
  Site,
  SiteRow,
  Sites,
  SitesOfSide,
  SitesQueries,
} from '../../../bridge/sites-api.ts';
import { CodeOwner } from '../../../core/analysis/sites/code-owner.ts';
import type { NamedSite } from '../../../core/analysis/sites/named-site.ts';
import { pairSites, type SitePair } from '../../../core/analysis/sites/pair-sites.ts';
import { RULES } from '../../../core/evidence/patterns/rules/index.ts';
import { parseGoName } from '../../../core/text/go-name.ts';
import type { Beside, EvidenceAnswers, EvidenceOfSides } from '../evidence-of-sides.ts';
import { type NamedSide, nameSide } from './named-side.ts';

/** How questions about allocation sites are answered. */
export const sitesAnswers: EvidenceAnswers<SitesQueries> = { sites };

/** How many sites are listed: nobody reads more. */
const MOST_ROWS = 300;

/** How many source files of a side are worth reading. */
const MOST_FILES = 100;

function sites(
  texts: EvidenceOfSides,
  beside: Beside | null,
  { sources }: EngineParams<'sites'>,
): Sites | null {
  if (beside === null) return null;
  const { view, subject } = beside;
  const sides = subject.sides(view);
  const indices = subject.ownFrames({ granularity: 'lines', inlines: true });
  const named = sides.map((side, at) => {
    const index = indices[at];
    const name = sides.length > 1 && at === 0 ? 'before' : 'after';
    return index === undefined ? null : nameSide(texts, beside, name, side, index, sources[name]);
  });
  const after = named.at(-1) ?? null;
  const before = named.length > 1 ? (named[0] ?? null) : null;
  if (after === null || (named.length > 1 && before === null)) return null;
  const pairs = before === null ? pairsOfOne(after) : pairsOfBoth(before, after);
  const ranked = pairs
    .map((pair) => ({ pair, weight: weightOf(pair, before, after) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_ROWS)
    .map(({ pair }) => pair);
  const patterns = new Set(
    ranked.flatMap((pair) =>
      [pair.before, pair.after].flatMap((site) => site?.names.map(({ rule }) => rule) ?? []),
    ),
  );
  return {
    rows: ranked.map((pair) => rowOf(pair, before, after)),
    siteCount: siteCountOf(before, after, pairs),
    patterns: RULES.filter((rule) => patterns.has(rule)).map(
      ({ pattern, name, meaning, advice, exception }): Pattern => ({
        id: pattern,
        name,
        meaning,
        advice,
        exception,
      }),
    ),
    before:
      before &&
      ofSide(
        before,
        ranked.map((pair) => pair.before),
      ),
    after: ofSide(
      after,
      ranked.map((pair) => pair.after),
    ),
  };
}

function pairsOfOne({ sites: all, name }: NamedSide): SitePair[] {
  return all.slice(0, MOST_ROWS).map((site) => ({ before: null, after: name(site) }));
}

/**
 * Pairs the lines that may become rows: the heaviest of each side, and on the other side the lines of their
 * functions. Naming all that there are would take seconds where they are tens of thousands.
 */
function pairsOfBoth(before: NamedSide, after: NamedSide): SitePair[] {
  const functions = new Set(
    [before, after].flatMap((side) => side.sites.slice(0, MOST_ROWS).map(side.functionOf)),
  );
  const [named, namedAfter] = [before, after].map((side) =>
    side.sites.filter((site) => functions.has(side.functionOf(site))).map(side.name),
  );
  return pairSites(named ?? [], namedAfter ?? []);
}

/** What a line weighs in the view, on the side where that is more. */
function weightOf(pair: SitePair, before: NamedSide | null, after: NamedSide): number {
  const of = (site: NamedSite | null, side: NamedSide | null) =>
    site === null || side === null
      ? 0
      : Math.abs((site.site.values[side.sampleType] ?? 0) * side.scale);
  return Math.max(of(pair.before, before), of(pair.after, after));
}

function rowOf(pair: SitePair, before: NamedSide | null, after: NamedSide): SiteRow {
  const frame =
    pair.after !== null
      ? after.frameOf(pair.after)
      : pair.before !== null && before !== null
        ? before.frameOf(pair.before)
        : -1;
  return {
    frame,
    before: pair.before && before && siteOf(pair.before, before),
    after: pair.after && siteOf(pair.after, after),
  };
}

function siteOf(named: NamedSite, { sampleType }: NamedSide): Site {
  const { functionName, path, line, text, objects, bytes, called, allocatesItself, names, site } =
    named;
  return {
    functionName,
    file: path,
    line,
    owner: ownerOf(site.owner),
    text,
    objects,
    bytes,
    value: site.values[sampleType] ?? 0,
    called,
    allocatesItself,
    names: names.map((name) => ({
      pattern: name.rule.pattern,
      certainty: name.certainty,
      objects: name.objects,
      bytes: name.bytes,
      isShared: name.isShared,
      evidence: name.evidence.map(({ witness, says, quote, isHint }) => ({
        witness,
        says,
        quote,
        isHint,
      })),
    })),
  };
}

function ownerOf(owner: number): Site['owner'] {
  if (owner === CodeOwner.own) return 'own';
  return owner === CodeOwner.dependency ? 'dependency' : 'library';
}

/** How many lines there are, those that both sides have once. */
function siteCountOf(
  before: NamedSide | null,
  after: NamedSide,
  pairs: readonly SitePair[],
): number {
  const both = pairs.filter((pair) => pair.before !== null && pair.after !== null).length;
  return (before?.sites.length ?? 0) + after.sites.length - both;
}

function ofSide(side: NamedSide, ranked: readonly (NamedSite | null)[]): SitesOfSide {
  const sum = (of: (site: NamedSite) => number) =>
    ranked.reduce((total, site) => total + (site === null ? 0 : of(site)), 0);
  const files = new Map<string, string>();
  for (const site of ranked) {
    if (site === null || site.path === '' || files.size === MOST_FILES) continue;
    files.set(site.path, parseGoName(site.functionName).packagePath);
  }
  return {
    objects: side.totalObjects,
    bytes: side.totalBytes,
    namedObjects: sum(({ namedObjects }) => namedObjects),
    namedBytes: sum(({ namedBytes }) => namedBytes),
    scale: side.scale,
    objectType: side.types.objects,
    byteType: side.types.space,
    hasCompiler: side.hasCompiler,
    files: [...files].map(([file, packagePath]) => ({ file, packagePath })),
  };
}
