import type { Part, Sheet } from './part.ts';
import { baselineIn, cutAtEnd } from './text.ts';

/** A colour or a mark, and what it means. */
export interface Key {
  readonly words: string;
  /** Width of the mark in px, unless it is a square. */
  readonly markWidth?: number;
  /** Draws the mark, in a square of `KEY_SIZE` px; null where words do without. */
  readonly draw: ((x: number, y: number) => void) | null;
}

export const KEY_SIZE = 11;
const TO_WORDS = 6;
const BETWEEN = 18;
const LINE_HEIGHT = 20;
const TEXT = { face: 'regular', sizePx: 11.5 } as const;
/** A key's words are cut where they are wider, in px. */
const WIDEST = 280;

/** A key that has its place. */
interface Placed {
  readonly key: Key;
  readonly words: string;
  readonly width: number;
}

/**
 * Keys along lines, as many as stand on so many lines, and then those that are always there. Where some are
 * left out it is said how many; `more` says what they are.
 */
export function keyLines(
  sheet: Sheet,
  keys: readonly Key[],
  always: readonly Key[],
  maxLines: number,
  more: (left: number) => string,
): Part {
  const all = keys.map((key) => placed(sheet, key));
  const last = always.map((key) => placed(sheet, key));
  for (let count = all.length; count > 0; count--) {
    const left = all.length - count;
    const rest = left === 0 ? [] : [placed(sheet, { words: more(left), draw: null })];
    const lines = linesOf(sheet.width, [...all.slice(0, count), ...rest, ...last]);
    if (lines.length <= maxLines) return linesPart(sheet, lines);
  }
  return linesPart(sheet, linesOf(sheet.width, last));
}

function placed({ width, writer }: Sheet, key: Key): Placed {
  const mark = markRoom(key);
  const words = cutAtEnd(writer, key.words, TEXT, Math.min(WIDEST, width - mark));
  return { key, words, width: mark + writer.width(words, TEXT.face, TEXT.sizePx) };
}

const markRoom = ({ draw, markWidth = KEY_SIZE }: Key) =>
  draw === null ? 0 : markWidth + TO_WORDS;

function linesOf(width: number, keys: readonly Placed[]): Placed[][] {
  const lines: Placed[][] = [];
  let left = Number.POSITIVE_INFINITY;
  for (const key of keys) {
    if (left + key.width > width) {
      lines.push([]);
      left = 0;
    }
    lines.at(-1)?.push(key);
    left += key.width + BETWEEN;
  }
  return lines;
}

function linesPart({ colors, writer }: Sheet, lines: readonly (readonly Placed[])[]): Part {
  return {
    height: lines.length * LINE_HEIGHT,
    draw: (x, y) => {
      for (const [row, line] of lines.entries()) {
        const top = y + row * LINE_HEIGHT;
        let left = x;
        for (const { key, words, width } of line) {
          key.draw?.(left, top + (LINE_HEIGHT - KEY_SIZE) / 2);
          const wordsX = left + markRoom(key);
          const span = { ...TEXT, text: words, color: colors.ink2 };
          writer.fixedLine(span, wordsX, baselineIn(top, LINE_HEIGHT, TEXT.sizePx));
          left += width + BETWEEN;
        }
      }
    },
  };
}
