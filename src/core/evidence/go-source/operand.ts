import type { GoFile, Span } from './go-file.ts';

/**
 * The operand that ends before a token, such as `strings.ToUpper(t)` before a `+`: names, selectors, calls,
 * indexes and literals, but no operators of two sides.
 */
export function operandBefore(file: GoFile, token: number): Span {
  let first = token;
  while (first > 0) {
    const last = first - 1;
    const text = file.text(last);
    if (text === ')' || text === ']' || text === '}') {
      const open = file.partner(last);
      if (open < 0) break;
      first = open;
      // A bracket goes on to the left with what it is called on, if anything.
      if (!continuesLeft(file, open)) break;
    } else if (isAtom(file, last)) {
      first = last;
      if (file.text(first - 1) !== '.') break;
      first--;
    } else break;
  }
  return { first, end: token };
}

/** The operand that begins at a token, with the signs before it. */
export function operandFrom(file: GoFile, token: number): Span {
  let end = token;
  while (/^[&*!^<+-]/.test(file.text(end)) && file.text(end) !== '') end++;
  const text = file.text(end);
  if (text === '[') {
    // A type, such as []byte or [4]int, and then what is converted or listed.
    end = file.behind(end);
    while (file.isWord(end) || file.text(end) === '.' || file.text(end) === '*') end++;
  } else if (text === '(') {
    end = file.behind(end);
  } else if (isAtom(file, end)) {
    end++;
  } else {
    return { first: token, end: Math.max(end, token) };
  }
  for (;;) {
    const next = file.text(end);
    if (next === '.' && file.isWord(end + 1)) end += 2;
    else if (next === '.' && file.text(end + 1) === '(') end = file.behind(end + 1);
    else if ((next === '(' || next === '[') && file.partner(end) > end) end = file.behind(end);
    else break;
  }
  return { first: token, end };
}

function isAtom(file: GoFile, token: number): boolean {
  return (
    file.isString(token) ||
    file.isNumber(token) ||
    (file.isWord(token) && !KEYWORDS.has(file.text(token)))
  );
}

function continuesLeft(file: GoFile, open: number): boolean {
  const before = file.text(open - 1);
  return before === ')' || before === ']' || (file.isWord(open - 1) && !KEYWORDS.has(before));
}

/** Keywords that an operand can stand behind. */
const KEYWORDS: ReadonlySet<string> = new Set([
  ...['return', 'case', 'range', 'if', 'for', 'switch', 'go', 'defer', 'else', 'select'],
  ...['var', 'const', 'func', 'type', 'import', 'package', 'break', 'continue', 'goto', 'default'],
]);
