/** What kind of expression a message `… escapes to heap` is about. */
export type SubjectKind =
  | 'append'
  | 'arguments'
  | 'bytes-conversion'
  | 'closure'
  /** A literal of a named type: a slice or map, or a value that becomes an interface. */
  | 'composite'
  | 'constant'
  | 'literal'
  | 'make'
  | 'sum'
  | 'value'
  /** A selector: a value that becomes an interface, or a method that becomes a function. */
  | 'selector';

/** Tells the expressions apart that the compiler prints (its `%v` of syntax trees, cmd/compile/internal/ir/fmt.go). */
export function subjectKind(subject: string): SubjectKind {
  if (subject === 'func literal') return 'closure';
  if (subject === '... argument') return 'arguments';
  if (subject === 'append' || subject.startsWith('append(')) return 'append';
  if (subject.startsWith('make(')) return 'make';
  if (subject.startsWith('&') || subject.startsWith('new(')) return 'literal';
  if (/^(?:\[[^\]]*\]|map\[).*\{(?:\.\.\.)?\}$/.test(subject)) return 'literal';
  if (hasOutside(subject, '+')) return 'sum';
  if (/^\(?\[\](?:byte|rune|uint8|int32)\)?\(|^string\(/.test(subject)) return 'bytes-conversion';
  if (isConstant(subject)) return 'constant';
  if (COMPOSITE.test(subject)) return 'composite';
  return /^[\p{L}_][\p{L}\p{Nd}_]*(?:\.[\p{L}_][\p{L}\p{Nd}_]*)+$/u.test(subject)
    ? 'selector'
    : 'value';
}

/**
 * Whether an expression is a constant, which lies in the program's file: as written, or as the compiler prints
 * one of an inlined body, `(interface {})(string("text"))`.
 */
export const isConstant = (subject: string): boolean =>
  CONSTANT.test(CONVERTED_CONSTANT.exec(subject)?.[1] ?? subject);

const CONSTANT =
  /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|-?[0-9.][\w.+-]*|true|false|nil)$/;
const CONVERTED_CONSTANT = /^\((?:interface \{\}|any)\)\(\w+\((.*)\)\)$/;
const COMPOSITE = /^[\p{L}_][\p{L}\p{Nd}_.]*(?:\[.*\])?\{(?:\.\.\.)?\}$/u;

/** Whether one of the parts of a sum is a string in quotes, which makes it a sum of strings. */
export function joinsLiteral(subject: string): boolean {
  return partsOfSum(subject).some((part) => /^["`]/.test(part));
}

/** Whether a sign stands in an expression outside of brackets and quotes, between spaces. */
function hasOutside(subject: string, sign: string): boolean {
  return partsOf(subject, sign).length > 1;
}

function partsOfSum(subject: string): string[] {
  return partsOf(subject, '+');
}

function partsOf(subject: string, sign: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let begin = 0;
  for (let i = 0; i < subject.length; i++) {
    const char = subject.charAt(i);
    if (quote !== '') {
      if (char === '\\' && quote !== '`') i++;
      else if (char === quote) quote = '';
    } else if (char === '"' || char === "'" || char === '`') quote = char;
    else if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char)) depth--;
    else if (depth === 0 && char === sign && subject[i - 1] === ' ' && subject[i + 1] === ' ') {
      parts.push(subject.slice(begin, i).trim());
      begin = i + 1;
    }
  }
  return [...parts, subject.slice(begin).trim()];
}
