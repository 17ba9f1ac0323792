import { describe, expect, it } from 'vitest';
import { linesOfWords } from '../../../src/export/picture/parts/text.ts';
import type { SvgWriter } from '../../../src/export/picture/svg/svg-writer.ts';

/** Each character is one px wide. */
const writer = { width: (text: string) => Array.from(text).length } as unknown as SvgWriter;
const style = { face: 'regular', sizePx: 12 } as const;
const lines = (text: string, width: number) => linesOfWords(writer, text, style, width);

describe('lines of words', () => {
  it('are broken between words, and within those that are too long', () => {
    expect(lines('to the longest', 7)).toEqual(['to the', 'longest']);
    expect(lines('longest', 3)).toEqual(['lon', 'ges', 't']);
  });

  it.each([0, -5])('hold a character each where there is no room: %i px', (width) => {
    const there = lines('a 👩b', width).filter((line) => line !== '');
    expect(there).toEqual(['a', '👩', 'b']);
  });
});
