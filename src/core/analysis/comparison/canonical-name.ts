import { parseGoName } from '../../text/go-name.ts';

/** A Go symbol without what a rebuild may change in it, from the least to the most left out. */
export interface CanonicalName {
  /** Without type arguments. */
  readonly generic: string;
  /** … and without major versions in the package path. */
  readonly version: string;
  /** The whole symbol with numbers of closures as `#`. */
  readonly closure: string;
  /** `version`, with numbers of closures as `#`. */
  readonly versionClosure: string;
  /** `version`, with closures of any kind as `*`. */
  readonly anyClosure: string;
  /** The numbers that became `#`, in the order in which they stand. */
  readonly numbers: readonly number[];
}

/**
 * The forms of a symbol by which frames of two builds are the same. null for names that are not Go's:
 * what compilers of other languages append is not known here.
 *
 * Names of closures are those of `closureName` in cmd/compile/internal/ir/func.go: `F.func1` and, within
 * a closure, `F.func1.2`; `gowrap` and `deferwrap` for go and defer statements since Go 1.22 and 1.21,
 * which were `func` before; `F-range1` for the body of a range over a function since Go 1.23; `-fm` for
 * a method value; `F.G.func1` where G was inlined into F. Closures outside all functions belong to
 * `glob.`, or to `init` in newer compilers.
 */
export function canonicalName(symbol: string): CanonicalName | null {
  const { packagePath, receiver, name } = parseGoName(symbol);
  if (packagePath === '') return null;
  const member =
    receiver === '' ? name : `${receiver.startsWith('*') ? `(${receiver})` : receiver}.${name}`;
  const bareMember = withoutTypeArguments(member);
  const unversioned = withoutMajorVersions(packagePath);
  const whole = markClosures(member);
  const bare = bareMember === member ? whole : markClosures(bareMember);
  return {
    generic: `${packagePath}.${bareMember}`,
    version: `${unversioned}.${bareMember}`,
    closure: `${packagePath}.${whole.numbered}`,
    versionClosure: `${unversioned}.${bare.numbered}`,
    anyClosure: `${unversioned}.${bare.any}`,
    numbers: bare.numbers,
  };
}

/**
 * An import path without major versions: `example.com/x/v2/y` and, as gopkg.in has them,
 * `gopkg.in/yaml.v3` (https://go.dev/ref/mod#major-version-suffixes).
 */
export function withoutMajorVersions(path: string): string {
  return path.split('/').filter(isNoVersion).map(withoutDottedVersion).join('/');
}

/** There is no `/v0` or `/v1` in Go's module paths: those are packages that are called so. */
const isNoVersion = (element: string, at: number) =>
  at === 0 || !/^v(?:[2-9]|[1-9]\d+)$/.test(element);

const withoutDottedVersion = (element: string) => {
  const dot = element.lastIndexOf('.v');
  return dot > 0 && /^\d+$/.test(element.slice(dot + 2)) ? element.slice(0, dot) : element;
};

/** A name without its outermost `[…]`; as it is where they do not close. */
function withoutTypeArguments(member: string): string {
  if (!member.includes('[')) return member;
  let kept = '';
  let depth = 0;
  let start = 0;
  for (let at = 0; at < member.length; at++) {
    const character = member.charAt(at);
    if (character === '[' && depth++ === 0) kept += member.slice(start, at);
    else if (character === ']' && depth > 0 && --depth === 0) start = at + 1;
  }
  return depth > 0 ? member : kept + member.slice(start);
}

interface MarkedClosures {
  readonly numbered: string;
  readonly any: string;
  readonly numbers: number[];
}

/** Finds what the compiler numbered in a function or method, given without its package. */
function markClosures(member: string): MarkedClosures {
  const numbers: number[] = [];
  const parts = splitOutsideBrackets(member);
  // The user's own functions may be called func1: what is named first, or after a receiver, is theirs.
  const own = member.startsWith('(') ? 2 : 1;
  const numbered: string[] = [];
  let any = '';
  parts.forEach((part, at) => {
    const { head, ranges, rest } = splitRanges(part);
    const [, kind, number] =
      (at >= own ? /^(func|gowrap|deferwrap|)(\d+)$/.exec(head) : null) ?? [];
    if (number !== undefined) numbers.push(Number(number));
    numbers.push(...ranges);
    const rangeMarks = ranges.map(() => '-range#').join('');
    numbered.push(`${number === undefined ? head : `${kind}#`}${rangeMarks}${rest}`);
    any += number === undefined ? `.${head}` : '.*';
    any += ranges.map(() => '.*').join('') + rest;
  });
  return {
    numbered: numbered.join('.'),
    any: any.startsWith('.glob..') ? `init.${any.slice('.glob..'.length)}` : any.slice(1),
    numbers,
  };
}

/** Takes `-range1-range2-fm` off the end of a part, by hand so that no text takes more than one pass. */
function splitRanges(part: string): { head: string; ranges: number[]; rest: string } {
  const rest = part.endsWith('-fm') ? '-fm' : '';
  const ranges: number[] = [];
  let end = part.length - rest.length;
  for (;;) {
    let digits = end;
    while (digits > 0 && isDigit(part.charCodeAt(digits - 1))) digits--;
    if (digits === end || !part.endsWith('-range', digits)) break;
    ranges.push(Number(part.slice(digits, end)));
    end = digits - '-range'.length;
  }
  return { head: part.slice(0, end), ranges: ranges.reverse(), rest };
}

const isDigit = (code: number) => code >= 48 && code <= 57;

function splitOutsideBrackets(text: string): string[] {
  if (!/[[({]/.test(text)) return text.split('.');
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '.' && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    } else if ('[({'.includes(character)) depth++;
    else if ('])}'.includes(character) && depth > 0) depth--;
  }
  parts.push(text.slice(start));
  return parts;
}
