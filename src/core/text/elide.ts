import { shortNames } from './short-names.ts';

/** Width of a text in pixels, in the font it will be drawn with. */
export type Measure = (text: string) => number;

/** Beyond this no label is readable, and measuring hostile names would take long. */
const longestLabel = 1000;

/**
 * The longest form of a symbol that fits `maxWidth` pixels: one of its short names, or else the end
 * of the shortest after an ellipsis, so that the method's name goes last. '' when not even the
 * ellipsis and one character fit. A surrogate pair is never cut.
 */
export function elide(symbol: string, measure: Measure, maxWidth: number): string {
  return fitLabel(shortNames(symbol), measure, maxWidth);
}

/** As `elide`, for forms already at hand, longest first: `shortNames` is worth keeping. */
export function fitLabel(forms: readonly string[], measure: Measure, maxWidth: number): string {
  const fitting = forms.find((form) => form.length <= longestLabel && measure(form) <= maxWidth);
  return fitting ?? longestTail(forms.at(-1) ?? '', measure, maxWidth);
}

function longestTail(text: string, measure: Measure, maxWidth: number): string {
  let best = '';
  let shortest = 1;
  let longest = Math.min(text.length - 1, longestLabel);
  while (shortest <= longest) {
    const length = (shortest + longest) >> 1;
    const candidate = `…${tail(text, length)}`;
    if (measure(candidate) <= maxWidth) {
      if (candidate.length > 1) best = candidate;
      shortest = length + 1;
    } else {
      longest = length - 1;
    }
  }
  return best;
}

function tail(text: string, length: number): string {
  const start = text.length - length;
  const cutsPair = (text.codePointAt(start - 1) ?? 0) > 0xffff;
  return text.slice(cutsPair ? start + 1 : start);
}
