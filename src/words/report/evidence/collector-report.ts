import type { CollectorFigures, CollectorSides } from '../../../bridge/collector-api.ts';
import type { ReportCell, ReportSection } from '../../../core/text/report/report-document.ts';
import {
  COARSE_NOTE,
  FIGURE_GROUPS,
  type FigureKind,
  shownFigure,
  shownFigureChange,
} from '../../evidence/collector-figures.ts';
import { collectorSentences, symptomChange } from '../../evidence/collector-sentences.ts';
import type { ResultFigure } from './result-figure.ts';

/** The figures of the collector that are results. */
const RESULTS: readonly FigureKind['name'][] = [
  'collectionsPerSecond',
  'pauseP99Millis',
  'cpuShare',
];

/** What the collector's traces give to the results. */
export function collectorResults(
  { before, after }: CollectorSides,
  source: string,
): ResultFigure[] {
  const kinds = FIGURE_GROUPS.flatMap((group) => group.kinds);
  return RESULTS.flatMap((name) => kinds.filter((kind) => kind.name === name)).map(
    ({ name, title, write, lessIsBetter }) => ({
      label: name === 'pauseP99Millis' ? 'GC pause, p99' : title,
      before: before?.[name] ?? Number.NaN,
      after: after?.[name] ?? Number.NaN,
      write,
      lessIsBetter,
      grounds: 'one run a side: not tested',
      isDoubtful: false,
      source,
    }),
  );
}

/** All figures of the collector, with what they bear out in sentences. */
export function collectorSection({ before, after }: CollectorSides, source: string): ReportSection {
  const both = before !== null && after !== null ? { before, after } : null;
  const only = after ?? before;
  const sentences =
    both === null
      ? [...(only === null ? [] : collectorSentences(only))]
      : [
          symptomChange(both.before, both.after),
          ...collectorSentences(both.before).map((sentence) => `Before: ${sentence}`),
          ...collectorSentences(both.after).map((sentence) => `After: ${sentence}`),
        ];
  return {
    title: 'The collector',
    paragraphs: sentences.filter((sentence) => sentence !== '').map((sentence) => [sentence]),
    tables: FIGURE_GROUPS.map(({ title, kinds }, at) => ({
      title,
      note: at === 0 ? `From ${source}, of the whole trace. ${COARSE_NOTE}` : '',
      headings:
        both === null ? ['figure', 'value'] : ['figure', 'before', 'after', 'change', 'ratio'],
      rows: kinds.map((kind) => [
        { text: [kind.title] },
        ...(both === null ? alone(only, kind) : compared(both, kind)),
      ]),
      empty: 'The trace tells of no collection.',
    })),
  };
}

const alone = (figures: CollectorFigures | null, kind: FigureKind): ReportCell[] =>
  figures === null ? [] : [{ text: [shownFigure(figures, kind).text] }];

function compared(
  { before, after }: { readonly before: CollectorFigures; readonly after: CollectorFigures },
  kind: FigureKind,
): ReportCell[] {
  const { change, ratio } = shownFigureChange(before, after, kind);
  return [
    { text: [shownFigure(before, kind).text] },
    { text: [shownFigure(after, kind).text] },
    { text: [change.text], ...toneOf(before[kind.name], after[kind.name], kind) },
    { text: [ratio.text] },
  ];
}

/** The colour of a fall is that of the better. */
function toneOf(before: number, after: number, { lessIsBetter }: FigureKind) {
  if (lessIsBetter === null || before === after || Number.isNaN(before + after)) return {};
  return { tone: after < before === lessIsBetter ? 'fall' : 'rise' } as const;
}
