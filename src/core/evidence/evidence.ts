import type { Extractor } from './extractor.ts';
import type { UnreadableLines } from './unreadable-lines.ts';

/** What was gathered of a kind. */
interface Gathered<Found> {
  readonly found: Found;
  readonly unreadable: UnreadableLines;
}

/** What the lines of a text say about runs of a program, by kinds, each of which may be anywhere in it. */
export type Evidence = { readonly [K in LineKind]: Gathered<FoundByKind[K]> };

// biome-ignore lint/suspicious/noEmptyInterface: the kinds are to come
interface FoundByKind {}

export type LineKind = keyof FoundByKind;

/** Lines of the collector, results of benchmarks, what the compiler said of allocations, a report of a load generator. */
export type EvidenceKind = 'gctrace' | 'benchmarks' | 'escape' | 'load';

/** How each kind is gathered. */
export const LINE_KINDS: { readonly [K in LineKind]: Gatherer<FoundByKind[K]> } = {};

interface Gatherer<Found> {
  /** Begins with a text. */
  start(): Extractor<Found>;
  /** How many of its things were found. */
  count(found: Found): number;
}

/** What was found of a kind in a text. */
export interface Finding {
  readonly kind: EvidenceKind;
  /** How many of its things: collections, results, diagnostics, reports. */
  readonly count: number;
  readonly unreadable: UnreadableLines;
}

/** What was found of each kind of which there is anything, readable or not. */
export function findingsOf(evidence: Evidence): Finding[] {
  return (Object.keys(LINE_KINDS) as LineKind[])
    .map((kind) => finding(LINE_KINDS[kind], kind, evidence[kind]))
    .filter(({ count, unreadable }) => count > 0 || unreadable.count > 0);
}

function finding<Found>(
  { count }: Gatherer<Found>,
  kind: LineKind,
  { found, unreadable }: Gathered<Found>,
): Finding {
  return { kind, count: count(found), unreadable };
}
