import type { ColumnTraits } from '../../../words/table/column-traits.ts';
import type { Span, SvgWriter } from '../svg/svg-writer.ts';
import type { Part, Sheet } from './part.ts';
import { baselineIn } from './text.ts';

const ROW_HEIGHT = 24;
const HEADING_HEIGHT = 26;
const HEADING = { face: 'medium', sizePx: 11.5 } as const;
/** Between a column and the one to the right of it. */
const GAP = 14;

/** A column of a table in a picture. */
export interface GridColumn extends Pick<ColumnTraits, 'title' | 'width' | 'grow' | 'isText'> {
  /** Whether the rows are in its order. */
  readonly isSorted: boolean;
  /** The pieces of a cell's text, cut so that they fit. */
  cell(row: number, maxWidth: number): readonly Span[];
  /** Draws a mark before the text of a cell, which then begins so much further on. */
  readonly mark?: { readonly room: number; draw(row: number, x: number, y: number): void };
}

/** A table with headings; a line under each row. */
export function gridPart(
  { width, colors, writer }: Sheet,
  columns: readonly GridColumn[],
  rows: number,
): Part {
  const places = placesOf(columns, width);
  const rowPart = (row: number, x: number, y: number) => {
    for (const [at, column] of columns.entries()) {
      const { left, right } = places[at] ?? { left: 0, right: 0 };
      const room = column.mark?.room ?? 0;
      column.mark?.draw(row, x + left, y + ROW_HEIGHT / 2);
      const spans = column.cell(row, right - left - room);
      const cell = { left: x + left + room, right: x + right, top: y, height: ROW_HEIGHT };
      writeCell(writer, cell, spans, column);
    }
  };
  return {
    height: HEADING_HEIGHT + rows * ROW_HEIGHT,
    draw: (x, y) => {
      for (const [at, column] of columns.entries()) {
        const { left, right } = places[at] ?? { left: 0, right: 0 };
        const color = column.isSorted ? colors.ink : colors.ink2;
        const face = column.isSorted ? 'semibold' : HEADING.face;
        const title = [{ ...HEADING, face, color, text: column.title } as const];
        const cell = { left: x + left, right: x + right, top: y, height: HEADING_HEIGHT - 2 };
        writeCell(writer, cell, title, column);
      }
      const line = (top: number, color: string) =>
        writer.rectangle({ x, y: top, width, height: 1 }, color);
      line(y + HEADING_HEIGHT - 1, colors.lineStrong);
      for (let row = 0; row < rows; row++) {
        const top = y + HEADING_HEIGHT + row * ROW_HEIGHT;
        rowPart(row, x, top);
        line(top + ROW_HEIGHT - 1, colors.line);
      }
    },
  };
}

/** Where a cell stands. */
interface Cell {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
}

function writeCell(
  writer: SvgWriter,
  { left, right, top, height }: Cell,
  spans: readonly Span[],
  { isText = false }: GridColumn,
): void {
  const sizePx = spans[0]?.sizePx ?? 0;
  const baseline = baselineIn(top, height - 1, sizePx);
  if (isText) writer.line(spans, left, baseline);
  else writer.line(spans, right, baseline, 'end');
}

/** Where the columns stand: those that grow share the room that is left, and give up what is missing. */
function placesOf(
  columns: readonly GridColumn[],
  width: number,
): { left: number; right: number }[] {
  const least = columns.reduce((sum, column) => sum + column.width, 0);
  const growth = columns.reduce((sum, { grow = 0 }) => sum + grow, 0);
  const perGrowth = growth === 0 ? 0 : (width - least) / growth;
  let left = 0;
  return columns.map((column, at) => {
    const end = left + Math.max(0, column.width + (column.grow ?? 0) * perGrowth);
    const place = { left, right: at === columns.length - 1 ? end : end - GAP };
    left = end;
    return place;
  });
}
