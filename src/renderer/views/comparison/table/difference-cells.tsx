import { verdictWord } from '../../../../core/text/comparison/evidence.ts';
import type { Quantity } from '../../../../core/text/comparison/quantity-words.ts';
import { joinReason, joinSentence } from '../../../../core/text/join-words.ts';
import { functionState } from '../../../../core/units/change-state.ts';
import type { FrameEvidence } from '../../../../words/frame-evidence.ts';
import { type ShownRow, shownRow } from '../../../../words/shown-row.ts';
import {
  differenceCellText,
  differenceCellTone,
} from '../../../../words/table/difference-cell-text.ts';
import type { DifferenceColumnId } from '../../../../words/table/difference-columns.ts';
import { GoNameText } from '../../parts/go-name-text.tsx';
import { Icon } from '../../parts/icon.tsx';
import type { GridCells } from '../../table/grid-rows.ts';
import { ChangeText } from './change-text.tsx';
import type { DifferenceRows } from './difference-rows.ts';
import { differenceTitle } from './difference-titles.ts';
import { StateMark } from './state-mark.tsx';

/** The cells of the table of a comparison; `evidence` is null while it is not known. */
export function differenceCells(
  rows: DifferenceRows,
  quantity: Quantity,
  evidence: FrameEvidence | null,
): GridCells<DifferenceColumnId> {
  const { table } = rows;
  const text = (row: number, column: DifferenceColumnId) =>
    differenceCellText(rows, quantity, evidence, row, column);
  return {
    content: (row, column) => {
      const shown = shownRow(table, row);
      switch (column) {
        case 'state':
          return <State shown={shown} evidence={evidence} />;
        case 'name':
          return <Name rows={rows} frame={shown.frame} />;
        case 'flatDelta':
        case 'cumDelta': {
          const tone = differenceCellTone(rows, evidence, row, column);
          return <ChangeText tone={tone} text={text(row, column)} />;
        }
        case 'confidence':
          return evidence === null ? '' : <Sure shown={shown} evidence={evidence} />;
        default:
          return text(row, column);
      }
    },
    title: (row, column) => differenceTitle(rows, quantity, evidence, row, column),
  };
}

/** How the function fared, which looks like noise where it may be that. */
function State({
  shown,
  evidence,
}: {
  readonly shown: ShownRow;
  readonly evidence: FrameEvidence | null;
}) {
  const { state, value } = functionState(shown);
  return <StateMark state={state} verdict={evidence?.verdict(shown.frame, value) ?? 'unknown'} />;
}

/** A name, with a mark where it is another one before. */
function Name({
  rows: { frames },
  frame,
}: {
  readonly rows: DifferenceRows;
  readonly frame: number;
}) {
  const kind = frames.columns.joined?.by[frame] ?? 0;
  return (
    <span className="difference-name">
      <GoNameText name={frames.name(frame)} />
      {joinReason(kind) !== '' && (
        <span className="joined-mark">
          <Icon name="link" size={12} />
          <span className="visually-hidden">{joinSentence(kind, frames.nameBefore(frame))}</span>
        </span>
      )}
    </span>
  );
}

/** The verdict on the change of flat, or on that of cum where the function has no flat value. */
function Sure({ shown, evidence }: { readonly shown: ShownRow; readonly evidence: FrameEvidence }) {
  const of = functionState(shown).value;
  const verdict = evidence.verdict(shown.frame, of);
  return (
    <span className="verdict" data-verdict={verdict}>
      {of === 'cum' && verdict !== 'unknown' && <small>cum </small>}
      {verdictWord[verdict]}
    </span>
  );
}
