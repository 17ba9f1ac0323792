import type { GoFile, GoFunction, Span } from './go-file.ts';
import { operandBefore, operandFrom } from './operand.ts';

/** What a reader of one file can tell of an expression's type; null where that needs other files. */
export type Kind = 'string' | 'other' | null;

/** How many declarations are followed from one to the next. */
const FARTHEST = 6;

/** Functions of Go's own packages that return one string. */
const RETURN_STRING = new RegExp(
  '^(?:fmt\\.Sprint(?:f|ln)?|' +
    'strings\\.(?:Clone|Join|Map|Repeat|Replace|ReplaceAll|Title|To(?:Lower|Upper|Title)|ToValidUTF8|Trim(?:Func|Left|Right|Prefix|Suffix|Space)?)|' +
    'strconv\\.(?:Itoa|Format(?:Int|Uint|Float|Bool)|Quote(?:ToASCII|Rune)?)|' +
    '(?:path|filepath)\\.(?:Base|Clean|Dir|Ext|Join)|os\\.Getenv|' +
    'hex\\.EncodeToString|(?:base64|base32)\\.\\w+\\.EncodeToString|url\\.(?:Query|Path)Escape|' +
    'html\\.(?:Un)?[eE]scapeString|http\\.StatusText|runtime\\.Version)$',
);

const NUMERIC =
  /^(?:u?int(?:8|16|32|64|ptr)?|float(?:32|64)|complex(?:64|128)|byte|rune|bool|error)$/;

/** Whether an expression without operators is a string, as far as its file tells. */
export function kindOf(file: GoFile, span: Span, from: Span | null = null, depth = 0): Kind {
  const { first, end } = span;
  if (first >= end || depth > FARTHEST) return null;
  const last = end - 1;
  if (end - first === 1) {
    if (file.isString(first)) return 'string';
    if (file.isNumber(first)) return 'other';
    return file.isWord(first) ? kindOfName(file, file.text(first), from ?? span, depth) : null;
  }
  if (file.text(first) === '(' && file.partner(first) === last) {
    return kindOfSum(file, { first: first + 1, end: last }, from ?? span, depth + 1);
  }
  if (file.text(last) === ')') return kindOfCall(file, span, depth);
  if (file.isWord(last) && file.text(last - 1) === '.') return kindOfField(file, file.text(last));
  return null;
}

/** The kind of a sum: that of the first part that is known, since all are of one type. */
function kindOfSum(file: GoFile, { first, end }: Span, from: Span, depth = 0): Kind {
  for (let at = first; at < end; ) {
    const operand = operandFrom(file, at);
    if (operand.end <= operand.first || operand.end > end) return null;
    const kind = kindOf(file, operand, from, depth + 1);
    if (kind !== null) return kind;
    if (file.text(operand.end) !== '+') return null;
    at = operand.end + 1;
  }
  return null;
}

/** Whether an expression is known when the program is compiled: a literal, or a constant of this file. */
export function isConstant(file: GoFile, { first, end }: Span): boolean {
  if (end - first !== 1) return false;
  if (file.isString(first) || file.isNumber(first)) return true;
  const name = file.text(first);
  for (let i = 0; i < file.tokens.length; i++) {
    if (file.text(i) !== 'const') continue;
    const open = file.text(i + 1) === '(' ? i + 1 : -1;
    if (open < 0 && file.text(i + 1) === name) return true;
    for (let at = open + 1; open >= 0 && at < file.partner(open); at++) {
      if (file.text(at) === name && (file.text(at + 1) === '=' || isFirstOfLine(file, at)))
        return true;
    }
  }
  return false;
}

function kindOfCall(file: GoFile, { first, end }: Span, depth: number): Kind {
  const open = file.partner(end - 1);
  if (open <= first) return null;
  const called = file.textOf({ first, end: open });
  if (called === 'string' || RETURN_STRING.test(called)) return 'string';
  if (NUMERIC.test(called) || called === 'len' || called === 'cap') return 'other';
  const name = file.text(open - 1);
  // By convention these methods have one result.
  if (file.text(open - 2) === '.' && (name === 'String' || name === 'Error')) return 'string';
  if (depth > FARTHEST) return null;
  const own = file.functions().find((fn) => fn.name === name);
  return own === undefined ? null : kindOfResult(file, own);
}

function kindOfResult(file: GoFile, { parameters, body }: GoFunction): Kind {
  const result = file.partner(parameters) + 1;
  if (body - result !== 1) return null;
  return kindOfType(file.text(result));
}

function kindOfType(text: string): Kind {
  if (text === 'string') return 'string';
  return NUMERIC.test(text) ? 'other' : null;
}

/** A field of a struct that is declared in this file; where several have the name, all must agree. */
function kindOfField(file: GoFile, name: string): Kind {
  let kind: Kind = null;
  for (let i = 0; i < file.tokens.length; i++) {
    if (file.text(i) !== name || file.text(i - 1) === '.') continue;
    const type = file.behindNames(i);
    if (!file.isWord(type) || file.tokens.line[type] !== file.tokens.line[i]) continue;
    const known = kindOfType(file.text(type));
    if (known === null || (kind !== null && kind !== known)) return null;
    kind = known;
  }
  return kind;
}

/** A variable, parameter or constant: as the function around the expression declares it, else the file. */
function kindOfName(file: GoFile, name: string, from: Span, depth: number): Kind {
  const around = file.functionAround(from.first);
  if (around !== null) {
    for (let i = from.first - 1; i > around.parameters; i--) {
      const kind = file.text(i) === name ? kindDeclaredAt(file, i, depth) : null;
      if (kind !== null) return kind;
    }
  }
  for (let i = 0; i < file.tokens.length; i++) {
    if (file.text(i) !== name || file.functionAround(i) !== null) continue;
    const kind = kindDeclaredAt(file, i, depth);
    if (kind !== null) return kind;
  }
  return null;
}

/** What the place where a name stands says of it: `name string`, `name, other string`, `name := "x"`. */
function kindDeclaredAt(file: GoFile, token: number, depth: number): Kind {
  if (file.text(token - 1) === '.') return null;
  const next = file.behindNames(token);
  if (file.isWord(next)) {
    // On the next line another statement begins.
    const isType = file.tokens.line[next] === file.tokens.line[token];
    return isType ? kindOfType(file.text(next)) : null;
  }
  const sign = file.text(token + 1);
  if (sign !== ':=' && sign !== '=') return null;
  const operand = operandFrom(file, token + 2);
  if (operand.end <= operand.first) return null;
  return kindOf(file, operand, { first: token, end: token + 1 }, depth + 1);
}

function isFirstOfLine(file: GoFile, token: number): boolean {
  return file.tokens.line[token] !== file.tokens.line[token - 1];
}

/** Of a joining sign, `+` or `+=`: its two sides. */
export function sidesOf(file: GoFile, sign: number): { left: Span; right: Span } {
  return { left: operandBefore(file, sign), right: operandFrom(file, sign + 1) };
}
