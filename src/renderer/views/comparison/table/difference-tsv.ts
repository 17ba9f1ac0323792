import { verdictOf } from '../../../../core/text/comparison/evidence.ts';
import type { Quantity } from '../../../../core/text/comparison/quantity-words.ts';
import { denominatorName, perWords } from '../../../../core/text/comparison/quantity-words.ts';
import { joinReason } from '../../../../core/text/join-words.ts';
import { functionState } from '../../../../core/units/change-state.ts';
import type { FrameEvidence } from '../../../../words/frame-evidence.ts';
import { shownRow } from '../../../../words/shown-row.ts';
import { FRAME_HEADINGS, frameCells, rowsAsTsv, safeText } from '../../table/tsv.ts';
import type { DifferenceRows } from './difference-rows.ts';

/** The rows [from, to) as tab-separated values with a heading; numbers with all digits, without units. */
export function differenceAsTsv(
  rows: DifferenceRows,
  quantity: Quantity,
  evidence: FrameEvidence | null,
  from: number,
  to: number,
): Promise<string> {
  const per = perWords(quantity);
  const values = [
    'flat before',
    'flat after',
    'flat change',
    'cum before',
    'cum after',
    'cum change',
  ];
  const heading = [
    ...values.map((title) => title + per),
    `flat change, % of ${denominatorName[rows.percentOf.side]}`,
    'ratio of flat',
    'state',
    ...(evidence === null
      ? []
      : ['confidence of flat', 'q-value of flat', 'flat change, low', 'flat change, high']),
    ...FRAME_HEADINGS,
    'function before',
    'joined by',
  ];
  return rowsAsTsv(heading, from, to, (row) => cellsOf(rows, evidence, row));
}

function cellsOf(
  { table, frames, percentOf: { total } }: DifferenceRows,
  evidence: FrameEvidence | null,
  row: number,
): string[] {
  const shown = shownRow(table, row);
  const { frame, flatBefore, flatAfter, cumBefore, cumAfter } = shown;
  const change = flatAfter - flatBefore;
  const numbers = [flatBefore, flatAfter, change, cumBefore, cumAfter, cumAfter - cumBefore];
  return [
    ...numbers.map(numberText),
    numberText((change / total) * 100),
    numberText(flatAfter / flatBefore),
    functionState(shown).state,
    ...(evidence === null ? [] : evidenceCells(evidence, frame)),
    ...frameCells(frames, frame),
    safeText(frames.nameBefore(frame)),
    joinReason(frames.columns.joined?.by[frame] ?? 0),
  ];
}

function evidenceCells(evidence: FrameEvidence, frame: number): string[] {
  const known = evidence.of(frame, 'flat');
  if (known === null) return ['', '', '', ''];
  const { qValue, change } = known;
  return [
    verdictOf(known, evidence.known.level),
    ...[qValue, change.low, change.high].map(numberText),
  ];
}

const numberText = (value: number) => (Number.isFinite(value) ? String(value) : '');
