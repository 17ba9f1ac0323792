import { type FaceName, FONTS } from '../fonts/fonts.ts';

/** Writes a text with the characters that there will be. */
export type Spelling = (text: string, face: FaceName) => string;

/** Whoever opens an SVG has fonts of their own for what ours lack. */
export const asWritten: Spelling = (text) => text;

/** In a PNG what our fonts lack would be empty boxes: it is written as its number, such as `\u{65E5}`. */
export const asDrawable: Spelling = (text, face) => {
  let spelled = '';
  for (const character of text) {
    spelled += FONTS.has(character, face)
      ? character
      : `\\u{${character.codePointAt(0)?.toString(16).toUpperCase()}}`;
  }
  return spelled;
};
