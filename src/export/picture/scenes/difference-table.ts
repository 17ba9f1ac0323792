import type { TableChoice } from '../../../bridge/export-api.ts';
import { functionState } from '../../../core/units/change-state.ts';
import type { FrameEvidence } from '../../../words/frame-evidence.ts';
import { shownQuantity } from '../../../words/shown-quantity.ts';
import { shownRow } from '../../../words/shown-row.ts';
import type { ChangeTone } from '../../../words/table/change-tone.ts';
import {
  differenceCellText,
  differenceCellTone,
} from '../../../words/table/difference-cell-text.ts';
import {
  type DifferenceColumnId,
  differenceRoom,
  differenceTraits,
  NARROW,
} from '../../../words/table/difference-columns.ts';
import {
  type DifferenceData,
  percentOfTable,
} from '../../../words/table/difference-data-columns.ts';
import { viewEvidence } from '../../../words/view-evidence.ts';
import { type GridColumn, gridPart } from '../parts/grid.ts';
import { KEY_SIZE, keyLines } from '../parts/keys.ts';
import { nameSpans } from '../parts/name-spans.ts';
import { NOTHING, type Part, type Sheet } from '../parts/part.ts';
import { drawStateMark } from '../parts/state-mark.ts';
import { cutAtEnd } from '../parts/text.ts';
import type { TextStyle } from '../svg/svg-writer.ts';
import { comparedIn } from './compared-in.ts';
import { nothingHere } from './nothing-here.ts';
import { rowNotes } from './row-notes.ts';
import type { Body, SceneContext } from './scene.ts';

const SIZE = 12;
const MARK_ROOM = 17;
/** Columns that are set back, as on the page. */
const QUIET: ReadonlySet<DifferenceColumnId> = new Set([
  'flatBefore',
  'cumBefore',
  'share',
  'ratio',
]);

/** The first rows of the table of what changed. */
export async function differenceTable(
  { sort, filter }: Extract<TableChoice, { kind: 'difference' }>,
  maxRows: number,
  { sheet, subject, tools }: SceneContext,
): Promise<Body> {
  const { view, frames, percentOf: side } = subject;
  const quantity = shownQuantity(comparedIn(subject).comparison, view);
  const table = await tools.ask('difference', { view, sort, filter });
  const found = table.frame.length;
  const shown = Math.min(maxRows, found);
  const notes = rowNotes(filter, { shown, found, all: table.rowCount });
  if (shown === 0 || quantity === null) {
    return { part: nothingHere(sheet, subject), legend: NOTHING, notes };
  }
  const netTotal = side === 'net' ? await tools.ask('netTotal', { view }) : 0;
  const cells = { frames, table, percentOf: percentOfTable(table, side, netTotal) };
  const known = viewEvidence(view, await tools.ask('confidence', { view }));
  const evidence = known.frames;
  const traits = differenceTraits(side, sort);
  const sorted =
    (Object.keys(traits) as DifferenceColumnId[]).find((id) => id === sort.column) ?? 'ratio';
  const room: Partial<Record<DifferenceColumnId, boolean>> = {
    ...differenceRoom(sheet.width),
    ...(evidence === null ? { confidence: false } : {}),
    // What rows are in the order of is there, however narrow the picture is.
    [sorted]: true,
  };
  const ids = (Object.keys(traits) as DifferenceColumnId[]).filter((id) => room[id] ?? true);
  const isNarrow = sheet.width < NARROW;
  const columns = ids.map((id): GridColumn => {
    const { narrowWidth, ...trait } = traits[id];
    const isMark = id === 'state' && isNarrow;
    return {
      ...trait,
      width: isNarrow ? (narrowWidth ?? trait.width) : trait.width,
      isSorted: id === sorted,
      ...(id === 'state' ? { mark: stateMark(sheet, cells, evidence) } : {}),
      cell: (row, maxWidth) => {
        const text = isMark ? '' : differenceCellText(cells, quantity, evidence, row, id);
        if (id === 'name') return nameSpans(sheet, text, maxWidth);
        const tone = differenceCellTone(cells, evidence, row, id);
        const style = { face: 'tabular', sizePx: SIZE } as const;
        return [
          {
            ...style,
            text: cutAtEnd(sheet.writer, text, style, maxWidth),
            color: colorOf(sheet, id, text, tone),
          },
        ];
      },
    };
  });
  const unknown = known.reason === '' ? [] : [`Confidence is not known. ${known.reason}`];
  return {
    part: gridPart(sheet, columns, shown),
    legend: isNarrow ? stateLegend(sheet) : NOTHING,
    notes: [...notes, ...unknown],
  };
}

/** What the marks of states mean, where their words had to go. */
function stateLegend(sheet: Sheet): Part {
  const keys = (['grew', 'shrank', 'added', 'removed', 'same'] as const).map((state) => ({
    words: state,
    draw: (x: number, y: number) => drawStateMark(sheet, state, false, x, y + KEY_SIZE / 2),
  }));
  return keyLines(sheet, [], keys, 2, () => '');
}

function stateMark(
  sheet: Sheet,
  cells: DifferenceData,
  evidence: FrameEvidence | null,
): NonNullable<GridColumn['mark']> {
  return {
    room: MARK_ROOM,
    draw: (row, x, middle) => {
      const { state } = functionState(shownRow(cells.table, row));
      const isDoubtful = differenceCellTone(cells, evidence, row, 'state') === 'doubtful';
      drawStateMark(sheet, state, isDoubtful, x, middle);
    },
  };
}

function colorOf(
  { colors }: Sheet,
  id: DifferenceColumnId,
  text: string,
  tone: ChangeTone | null,
): TextStyle['color'] {
  switch (tone) {
    case 'fall':
      return colors.fallInk;
    case 'rise':
      return colors.riseInk;
    case 'doubtful':
      return colors.ink3;
    default:
  }
  if (id === 'state') return colors.ink2;
  if (id === 'confidence') return text === 'real' || text === 'exact' ? colors.ink : colors.ink3;
  return QUIET.has(id) ? colors.ink2 : colors.ink;
}
