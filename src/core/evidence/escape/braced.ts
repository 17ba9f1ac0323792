/**
 * Index of the brace that closes the one at `start` of Go source text, whose strings may hold braces; -1 if it
 * stays open.
 */
export function closingBrace(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length; index++) {
    switch (text.charAt(index)) {
      case '{':
        depth++;
        break;
      case '}':
        if (--depth === 0) return index;
        break;
      case '"':
      case "'":
      case '`':
        index = endOfQuoted(text, index);
        break;
    }
  }
  return -1;
}

/** Index of the quote that ends the string at `start`; that of `start` itself if nothing does. */
function endOfQuoted(text: string, start: number): number {
  const quote = text.charAt(start);
  for (let index = start + 1; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === quote) return index;
    if (character === '\\' && quote !== '`') index++;
  }
  return start;
}
