import type { Phrase, ReportCell, ReportTable } from '../../../core/text/report/report-document.ts';
import type { FaceName } from '../../fonts/fonts.ts';
import type { Span, TextStyle } from '../svg/svg-writer.ts';
import { nameSpans } from './name-spans.ts';
import { type Part, type Sheet, stacked } from './part.ts';
import { baselineIn, cutAtEnd, linesOfWords, paragraph } from './text.ts';

const SIZE = 12;
const NOTE = { face: 'tabular', sizePx: 10.5 } as const;
const HEADING = { face: 'medium', sizePx: 11 } as const;
const HEADING_LINE = 14;
const ROW_HEIGHT = 24;
const NOTED_ROW_HEIGHT = 38;
const NAME_LINE = 14;
const GAP = 16;
/** The least room for the first column, in px; figures that others tell too give way to it. */
const LEAST_NAME = 116;
const TOLD_BY_OTHERS = [/^ratio$/, /^change$/];
/** What gives way besides where even names above their figures leave too little room, the least needed first. */
const DISPENSABLE = [/^% of all/, /^confidence$/, /^%/, /^before$/];
/** The least room that headings of figures get before they break into lines, in px. */
const LEAST_FIGURE = 56;
/** The room for the first column from which on headings need not break. */
const ROOMY_NAME = 300;

/** A table of a report with its title. */
export function reportTablePart(sheet: Sheet, table: ReportTable): Part {
  const { colors } = sheet;
  const title = paragraph(sheet, [
    { face: 'semibold', sizePx: 13.5, color: colors.ink, text: table.title },
  ]);
  const small = (text: string) =>
    paragraph(sheet, [{ face: 'regular', sizePx: 11.5, color: colors.ink3, text }]);
  if (table.rows.length === 0) return stacked([title, small(table.empty)], 4);
  return stacked([stacked([title, small(table.note)], 1), rowsPart(sheet, table)], 6);
}

function rowsPart(sheet: Sheet, table: ReportTable): Part {
  const { width, colors, writer } = sheet;
  const { headings, rows, widths, nameWidth, isNameAbove } = fitted(sheet, table);
  const headingLines = headings.map((heading, column) =>
    linesOfWords(
      writer,
      heading,
      HEADING,
      column === 0 ? Math.max(nameWidth, LEAST_FIGURE) : (widths[column] ?? 0),
    ),
  );
  const headingHeight = Math.max(...headingLines.map(({ length }) => length)) * HEADING_LINE + 8;
  const hasNote = (cells: (typeof rows)[number]) => cells.some(({ note }) => note !== undefined);
  const nameHeight = isNameAbove ? NAME_LINE + 4 : 0;
  const heights = rows.map(
    (cells) => nameHeight + (hasNote(cells) ? NOTED_ROW_HEIGHT : ROW_HEIGHT),
  );
  const rightOf = (column: number) =>
    nameWidth + widths.slice(1, column + 1).reduce((sum, figure) => sum + figure + GAP, 0);
  return {
    height: heights.reduce((sum, height) => sum + height, headingHeight),
    draw: (x, y) => {
      for (const [column, lines] of headingLines.entries()) {
        for (const [at, text] of lines.entries()) {
          const fromBottom = lines.length - at;
          const top = y + headingHeight - 5 - fromBottom * HEADING_LINE;
          const baseline = baselineIn(top, HEADING_LINE, HEADING.sizePx);
          const span = { ...HEADING, color: colors.ink2, text };
          if (column > 0) writer.line([span], x + rightOf(column), baseline, 'end');
          else if (!isNameAbove) writer.line([span], x, baseline);
        }
      }
      let top = y + headingHeight;
      writer.rectangle({ x, y: top - 1, width, height: 1 }, colors.lineStrong);
      for (const [row, cells] of rows.entries()) {
        const height = heights[row] ?? ROW_HEIGHT;
        for (const [column, cell] of cells.entries()) {
          const isName = column === 0;
          const lines = isName
            ? nameCell(
                sheet,
                cell,
                isNameAbove ? width : nameWidth - GAP,
                hasNote(cells) && !isNameAbove,
              )
            : [[{ ...figureStyle(sheet, cell), text: plain(cell.text) }]];
          const place = isName ? x : x + rightOf(column);
          const anchor = isName ? 'start' : 'end';
          for (const [at, line] of lines.entries()) {
            const lineTop = top + at * NAME_LINE + (isName ? 0 : nameHeight);
            writer.line(line, place, baselineIn(lineTop, ROW_HEIGHT - 1, SIZE), anchor);
          }
          const note = { ...NOTE, color: colors.ink3, text: cell.note ?? '' };
          writer.line([note], place, top + nameHeight + ROW_HEIGHT + 5, anchor);
        }
        top += height;
        writer.rectangle({ x, y: top - 1, width, height: 1 }, colors.line);
      }
    },
  };
}

interface Fitted extends Pick<ReportTable, 'headings' | 'rows'> {
  /** Of each column; the first one is not among figures. */
  readonly widths: readonly number[];
  /** What is left of the figures. */
  readonly nameWidth: number;
  /** Whether names stand above their figures, for want of room beside them. */
  readonly isNameAbove: boolean;
}

/** The columns that there is room for, and how wide they are. */
function fitted(sheet: Sheet, { headings, rows }: Pick<ReportTable, 'headings' | 'rows'>): Fitted {
  const nameWidthWith = (widths: readonly number[]) =>
    sheet.width - widths.slice(1).reduce((sum, figure) => sum + figure + GAP, 0);
  const unbroken = figureWidths(sheet, headings, rows, false);
  const isRoomy = nameWidthWith(unbroken) >= ROOMY_NAME;
  const widths = isRoomy ? unbroken : figureWidths(sheet, headings, rows, true);
  const nameWidth = nameWidthWith(widths);
  const firstOf = (patterns: readonly RegExp[]) =>
    patterns
      .map((pattern) => headings.findIndex((heading, at) => at > 0 && pattern.test(heading)))
      .find((at) => at > 0);
  const told = nameWidth < LEAST_NAME ? firstOf(TOLD_BY_OTHERS) : undefined;
  const isNameAbove = nameWidth < LEAST_NAME && told === undefined;
  // Figures that stand alone on a line need no gap before the first of them.
  const isTooWide = isNameAbove && nameWidth + GAP < 0;
  const dropped = told ?? (isTooWide ? firstOf(DISPENSABLE) : undefined);
  if (dropped === undefined) return { headings, rows, widths, nameWidth, isNameAbove };
  const isKept = (_: unknown, column: number) => column !== dropped;
  return fitted(sheet, {
    headings: headings.filter(isKept),
    rows: rows.map((cells) => cells.filter(isKept)),
  });
}

/** Figures take as much room as they need; their headings break into lines where they may. */
function figureWidths(
  { writer }: Sheet,
  headings: readonly string[],
  rows: ReportTable['rows'],
  mayBreak: boolean,
): number[] {
  return headings.map((heading, column) => {
    const texts = rows.flatMap((cells) => {
      const cell = cells[column];
      if (cell === undefined) return [];
      const note = writer.width(cell.note ?? '', NOTE.face, NOTE.sizePx);
      return [writer.width(plain(cell.text), 'tabular', SIZE), note];
    });
    const words = (mayBreak ? heading.split(' ') : [heading]).map((word) =>
      writer.width(word, HEADING.face, HEADING.sizePx),
    );
    return Math.ceil(Math.max(LEAST_FIGURE, ...texts, ...words));
  });
}

/** The lines of a name; words have a second one where the row is high. */
function nameCell(
  sheet: Sheet,
  { text }: ReportCell,
  maxWidth: number,
  isHigh: boolean,
): (readonly Span[])[] {
  const [first] = text;
  if (typeof first === 'object') return [nameSpans(sheet, first.code, maxWidth)];
  const style = { face: 'regular', sizePx: SIZE } as const;
  const words = plain(text);
  const broken = isHigh ? linesOfWords(sheet.writer, words, style, maxWidth) : [];
  const lines = broken.length === 2 ? broken : [cutAtEnd(sheet.writer, words, style, maxWidth)];
  return lines.map((line) => [{ ...style, color: sheet.colors.ink, text: line }]);
}

function figureStyle({ colors }: Sheet, { tone }: ReportCell): TextStyle {
  const color = {
    fall: colors.fallInk,
    rise: colors.riseInk,
    doubtful: colors.ink3,
    none: colors.ink,
  }[tone ?? 'none'];
  return { face: 'tabular', sizePx: SIZE, color };
}

const plain = (text: readonly Phrase[]) =>
  text.map((phrase) => (typeof phrase === 'string' ? phrase : phrase.code)).join('');

/** A sentence of a report; names stand in a fixed-width font. */
export function phrasesPart(sheet: Sheet, phrases: readonly Phrase[], sizePx: number): Part {
  const { colors } = sheet;
  const span = (text: string, face: FaceName): Span => ({
    text,
    face,
    sizePx: face === 'mono' ? sizePx - 0.5 : sizePx,
    color: face === 'mono' ? colors.ink : colors.ink2,
  });
  return paragraph(
    sheet,
    phrases.map((phrase) =>
      typeof phrase === 'string' ? span(phrase, 'regular') : span(phrase.code, 'mono'),
    ),
  );
}
