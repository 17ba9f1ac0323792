import type { ReportCell, ReportTable } from '../../../core/text/report/report-document.ts';
import { formatChange } from '../../../core/units/change.ts';
import { notANumber } from '../../../core/units/signs.ts';

/** A figure of both runs; of a single run `after` alone. */
export interface ResultFigure {
  readonly label: string;
  /** NaN where it is not known. */
  readonly before: number;
  readonly after: number;
  readonly write: (value: number) => string;
  /** Whether less of it is what one wants; null where it depends. */
  readonly lessIsBetter: boolean | null;
  /** How sure the change is, in words; '' where nothing is to be said. */
  readonly grounds: string;
  /** Whether chance may have made the change. */
  readonly isDoubtful: boolean;
  /** The texts or profiles that it is from. */
  readonly source: string;
}

/** The table of results: a row for each figure, its source beneath its name. */
export function resultsTable(
  figures: readonly ResultFigure[],
  isComparison: boolean,
  note: string,
): ReportTable {
  return {
    title: 'Results',
    note,
    headings: isComparison ? ['figure', 'before', 'after', 'change'] : ['figure', 'value'],
    rows: figures.map((figure) => {
      const label = { text: [figure.label], note: figure.source };
      const after = { text: [valueText(figure, figure.after)] };
      if (!isComparison) return [label, after];
      return [label, { text: [valueText(figure, figure.before)] }, after, changeCell(figure)];
    }),
    empty: 'None of the figures could be worked out from what is open.',
  };
}

const valueText = ({ write }: ResultFigure, value: number): string =>
  Number.isNaN(value) ? notANumber : write(value);

function changeCell(figure: ResultFigure): ReportCell {
  const { before, after, grounds, isDoubtful } = figure;
  const isKnown = !Number.isNaN(before) && !Number.isNaN(after);
  return {
    text: [isKnown ? formatChange(before, after) : notANumber],
    ...(isKnown && grounds !== '' ? { note: grounds } : {}),
    ...(isKnown && before !== after ? toneOf(figure, isDoubtful) : {}),
  };
}

function toneOf({ before, after, lessIsBetter }: ResultFigure, isDoubtful: boolean) {
  if (isDoubtful) return { tone: 'doubtful' } as const;
  // The colour of a fall is that of the better.
  return lessIsBetter === null
    ? {}
    : ({ tone: after < before === lessIsBetter ? 'fall' : 'rise' } as const);
}
