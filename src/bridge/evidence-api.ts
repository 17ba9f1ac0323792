import type { Finding } from '../core/evidence/evidence.ts';
import type { BenchmarkQueries } from './benchmarks-api.ts';
import type { CollectorQueries } from './collector-api.ts';
import type { SideName } from './comparison-api.ts';
import type { EscapeQueries } from './escape-api.ts';
import type { LoadQueries } from './load-api.ts';
import type { SitesQueries } from './sites-api.ts';
import type { SourceQueries } from './source-api.ts';

export type { EvidenceKind, Finding } from '../core/evidence/evidence.ts';
export type { EvidenceQuestion, EvidenceSides } from './evidence-question.ts';

/*
 * What is known of evidence: texts in which something stands about runs of a Go program, besides profiles.
 */

/** Facts of a text that is open. Its id is of the same kind as those of profiles. */
export interface EvidenceSummary {
  readonly id: number;
  /** File name to show. */
  readonly name: string;
  /** Where it came from, for people: a path, or '' when only the bytes are known. */
  readonly path: string;
  /** SHA-256 of the file as read, in hexadecimal. */
  readonly sha256: string;
  readonly fileBytes: number;
  /** Of each kind that was found; never empty. */
  readonly findings: readonly Finding[];
  /** Lines of which only the beginning was looked at, since they are longer than any evidence. */
  readonly longLines: number;
  /** Which side of a comparison its name tells; null if it does not. */
  readonly suggestedSide: SideName | null;
}

/** Which run a text is about: that of a side, or the only one. */
export type EvidenceSide = (typeof EVIDENCE_SIDES)[number];

export const EVIDENCE_SIDES = ['before', 'after', 'run'] as const satisfies readonly (
  | SideName
  | 'run'
)[];

/** What of a run is looked at: its profile, or one kind of evidence. */
export type Facet = (typeof FACETS)[number];

export const FACETS = ['profile', 'collector', 'benchmarks', 'escapes', 'sites'] as const;

/** A text that is open, with the run that it is about. */
export interface OpenEvidence extends EvidenceSummary {
  readonly side: EvidenceSide;
}

/** Every question about evidence: name, its parameters, its answer. */
export interface EvidenceQueries
  extends CollectorQueries,
    BenchmarkQueries,
    EscapeQueries,
    LoadQueries,
    SitesQueries,
    SourceQueries {}
