/**
 * The labels of a goroutine as Go prints them, `{"key":"value", "key":"value"}` with texts as by %q of its fmt
 * package (`labelMap.String` in runtime/pprof/label.go). Null where the text is not that.
 */
export function readGoLabels(
  text: string,
): { readonly key: string; readonly str: string }[] | null {
  const labels: { key: string; str: string }[] = [];
  if (!text.startsWith('{') || !text.endsWith('}')) return null;
  for (let at = 1; at < text.length - 1; ) {
    const key = readQuoted(text, at);
    if (key === null || text[key.end] !== ':') return null;
    const value = readQuoted(text, key.end + 1);
    if (value === null) return null;
    labels.push({ key: key.text, str: value.text });
    if (value.end === text.length - 1) break;
    if (!text.startsWith(', ', value.end)) return null;
    at = value.end + 2;
  }
  return labels;
}

/** The text in quotes at `from`, and where it ends; null where there is none. */
function readQuoted(
  text: string,
  from: number,
): { readonly text: string; readonly end: number } | null {
  if (text[from] !== '"') return null;
  const parts: string[] = [];
  let at = from + 1;
  while (at < text.length && text[at] !== '"') {
    const isEscaped = text[at] === '\\';
    const next = isEscaped ? readEscape(text, at + 1) : { text: text[at], end: at + 1 };
    if (next === null) return null;
    parts.push(next.text);
    at = next.end;
  }
  return at < text.length ? { text: parts.join(''), end: at + 1 } : null;
}

/** Of a letter after a backslash what it stands for. */
const LETTERS: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
};

/** How many hexadecimal digits follow. */
const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function readEscape(
  text: string,
  at: number,
): { readonly text: string; readonly end: number } | null {
  const letter = text[at] ?? '';
  if (Object.hasOwn(LETTERS, letter)) return { text: LETTERS[letter], end: at + 1 };
  if (!Object.hasOwn(DIGITS, letter)) return null;
  const end = at + 1 + DIGITS[letter];
  const digits = text.slice(at + 1, end);
  if (digits.length !== DIGITS[letter] || !/^[0-9a-f]+$/i.test(digits)) return null;
  const code = Number.parseInt(digits, 16);
  // \x stands for a byte that is not UTF-8, unless it is ASCII.
  const isUnreadable = code > 0x10ffff || (letter === 'x' && code > 0x7f);
  return { text: isUnreadable ? '\u{FFFD}' : String.fromCodePoint(code), end };
}
