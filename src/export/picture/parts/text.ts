import { BASELINE_BELOW_MIDDLE } from '../../../core/drawing/label-font.ts';
import type { Span, SvgWriter, TextStyle } from '../svg/svg-writer.ts';
import { NOTHING, type Part, type Sheet } from './part.ts';

/** Height of a line as a part of the size of its text. */
const LINE = 1.45;

/** Lines of text, broken between words where they are too long, and within words that are. */
export function paragraph(
  { width, writer }: Pick<Sheet, 'width' | 'writer'>,
  spans: readonly Span[],
): Part {
  const lines = brokenLines(writer, spans, width);
  if (lines.length === 0) return NOTHING;
  const sizePx = Math.max(...spans.map((span) => span.sizePx));
  const lineHeight = Math.round(sizePx * LINE);
  return {
    height: lines.length * lineHeight,
    draw: (x, y) => {
      for (const [row, line] of lines.entries()) {
        writer.line(line, x, baselineIn(y + row * lineHeight, lineHeight, sizePx));
      }
    },
  };
}

/** Where the baseline of a text stands that is in the middle of a line. */
export const baselineIn = (top: number, lineHeight: number, sizePx: number): number =>
  Math.round((top + lineHeight / 2 + sizePx * BASELINE_BELOW_MIDDLE) * 2) / 2;

/** The text if it fits, or else its beginning and an ellipsis; '' where not even that fits. */
export function cutAtEnd(
  writer: SvgWriter,
  text: string,
  { face, sizePx }: Omit<TextStyle, 'color'>,
  maxWidth: number,
): string {
  if (writer.width(text, face, sizePx) <= maxWidth) return text;
  const room = maxWidth - writer.width('…', face, sizePx);
  const start = text.slice(0, fittingLength(writer, text, { face, sizePx }, room)).trimEnd();
  return start === '' ? '' : `${start}…`;
}

/** The lines of a text that is broken between words. */
export function linesOfWords(
  writer: SvgWriter,
  text: string,
  style: Omit<TextStyle, 'color'>,
  maxWidth: number,
): string[] {
  const lines = brokenLines(writer, [{ ...style, color: '', text }], maxWidth);
  return lines.map((spans) =>
    spans
      .map((span) => span.text)
      .join('')
      .trimEnd(),
  );
}

function brokenLines(writer: SvgWriter, spans: readonly Span[], maxWidth: number): Span[][] {
  const lines: Span[][] = [];
  let line: Span[] = [];
  let used = 0;
  const breakLine = () => {
    if (line.length > 0) lines.push(line);
    line = [];
    used = 0;
  };
  for (const span of spans) {
    for (const word of span.text.split(/(?<= )/)) {
      let rest = word;
      // The space after a word may stand beyond the edge.
      const fits = (text: string) => used + widthOf(writer, span, text.trimEnd()) <= maxWidth;
      if (!fits(rest)) breakLine();
      while (rest !== '' && !fits(rest)) {
        // A line holds a character at least, however narrow it is.
        const first = String.fromCodePoint(rest.codePointAt(0) ?? 0).length;
        const length = Math.max(first, fittingLength(writer, rest, span, maxWidth));
        append(line, { ...span, text: rest.slice(0, length) });
        rest = rest.slice(length);
        breakLine();
      }
      append(line, { ...span, text: rest });
      used += widthOf(writer, span, rest);
    }
  }
  breakLine();
  return lines;
}

function append(line: Span[], span: Span): void {
  const last = line.at(-1);
  if (last === undefined || !isAlike(last, span)) line.push(span);
  else line[line.length - 1] = { ...last, text: last.text + span.text };
}

const isAlike = (one: TextStyle, other: TextStyle) =>
  one.face === other.face && one.sizePx === other.sizePx && one.color === other.color;

const widthOf = (writer: SvgWriter, { face, sizePx }: TextStyle, text: string) =>
  writer.width(text, face, sizePx);

/** How much of a text's beginning fits; never half a surrogate pair. */
function fittingLength(
  writer: SvgWriter,
  text: string,
  { face, sizePx }: Omit<TextStyle, 'color'>,
  maxWidth: number,
): number {
  let length = 0;
  let used = 0;
  for (const character of text) {
    used += writer.width(character, face, sizePx);
    if (used > maxWidth) return length;
    length += character.length;
  }
  return length;
}
