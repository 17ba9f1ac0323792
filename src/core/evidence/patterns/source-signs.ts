import type { GoFile, Span } from '../go-source/go-file.ts';
import type { SourceFacts } from './facts.ts';

/** A call on a line. */
export interface LineCall {
  /** As written: `fmt.Sprintf`, `append`, `[]byte`. */
  readonly called: string;
  /** The bracket that its arguments begin with. */
  readonly open: number;
  readonly arguments: readonly Span[];
}

/** The calls and conversions that begin on a line, from left to right; of a generic function without its types. */
export function callsOn({ file, line }: SourceFacts): readonly LineCall[] {
  const { first, end } = file.tokensOf(line);
  const calls: LineCall[] = [];
  for (let open = first; open < end; open++) {
    if (file.text(open) !== '(' || file.partner(open) < 0) continue;
    const called = calledBefore(file, open);
    if (called !== '') calls.push({ called, open, arguments: file.arguments(open) });
  }
  return calls;
}

function calledBefore(file: GoFile, open: number): string {
  let first = open;
  // Behind a generic function stand its types in brackets.
  let end = open;
  if (file.text(open - 1) === ']' && file.isWord(file.partner(open - 1) - 1)) {
    end = file.partner(open - 1);
    first = end;
  }
  while (file.isWord(first - 1)) {
    first--;
    if (file.text(first - 1) !== '.') break;
    first--;
    if (!file.isWord(first - 1)) break;
  }
  if (first === end) return '';
  const name = file.textOf({ first: file.text(first) === '.' ? first + 1 : first, end });
  if (name === 'func') return '';
  // `[]byte(` and `[]rune(`.
  return file.text(first - 1) === ']' && file.text(first - 2) === '[' ? `[]${name}` : name;
}

/** A line of source as a quote: `keys.go`'s `key += Sep + tenant`. */
export function quoted({ file, line }: SourceFacts): string {
  return file.lineText(line);
}

/** Names of variables in a file that are declared as a `sync.Pool`, or take one. */
export function poolNames(file: GoFile): ReadonlySet<string> {
  const names = new Set<string>();
  for (let i = 0; i < file.tokens.length; i++) {
    if (!file.is(i, 'sync', '.', 'Pool')) continue;
    let before = i - 1;
    while (['&', '=', ':=', '*', 'var'].includes(file.text(before))) before--;
    if (file.isWord(before)) names.add(file.text(before));
  }
  return names;
}

/** Names in the function around a line that hold what a pool's `Get` gave, or that go back by its `Put`. */
export function pooledNames({ file, line }: SourceFacts): ReadonlySet<string> {
  const names = new Set<string>();
  const pools = poolNames(file);
  const around = file.functionAround(file.tokensOf(line).first);
  if (around === null) return names;
  for (let i = around.body; i < around.end; i++) {
    if (!file.isWord(i) || !pools.has(file.text(i))) continue;
    if (file.is(i + 1, '.', 'Get', '(', ')')) {
      let before = i - 1;
      while (file.isWord(before) && file.text(before + 1) === '.') before--;
      if ([':=', '='].includes(file.text(before)) && file.isWord(before - 1)) {
        names.add(file.text(before - 1));
      }
    }
    if (file.is(i + 1, '.', 'Put', '(') && file.isWord(i + 4) && file.text(i + 5) === ')') {
      names.add(file.text(i + 4));
    }
  }
  return names;
}
