import type {
  CollectorChart,
  CollectorChoice,
  CollectorProcess,
  CollectorQueries,
  CollectorSides,
  Span,
} from '../../bridge/collector-api.ts';
import { collectorFigures } from '../../core/evidence/gctrace/figures.ts';
import { type Gctrace, processCount } from '../../core/evidence/gctrace/gctrace.ts';
import {
  collectionSeries,
  rateSeries,
  roundBinSeconds,
} from '../../core/evidence/gctrace/series.ts';
import { spanOfProcess, windowOf } from '../../core/evidence/gctrace/window.ts';
import type { EvidenceAnswers, EvidenceOfSides } from './evidence-of-sides.ts';

/** How questions about the collector are answered. */
export const collectorAnswers: EvidenceAnswers<CollectorQueries> = {
  collectorProcesses: (sides) => {
    const traces = [...tracesOf(sides.before), ...tracesOf(sides.after)];
    return {
      before: processesOf(tracesOf(sides.before)),
      after: processesOf(tracesOf(sides.after)),
      ancientLines: traces.reduce((lines, { ancientLines }) => lines + ancientLines, 0),
    };
  },
  collectorFigures: (sides, _, choice) => figuresOf(chosenOf(sides, choice), choice.span),
  collectorChart: (sides, _, choice) =>
    chartOf(chosenOf(sides, choice), choice.span, choice.buckets),
};

/** A process, and what its trace tells of it in seconds of its own. */
interface Chosen {
  readonly trace: Gctrace;
  readonly process: number;
  readonly known: Span;
}

interface ChosenSides {
  readonly before: Chosen | null;
  readonly after: Chosen | null;
}

const tracesOf = (texts: EvidenceOfSides['before']): Gctrace[] =>
  texts.map(({ gctrace }) => gctrace.found);

function processesOf(traces: readonly Gctrace[]): CollectorProcess[] {
  return traces.flatMap((trace, text) =>
    Array.from({ length: processCount(trace) }, (_, process) => {
      const { from, to } = spanOfProcess(trace, process);
      const [first = 0, end = 0] = trace.processStarts.subarray(process, process + 2);
      const processes = processCount(trace);
      return { text, process, processes, collections: end - first, seconds: to - from };
    }),
  );
}

function chosenOf(sides: EvidenceOfSides, { processes }: CollectorChoice): ChosenSides {
  return {
    before: chosenAt(tracesOf(sides.before), processes.before),
    after: chosenAt(tracesOf(sides.after), processes.after),
  };
}

function chosenAt(traces: readonly Gctrace[], place: number): Chosen | null {
  const found = processesOf(traces)[place];
  const trace = traces[found?.text ?? -1];
  if (found === undefined || trace === undefined) return null;
  return { trace, process: found.process, known: spanOfProcess(trace, found.process) };
}

function figuresOf({ before, after }: ChosenSides, span: Span | null): CollectorSides {
  const of = (chosen: Chosen | null) =>
    chosen &&
    collectorFigures(
      chosen.trace,
      windowOf(chosen.trace, chosen.process, span && inProcess(chosen, span)),
    );
  return { before: of(before), after: of(after) };
}

function chartOf(
  { before, after }: ChosenSides,
  asked: Span | null,
  buckets: number,
): CollectorChart {
  const sides = [before, after].filter((chosen) => chosen !== null);
  const longest = Math.max(...sides.map(({ known }) => known.to - known.from), LEAST_SECONDS);
  const from = asked?.from ?? 0;
  const span = { from, to: Math.max(asked?.to ?? longest, from + LEAST_SECONDS) };
  const binSeconds = binSecondsOf(sides, span);
  const of = (chosen: Chosen | null) => {
    if (chosen === null) return null;
    const { trace, process } = chosen;
    const own = inProcess(chosen, span);
    return {
      ...collectionSeries(trace, process, own, buckets),
      ...rateSeries(trace, process, own, binSeconds),
    };
  };
  return { span, binSeconds, before: of(before), after: of(after) };
}

/** Seconds from where a trace begins as those of its process. */
const inProcess = ({ known }: Chosen, { from, to }: Span): Span => ({
  from: known.from + from,
  to: known.from + to,
});

/** Bins that are wide enough to see, and to hold some collections of the side that has fewer. */
function binSecondsOf(sides: readonly Chosen[], span: Span): number {
  const seconds = span.to - span.from;
  const counts = sides.map((chosen) => {
    const { firstRow, endRow } = windowOf(chosen.trace, chosen.process, inProcess(chosen, span));
    return endRow - firstRow;
  });
  const fewest = Math.min(...counts.filter((count) => count > 0), MOST_BINS * ENOUGH_IN_BIN);
  return roundBinSeconds(seconds, Math.max(FEWEST_BINS, Math.floor(fewest / ENOUGH_IN_BIN)));
}

const LEAST_SECONDS = 0.001;
const FEWEST_BINS = 5;
const MOST_BINS = 100;
const ENOUGH_IN_BIN = 4;
