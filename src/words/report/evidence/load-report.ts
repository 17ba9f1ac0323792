import type { LoadReport, LoadReportsOfSides } from '../../../bridge/load-api.ts';
import { latencyAt } from '../../../core/evidence/load/load-report.ts';
import type { ReportSection } from '../../../core/text/report/report-document.ts';
import { formatCount } from '../../../core/units/count.ts';
import { formatDuration } from '../../../core/units/duration.ts';
import { latencyWords, loadWords } from '../../evidence/load-words.ts';
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

/** What drove the service, report by report. */
export function loadSection(
  { before, after }: LoadReportsOfSides,
  source: string,
  isComparison: boolean,
): ReportSection {
  const rowsOf = (reports: readonly LoadReport[], side: string) =>
    reports.map((report) => [
      { text: [side === '' ? report.tool : side] },
      { text: [loadWords(report)] },
      { text: [latencyWords(report)] },
    ]);
  return {
    title: 'The load',
    paragraphs: [
      [
        `From ${source}. Totals since the start are divided by the requests of all reports of a side; latencies among the results are those of the last one.`,
      ],
    ],
    tables: [
      {
        title: 'Runs',
        note: '',
        headings: ['run', 'requests', 'latency'],
        rows: isComparison
          ? [...rowsOf(before, 'before'), ...rowsOf(after, 'after')]
          : rowsOf(after, ''),
        empty: 'No report tells of a run.',
      },
    ],
  };
}
