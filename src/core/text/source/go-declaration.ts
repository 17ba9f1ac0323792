import { parseGoName } from '../go-name.ts';

/** How the source of a function begins, as far as its symbol tells. */
export type Beginning =
  /** `func NAME(`, of a method with its receiver before the name. */
  | { readonly kind: 'named'; readonly name: string; readonly isMethod: boolean }
  /** A function literal. */
  | { readonly kind: 'literal' }
  /** Nothing is known: the compiler or the linker made it, or another language. */
  | { readonly kind: 'unknown' };

/** How the source of a Go function begins. */
export function beginningOf(symbol: string): Beginning {
  const { packagePath, receiver, name } = parseGoName(symbol);
  const bracket = name.indexOf('[');
  const bare = bracket < 0 ? name : name.slice(0, bracket) + name.slice(name.lastIndexOf(']') + 1);
  const [own = '', ...made] = bare.split('.');
  const last = made.at(-1) ?? '';
  if (packagePath === '' || name.endsWith('-fm')) return { kind: 'unknown' };
  if (/^func\d+$|^\d+$/.test(last) && own !== 'init') return { kind: 'literal' };
  if (own === 'init' && /^\d+$/.test(last)) return { kind: 'named', name: own, isMethod: false };
  // What is made of a go or defer statement, of a range over a function, or of the values of variables.
  if (made.length > 0 || own === 'init' || !/^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(own)) {
    return { kind: 'unknown' };
  }
  return { kind: 'named', name: own, isMethod: receiver !== '' };
}

/** Whether a function may begin on a line of Go source. */
export function beginsOn(line: string, beginning: Beginning): boolean {
  if (beginning.kind === 'literal') return line.includes('func');
  if (beginning.kind === 'unknown') return true;
  const { name, isMethod } = beginning;
  if (!line.startsWith('func ')) return false;
  const at = isMethod ? line.indexOf(`) ${name}`) + 2 : 'func '.length;
  return at > 1 && line.startsWith(name, at) && /^[([]/.test(line.slice(at + name.length));
}

/** The line on which a named function is declared, 1-based; 0 where it is not. */
export function declarationOf(lines: readonly string[], beginning: Beginning): number {
  if (beginning.kind !== 'named') return 0;
  return lines.findIndex((line) => beginsOn(line, beginning)) + 1;
}

/** Lines from the first to the last, 1-based. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The declaration at the top of a Go file that a line is in, as gofmt sets it: from `func` at the beginning of a line to
 * the next closing brace there. Null where the line is in no function.
 */
export function declarationAround(lines: readonly string[], line: number): LineRange | null {
  if (line > lines.length) return null;
  let first = line;
  while (first > 0 && !lines[first - 1].startsWith('func ')) {
    if (first < line && lines[first - 1].startsWith('}')) return null;
    first--;
  }
  if (first === 0) return null;
  if (isOneLine(lines[first - 1])) return first === line ? { first, last: first } : null;
  let last = first + 1;
  while (last <= lines.length && !lines[last - 1].startsWith('}')) last++;
  return { first, last: Math.min(last, lines.length) };
}

/** `func F() { … }`, and what is declared here and written elsewhere, in assembly. */
function isOneLine(line: string): boolean {
  const code = line.trimEnd();
  return code.endsWith('}') || !(code.includes('{') || code.endsWith('(') || code.endsWith(','));
}

/**
 * The lines of a function in its file: of its declaration, or of the one that it is a part of. Null where that is not
 * found.
 *
 * @param startLine where the profile says that it starts, 1-based; 0 when unknown
 * @param valued a line that is in it by the profile; 0 when unknown
 */
export function functionRange(
  lines: readonly string[],
  symbol: string,
  startLine: number,
  valued: number,
): LineRange | null {
  const declared = declarationOf(lines, beginningOf(symbol));
  const line = [declared, startLine, valued].find((one) => one > 0);
  return line === undefined ? null : declarationAround(lines, line);
}
