import type { TableChoice } from '../../../bridge/export-api.ts';
import { topCellText } from '../../../words/table/top-cell-text.ts';
import { type TopColumnId, topRoom, topTraits } from '../../../words/table/top-columns.ts';
import { runningSums } from '../../../words/table/top-data-columns.ts';
import { type GridColumn, gridPart } from '../parts/grid.ts';
import { nameSpans } from '../parts/name-spans.ts';
import { NOTHING } from '../parts/part.ts';
import { cutAtEnd } from '../parts/text.ts';
import type { Span } from '../svg/svg-writer.ts';
import { nothingHere } from './nothing-here.ts';
import { rowNotes } from './row-notes.ts';
import type { Body, SceneContext } from './scene.ts';

/** Columns that are set back, as on the page. */
const QUIET: ReadonlySet<TopColumnId> = new Set(['running', 'average', 'file']);
const SIZE = 12;

/** The first rows of the table of functions. */
export async function topTable(
  { sort, filter }: Extract<TableChoice, { kind: 'top' }>,
  maxRows: number,
  { sheet, subject, tools }: SceneContext,
): Promise<Body> {
  const { view, profile, frames } = subject;
  const top = await tools.ask('top', { view, sort, filter });
  const rows = Math.min(maxRows, top.frame.length);
  const sampleType = profile.sampleTypes[view.sampleType];
  if (rows === 0 || sampleType === undefined) {
    return {
      part: nothingHere(sheet, subject),
      legend: NOTHING,
      notes: rowNotes(filter, { shown: 0, found: 0, all: top.rowCount }),
    };
  }
  const cells = { frames, top, running: runningSums(top.flat) };
  const { colors, writer } = sheet;
  const room = { ...topRoom(sheet.width), [sort.column]: true };
  const ids = (Object.keys(topTraits) as TopColumnId[]).filter(
    (id) => (room[id] ?? true) && (id !== 'average' || top.average !== null),
  );
  const columns = ids.map(
    (id): GridColumn => ({
      ...topTraits[id],
      isSorted: id === sort.column,
      cell: (row, maxWidth) => {
        const text = topCellText(cells, row, id, sampleType);
        if (id === 'name') return nameSpans(sheet, text, maxWidth);
        const color = QUIET.has(id) ? colors.ink3 : colors.ink;
        const style = { face: 'tabular', sizePx: SIZE } as const;
        const span: Span = { ...style, text: cutAtEnd(writer, text, style, maxWidth), color };
        return [span];
      },
    }),
  );
  return {
    part: gridPart(sheet, columns, rows),
    legend: NOTHING,
    notes: rowNotes(filter, { shown: rows, found: top.frame.length, all: top.rowCount }),
  };
}
