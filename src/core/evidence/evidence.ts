import { BenchmarkExtractor } from './benchmarks/benchmark-extractor.ts';
import type { BenchmarkRuns } from './benchmarks/benchmark-runs.ts';
import type { EscapeEvidence } from './escape/diagnostics.ts';
import { EscapeExtractor } from './escape/extract.ts';
import type { Extractor } from './extractor.ts';
import { collectionCount, type Gctrace } from './gctrace/gctrace.ts';
import { GctraceExtractor } from './gctrace/gctrace-extractor.ts';
import type { LoadReport } from './load/load-report.ts';
import type { UnreadableLines } from './unreadable-lines.ts';

/** What was gathered of a kind. */
interface Gathered<Found> {
  readonly found: Found;
  readonly unreadable: UnreadableLines;
}

/** What a text says about runs of a program, by kinds, each of which may be anywhere in it. */
export interface Evidence extends LineEvidence {
  /** Reports of load generators, which are more than lines. */
  readonly load: Gathered<readonly LoadReport[]>;
}

type LineEvidence = { readonly [K in LineKind]: Gathered<FoundByKind[K]> };

interface FoundByKind {
  readonly gctrace: Gctrace;
  readonly benchmarks: BenchmarkRuns;
  readonly escape: EscapeEvidence;
}

export type LineKind = keyof FoundByKind;

/** Lines of the collector, results of benchmarks, what the compiler said of allocations, a report of a load generator. */
export type EvidenceKind = LineKind | 'load';

/** How each kind is gathered. */
export const LINE_KINDS: { readonly [K in LineKind]: Gatherer<FoundByKind[K]> } = {
  gctrace: { start: () => new GctraceExtractor(), count: collectionCount },
  benchmarks: {
    start: () => new BenchmarkExtractor(),
    count: ({ resultName }) => resultName.length,
  },
  escape: { start: () => new EscapeExtractor(), count: ({ diagnostics }) => diagnostics.length },
};

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
  const { load } = evidence;
  return (Object.keys(LINE_KINDS) as LineKind[])
    .map((kind) => findingOf(evidence, kind))
    .concat({ kind: 'load', count: load.found.length, unreadable: load.unreadable })
    .filter(({ count, unreadable }) => count > 0 || unreadable.count > 0);
}

function findingOf<K extends LineKind>(evidence: LineEvidence, kind: K): Finding {
  const { found, unreadable } = evidence[kind];
  const gatherer: Gatherer<FoundByKind[K]> = LINE_KINDS[kind];
  return { kind, count: gatherer.count(found), unreadable };
}
