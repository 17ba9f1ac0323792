import { verdictWord } from '../../core/text/comparison/evidence.ts';
import {
  type Quantity,
  shownChange,
  shownShare,
  shownValue,
} from '../../core/text/comparison/quantity-words.ts';
import { functionState } from '../../core/units/change-state.ts';
import { formatRatio } from '../../core/units/ratio.ts';
import type { FrameEvidence } from '../frame-evidence.ts';
import { shownRow } from '../shown-row.ts';
import { type ChangeTone, changeTone, isDoubtful } from './change-tone.ts';
import type { DifferenceColumnId } from './difference-columns.ts';
import type { DifferenceData } from './difference-data-columns.ts';

/** What stands in a cell; `evidence` is null while it is not known. */
export function differenceCellText(
  { frames, table, percentOf }: DifferenceData,
  quantity: Quantity,
  evidence: FrameEvidence | null,
  row: number,
  column: DifferenceColumnId,
): string {
  const shown = shownRow(table, row);
  const { frame, flatBefore, flatAfter, cumBefore, cumAfter } = shown;
  switch (column) {
    case 'state':
      return functionState(shown).state;
    case 'name':
      return frames.name(frame);
    case 'flatBefore':
    case 'flatAfter':
    case 'cumBefore':
    case 'cumAfter':
      return shownValue(shown[column], quantity);
    case 'flatDelta':
      return shownChange(flatAfter - flatBefore, quantity);
    case 'cumDelta':
      return shownChange(cumAfter - cumBefore, quantity);
    case 'share':
      return shownShare(flatAfter - flatBefore, percentOf.total);
    case 'ratio':
      return formatRatio(flatBefore, flatAfter);
    case 'confidence': {
      const of = functionState(shown).value;
      const verdict = evidence?.verdict(frame, of);
      if (verdict === undefined) return '';
      return `${of === 'cum' && verdict !== 'unknown' ? 'cum ' : ''}${verdictWord[verdict]}`;
    }
  }
}

/** Which way the change in a cell went, or that its state may be noise; null in cells that tell of neither. */
export function differenceCellTone(
  { table }: Pick<DifferenceData, 'table'>,
  evidence: FrameEvidence | null,
  row: number,
  column: DifferenceColumnId,
): ChangeTone | null {
  const shown = shownRow(table, row);
  const { frame, flatBefore, flatAfter, cumBefore, cumAfter } = shown;
  const verdict = (value: 'flat' | 'cum') => evidence?.verdict(frame, value) ?? 'unknown';
  switch (column) {
    case 'flatDelta':
      return changeTone(flatAfter - flatBefore, verdict('flat'));
    case 'cumDelta':
      return changeTone(cumAfter - cumBefore, verdict('cum'));
    case 'state':
      return isDoubtful(verdict(functionState(shown).value)) ? 'doubtful' : null;
    default:
      return null;
  }
}
