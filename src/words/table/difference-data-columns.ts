import type { DifferenceTable } from '../../bridge/comparison-api.ts';
import { verdictOf } from '../../core/text/comparison/evidence.ts';
import {
  type Denominator,
  denominatorName,
  perWords,
  type Quantity,
} from '../../core/text/comparison/quantity-words.ts';
import { joinReason } from '../../core/text/join-words.ts';
import { functionState } from '../../core/units/change-state.ts';
import type { FrameEvidence } from '../frame-evidence.ts';
import type { FrameTexts } from '../frame-texts.ts';
import { shownRow } from '../shown-row.ts';
import { frameColumns } from './frame-columns.ts';
import { finite, type TableColumn, unitName } from './table-column.ts';

/** The table of a comparison, with the names of its frames. */
export interface DifferenceData {
  readonly frames: FrameTexts;
  readonly table: DifferenceTable;
  /** What percentages refer to, as it is shown (divided). */
  readonly percentOf: { readonly side: Denominator; readonly total: number };
}

/** What percentages of a table refer to; `netTotal` is what those of the net change do. */
export function percentOfTable(
  table: DifferenceTable,
  side: Denominator,
  netTotal: number,
): DifferenceData['percentOf'] {
  const total = {
    before: table.totalBefore * table.scaleBefore,
    after: table.totalAfter * table.scaleAfter,
    net: netTotal,
  }[side];
  return { side, total };
}

/** The columns of the table of changes; values are as shown (divided). */
export function differenceDataColumns(
  data: DifferenceData,
  quantity: Quantity,
  evidence: FrameEvidence | null,
): TableColumn[] {
  const { frames, table } = data;
  const nameBefore = (row: number) => frames.rawNameBefore(table.frame[row] ?? 0);
  const joinedBy = (row: number) =>
    joinReason(frames.columns.joined?.by[table.frame[row] ?? 0] ?? 0);
  const state = (row: number) => functionState(shownRow(table, row)).state;
  return [
    ...valueColumns(data, quantity, evidence, 'flat'),
    ...valueColumns(data, quantity, evidence, 'cum'),
    { key: 'state', heading: 'state', cell: state },
    ...frameColumns(frames, table.frame),
    { key: 'functionBefore', heading: 'function before', cell: nameBefore },
    { key: 'joinedBy', heading: 'joined by', cell: (row) => joinedBy(row) || null },
  ];
}

/** The columns of flat or of cum. */
function valueColumns(
  { table, percentOf: { side, total } }: DifferenceData,
  quantity: Quantity,
  evidence: FrameEvidence | null,
  value: 'flat' | 'cum',
): TableColumn[] {
  const unit = `(${unitName(quantity.sampleType)}${perWords(quantity)})`;
  const both = (row: number): readonly [before: number, after: number] => {
    const { flatBefore, flatAfter, cumBefore, cumAfter } = shownRow(table, row);
    return value === 'flat' ? [flatBefore, flatAfter] : [cumBefore, cumAfter];
  };
  const of = (tell: (before: number, after: number) => number) => (row: number) =>
    finite(tell(...both(row)));
  return [
    { key: `${value}Before`, heading: `${value} before ${unit}`, cell: of((before) => before) },
    { key: `${value}After`, heading: `${value} after ${unit}`, cell: of((_, after) => after) },
    {
      key: `${value}Change`,
      heading: `${value} change ${unit}`,
      cell: of((before, after) => after - before),
    },
    {
      key: `${value}ChangePercent`,
      heading: `${value} change (% of ${denominatorName[side]})`,
      cell: of((before, after) => ((after - before) / total) * 100),
    },
    {
      key: `${value}Ratio`,
      heading: `${value} after / before`,
      cell: of((before, after) => after / before),
    },
    ...(evidence === null ? [] : evidenceColumns(table, evidence, value, unit)),
  ];
}

function evidenceColumns(
  { frame }: DifferenceTable,
  evidence: FrameEvidence,
  value: 'flat' | 'cum',
  unit: string,
): TableColumn[] {
  const { level } = evidence.known;
  const of = (row: number) => evidence.of(frame[row] ?? 0, value);
  const number = (tell: (known: NonNullable<ReturnType<typeof of>>) => number) => (row: number) => {
    const known = of(row);
    return known && finite(tell(known));
  };
  return [
    {
      key: `${value}ChangeLow`,
      heading: `${value} change, low ${unit}`,
      cell: number(({ change }) => change.low),
    },
    {
      key: `${value}ChangeHigh`,
      heading: `${value} change, high ${unit}`,
      cell: number(({ change }) => change.high),
    },
    {
      key: `${value}QValue`,
      heading: `${value} q-value`,
      cell: number(({ qValue }) => qValue),
    },
    {
      key: `${value}Verdict`,
      heading: `${value} verdict`,
      cell: (row) => verdictOf(of(row), level),
    },
  ];
}
