import { NOTHING, type Part, type Sheet } from './part.ts';
import { baselineIn, cutAtEnd } from './text.ts';

/** A colour or a mark, and what it means. */
export interface Key {
  readonly words: string;
  /** Draws the mark in a square of `KEY_SIZE` px. */
  draw(x: number, y: number): void;
}

export const KEY_SIZE = 11;
const TO_WORDS = 6;
const BETWEEN = 18;
const LINE_HEIGHT = 20;
const TEXT = { face: 'regular', sizePx: 11.5 } as const;
/** A key's words are cut where they are wider, in px. */
const WIDEST = 280;

/**
 * Keys along lines, as many as stand on so many lines. Where there are more the line ends with how many;
 * `more` says what they are.
 */
export function keyLines(
  { width, colors, writer }: Sheet,
  keys: readonly Key[],
  maxLines: number,
  more: (left: number) => string,
): Part {
  const places: { key: Key; words: string; left: number; line: number }[] = [];
  let [left, line] = [0, 0];
  const moreWidth = writer.width(more(keys.length), TEXT.face, TEXT.sizePx);
  for (const key of keys) {
    const words = cutAtEnd(writer, key.words, TEXT, Math.min(WIDEST, width - KEY_SIZE - TO_WORDS));
    const wide = KEY_SIZE + TO_WORDS + writer.width(words, TEXT.face, TEXT.sizePx);
    const isLast = places.length === keys.length - 1;
    // The last line keeps room for how many there are besides.
    const room = line === maxLines - 1 && !isLast ? width - moreWidth - BETWEEN : width;
    if (left > 0 && left + wide > room) {
      if (line === maxLines - 1) break;
      [left, line] = [0, line + 1];
    }
    places.push({ key, words, left, line });
    left += wide + BETWEEN;
  }
  if (places.length === 0) return NOTHING;
  const hidden = keys.length - places.length;
  return {
    height: (line + 1) * LINE_HEIGHT,
    draw: (x, y) => {
      const write = (text: string, at: number, row: number) =>
        writer.fixedLine(
          { ...TEXT, text, color: colors.ink2 },
          x + at,
          baselineIn(y + row * LINE_HEIGHT, LINE_HEIGHT, TEXT.sizePx),
        );
      for (const place of places) {
        const top = y + place.line * LINE_HEIGHT;
        place.key.draw(x + place.left, top + (LINE_HEIGHT - KEY_SIZE) / 2 - 0.5);
        write(place.words, place.left + KEY_SIZE + TO_WORDS, place.line);
      }
      if (hidden > 0) write(more(hidden), left, line);
    },
  };
}
