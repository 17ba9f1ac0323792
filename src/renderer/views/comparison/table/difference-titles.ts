import {
  evidenceSentence,
  intervalWords,
  levelWords,
  relativeWords,
  verdictOf,
  verdictSentence,
} from '../../../../core/text/comparison/evidence.ts';
import {
  denominatorName,
  type Quantity,
  shownInFull,
  shownShare,
} from '../../../../core/text/comparison/quantity-words.ts';
import { joinSentence } from '../../../../core/text/join-words.ts';
import { functionState } from '../../../../core/units/change-state.ts';
import { formatExactQuantity } from '../../../../core/units/quantity.ts';
import type { FrameEvidence } from '../../../../words/frame-evidence.ts';
import { type ShownRow, shownRow } from '../../../../words/shown-row.ts';
import { isDoubtful } from '../../../../words/table/change-tone.ts';
import type { DifferenceColumnId } from '../../../../words/table/difference-columns.ts';
import type { DifferenceRows } from './difference-rows.ts';

/** What a cell says in full when it is pointed at; lines. */
export function differenceTitle(
  rows: DifferenceRows,
  quantity: Quantity,
  evidence: FrameEvidence | null,
  row: number,
  column: DifferenceColumnId,
): string {
  const { frames, table, percentOf } = rows;
  const shown = shownRow(table, row);
  const { frame, flatBefore, flatAfter, cumBefore, cumAfter } = shown;
  const value = column.startsWith('cum') ? 'cum' : 'flat';
  const shareOf = (change: number) =>
    `${shownShare(change, percentOf.total)} of ${denominatorName[percentOf.side]}`;
  switch (column) {
    case 'state':
      return stateWords(shown, evidence);
    case 'name':
      return lines(frames.name(frame), joinedWords(rows, frame), frames.place(frame));
    case 'flatBefore':
    case 'flatAfter':
    case 'cumBefore':
    case 'cumAfter': {
      const side = column.endsWith('Before') ? 'before' : 'after';
      const measured = table[column][row] ?? 0;
      const exact = formatExactQuantity(measured, quantity.sampleType);
      const interval = evidence?.of(frame, value)?.[side];
      return lines(
        quantity.per === null ? exact : `${exact} measured`,
        interval === undefined || evidence === null
          ? ''
          : `${levelWords(evidence.known.level)} interval: ${intervalWords(interval, quantity)}`,
      );
    }
    case 'flatDelta':
      return lines(
        shareOf(flatAfter - flatBefore),
        intervalsOfChange(quantity, evidence, frame, 'flat'),
      );
    case 'cumDelta':
      return lines(
        shareOf(cumAfter - cumBefore),
        intervalsOfChange(quantity, evidence, frame, 'cum'),
      );
    case 'share':
      return `Of ${shownInFull(percentOf.total, quantity)}`;
    case 'ratio':
      return '';
    case 'confidence':
      return certainty(quantity, evidence, frame, flatBefore === 0 && flatAfter === 0);
  }
}

function stateWords(shown: ShownRow, evidence: FrameEvidence | null): string {
  const { state, value } = functionState(shown);
  const isOfAll = state === 'added' || state === 'removed';
  const of = { flat: 'in the function itself', cum: 'with what it calls' }[value];
  const verdict = evidence?.verdict(shown.frame, value) ?? 'unknown';
  return lines(
    isOfAll
      ? `${state}: nothing of it ${state === 'added' ? 'before' : 'after'}`
      : `${state} ${of}`,
    isDoubtful(verdict) ? verdictSentence[verdict] : '',
  );
}

function joinedWords({ frames }: DifferenceRows, frame: number): string {
  return joinSentence(frames.columns.joined?.by[frame] ?? 0, frames.nameBefore(frame));
}

function intervalsOfChange(
  quantity: Quantity,
  evidence: FrameEvidence | null,
  frame: number,
  value: 'flat' | 'cum',
): string {
  const known = evidence?.of(frame, value);
  if (evidence === null || known === undefined || known === null) return '';
  const level = levelWords(evidence.known.level);
  return `${level} interval: ${intervalWords(known.change, quantity)}; ${relativeWords(known.relative)} of its own before`;
}

function certainty(
  quantity: Quantity,
  evidence: FrameEvidence | null,
  frame: number,
  isOfCum: boolean,
): string {
  const value = isOfCum ? 'cum' : 'flat';
  const known = evidence?.of(frame, value);
  if (evidence === null || known === undefined || known === null) return '';
  const verdict = verdictOf(known, evidence.known.level);
  return lines(
    `${isOfCum ? 'With what it calls: ' : ''}${verdictSentence[verdict]}`,
    evidenceSentence(known, verdict),
    intervalsOfChange(quantity, evidence, frame, value),
  );
}

const lines = (...texts: readonly string[]) => texts.filter((text) => text !== '').join('\n');
