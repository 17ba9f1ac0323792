import type { CollectorFigures } from '../core/evidence/gctrace/figures.ts';
import type { CollectionSeries, RateSeries } from '../core/evidence/gctrace/series.ts';
import type { Span } from '../core/evidence/gctrace/window.ts';
import type { EvidenceQuestion } from './evidence-question.ts';

export type { CollectorFigures } from '../core/evidence/gctrace/figures.ts';
export type { Span } from '../core/evidence/gctrace/window.ts';

/*
 * Questions about the traces of the collector. Seconds are from where the trace of a process begins, so that
 * runs that began at other times lie on each other.
 */

/** A process whose collections are known. */
export interface CollectorProcess {
  /** Its text, as its place among those of the side. */
  readonly text: number;
  /** Which of the processes of that text it is, from 0 on, and how many they are. */
  readonly process: number;
  readonly processes: number;
  readonly collections: number;
  /** How long the trace tells of it. */
  readonly seconds: number;
}

/** The processes of both runs, in the order of their texts. */
export interface CollectorProcesses {
  readonly before: readonly CollectorProcess[];
  readonly after: readonly CollectorProcess[];
  /** How many lines of all texts are of Go 1.4 or older. */
  readonly ancientLines: number;
}

/** What is looked at. */
export interface CollectorChoice {
  /** A process of each side, by its place in `CollectorProcesses`; -1 for none. */
  readonly processes: { readonly before: number; readonly after: number };
  /** Null for all there is. */
  readonly span: Span | null;
}

/** The figures of both sides; null for a side without a process. */
export interface CollectorSides {
  readonly before: CollectorFigures | null;
  readonly after: CollectorFigures | null;
}

/** What is drawn of both sides. */
export interface CollectorChart {
  /** What was asked for, or from 0 to the end of the longer side. */
  readonly span: Span;
  /** Length of the bins of the rates. */
  readonly binSeconds: number;
  readonly before: SideSeries | null;
  readonly after: SideSeries | null;
}

/** What is drawn of a side. */
export interface SideSeries extends CollectionSeries, RateSeries {}

/** Every question about the collector. */
export interface CollectorQueries {
  readonly collectorProcesses: [params: EvidenceQuestion, result: CollectorProcesses];
  readonly collectorFigures: [params: EvidenceQuestion & CollectorChoice, result: CollectorSides];
  /** `buckets` is how many columns the chart has to draw into. */
  readonly collectorChart: [
    params: EvidenceQuestion & CollectorChoice & { readonly buckets: number },
    result: CollectorChart,
  ];
}
