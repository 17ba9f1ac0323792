import type { GoFile, Span } from './go-file.ts';

/** How a slice begins that is appended to, as far as its function tells. */
export type SliceStart =
  /** Nil, or empty and without room: every append but some grows it. */
  | 'empty'
  /** With room that was asked for. */
  | 'roomy'
  /** Full: `make([]T, n)` or a literal with elements. */
  | 'full'
  /** Cut from another one, whose room it uses. */
  | 'reused'
  /** A field, a parameter, a result of a call. */
  | 'unknown';

/** How the slice begins that stands at `span`, going by what stands before it in its function. */
export function sliceStart(file: GoFile, span: Span): SliceStart {
  if (file.text(span.end - 1) === ']' && isCut(file, span.end - 1)) return 'reused';
  if (span.end - span.first !== 1 || !file.isWord(span.first)) return 'unknown';
  const name = file.text(span.first);
  const around = file.functionAround(span.first);
  if (around === null) return 'unknown';
  const results = file.partner(around.parameters);
  for (let i = span.first - 1; i > around.parameters; i--) {
    if (file.text(i) !== name || file.text(i - 1) === '.') continue;
    const start = i > around.body ? startDeclaredAt(file, i, name) : null;
    if (start !== null) return start;
    if (i < around.body && file.text(i + 1) === '[') return i > results ? 'empty' : 'unknown';
  }
  return 'unknown';
}

function startDeclaredAt(file: GoFile, token: number, name: string): SliceStart | null {
  const next = file.text(token + 1);
  if (next === '[') {
    // `var name []T` or `name []T` in a group of variables; `name[i]` is none.
    const isType = file.text(token + 2) === ']' && isDeclared(file, token);
    return isType ? 'empty' : null;
  }
  if (next !== ':=' && next !== '=') return null;
  const value = token + 2;
  if (file.is(value, 'nil')) return 'empty';
  if (file.is(value, 'make', '(')) return startOfMake(file, value + 1);
  if (file.is(value, '[', ']')) return startOfLiteral(file, value + 2);
  // `name = append(name, …)` says nothing of how it began.
  if (file.is(value, 'append', '(', name)) return null;
  if (next === ':=' && file.text(value) === 'append') return 'unknown';
  const cut = cutAfter(file, value);
  if (cut) return 'reused';
  return next === ':=' ? 'unknown' : null;
}

function startOfMake(file: GoFile, open: number): SliceStart {
  const [, length, room] = file.arguments(open);
  if (room !== undefined) return file.textOf(room) === '0' ? 'empty' : 'roomy';
  if (length === undefined) return 'unknown';
  return file.textOf(length) === '0' ? 'empty' : 'full';
}

/** `[]T{}` and `[]T(nil)`, from the type of the elements on. */
function startOfLiteral(file: GoFile, type: number): SliceStart {
  let at = type;
  while (file.isWord(at) || ['.', '*'].includes(file.text(at))) at++;
  if (file.text(at) === '{') return file.partner(at) === at + 1 ? 'empty' : 'full';
  return file.is(at, '(', 'nil', ')') ? 'empty' : 'unknown';
}

/** Whether `name [` begins a declaration: behind `var`, or first of a line in a group of variables. */
function isDeclared(file: GoFile, token: number): boolean {
  if (file.text(token - 1) === 'var') return true;
  return file.tokens.line[token] !== file.tokens.line[token - 1] && file.isWord(token + 3);
}

/** Whether a bracket closes a cut such as `x[:0]`. */
function isCut(file: GoFile, close: number): boolean {
  const open = file.partner(close);
  for (let i = open + 1; i < close; i++) if (file.text(i) === ':') return true;
  return false;
}

function cutAfter(file: GoFile, value: number): boolean {
  let at = value;
  while (file.isWord(at) || file.text(at) === '.') at++;
  return file.text(at) === '[' && at > value && isCut(file, file.partner(at));
}
