const opening = '[({';
const closing = '])}';

/** Index of the first `wanted` character of `text` outside all brackets; -1 if there is none. */
export function indexOutsideBrackets(text: string, wanted: string): number {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (depth === 0 && character === wanted) return index;
    if (opening.includes(character)) depth++;
    else if (closing.includes(character) && depth > 0) depth--;
  }
  return -1;
}

/** Index of the bracket that closes the one at `start`; -1 if it stays open. */
export function closingBracket(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length; index++) {
    const character = text.charAt(index);
    if (opening.includes(character)) depth++;
    else if (closing.includes(character) && --depth === 0) return index;
  }
  return -1;
}
