import type { LoadReport, LoadReportsOfSides } from '../../../bridge/load-api.ts';
import { latencyAt } from '../../../core/evidence/load/load-report.ts';
import { formatCount } from '../../../core/units/count.ts';
import { formatDuration } from '../../../core/units/duration.ts';
import type { ResultFigure } from './result-figure.ts';

const PERCENTILES: readonly number[] = [50, 90, 95, 99, 99.9];

/** Throughput and latencies, of the last report on each side: earlier ones warmed the service up. */
export function loadResults(
  { before, after }: LoadReportsOfSides,
  source: string,
  isComparison: boolean,
): ResultFigure[] {
  const [was, is] = [before.at(-1) ?? null, after.at(-1) ?? null];
  const of = (report: LoadReport | null, read: (report: LoadReport) => number | null): number =>
    (report === null ? null : read(report)) ?? Number.NaN;
  const common = { grounds: 'one run a side: not tested', isDoubtful: false, source };
  const latencies = PERCENTILES.map(
    (percent): ResultFigure => ({
      ...common,
      label: `Latency, p${percent}`,
      before: of(was, (report) => latencyAt(report, percent)),
      after: of(is, (report) => latencyAt(report, percent)),
      write: formatDuration,
      lessIsBetter: true,
    }),
  );
  const throughput: ResultFigure = {
    ...common,
    label: 'Requests per second',
    before: of(was, ({ requestsPerSecond }) => requestsPerSecond),
    after: of(is, ({ requestsPerSecond }) => requestsPerSecond),
    write: (value) => `${formatCount(value)}/s`,
    lessIsBetter: false,
  };
  return [throughput, ...latencies].filter((figure) =>
    isComparison
      ? !Number.isNaN(figure.before) || !Number.isNaN(figure.after)
      : !Number.isNaN(figure.after),
  );
}
