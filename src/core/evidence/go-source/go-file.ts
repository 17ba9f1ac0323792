import { type GoTokens, scanGo, TokenKind } from './scan.ts';

/** Tokens [first, end) of a file. */
export interface Span {
  readonly first: number;
  readonly end: number;
}

/** How many names a list is followed for. */
const MOST_NAMES = 16;

/** A function with a name: where its signature and its body stand. */
export interface GoFunction {
  readonly name: string;
  /** The bracket that its parameters begin with. */
  readonly parameters: number;
  /** The bracket that its body begins with. */
  readonly body: number;
  /** One past the bracket that its body ends with. */
  readonly end: number;
}

/** Keywords that a statement with a block begins with, and what cannot stand between them and the block. */
const HEADS: ReadonlySet<string> = new Set(['for', 'func', 'if', 'switch']);
const BEFORE_HEADS: ReadonlySet<string> = new Set(['select', ';', '{', '}']);

/** A Go file that can be asked about its lines. Text in it comes from outside and is never to be trusted. */
export class GoFile {
  readonly lines: readonly string[];
  readonly tokens: GoTokens;
  private readonly source: string;
  /** Where each line begins in the text. */
  private readonly lineStart: readonly number[];
  private found: readonly GoFunction[] | null = null;

  constructor(source: string) {
    this.source = source;
    this.lines = source.split('\n');
    this.tokens = scanGo(source);
    let start = 0;
    this.lineStart = this.lines.map((line) => {
      const begin = start;
      start += line.length + 1;
      return begin;
    });
  }

  /** Text of a token; '' where there is none. */
  text(token: number): string {
    return this.isToken(token)
      ? this.source.slice(this.tokens.start[token], this.tokens.end[token])
      : '';
  }

  /** Text of some tokens, as it stands in the file but on one line. */
  textOf({ first, end }: Span): string {
    if (first >= end) return '';
    const text = this.source.slice(this.tokens.start[first], this.tokens.end[end - 1]);
    return text.replace(/\s+/g, ' ');
  }

  /** A line without the space around it; '' where there is none. */
  lineText(line: number): string {
    return (this.lines[line - 1] ?? '').trim();
  }

  isWord(token: number): boolean {
    return this.isToken(token) && this.tokens.kind[token] === TokenKind.word;
  }

  isString(token: number): boolean {
    return this.isToken(token) && this.tokens.kind[token] === TokenKind.string;
  }

  isNumber(token: number): boolean {
    if (!this.isToken(token)) return false;
    const kind = this.tokens.kind[token];
    return kind === TokenKind.number || kind === TokenKind.rune;
  }

  /** The partner of a bracket; -1 where it has none. */
  partner(token: number): number {
    return this.isToken(token) ? this.tokens.partner[token] : -1;
  }

  /** Tokens that begin on a line, from 1. */
  tokensOf(line: number): Span {
    return { first: this.firstFrom(line), end: this.firstFrom(line + 1) };
  }

  /** Whether the words stand from a token on: `is(i, 'fmt', '.', 'Sprintf', '(')`. */
  is(token: number, ...words: readonly string[]): boolean {
    return words.every((word, i) => this.text(token + i) === word);
  }

  /** The token at a column as the compiler counts: bytes of UTF-8, from 1. -1 where there is none. */
  tokenAt(line: number, column: number): number {
    const text = this.lines[line - 1];
    if (text === undefined || column < 1) return -1;
    const { first, end } = this.tokensOf(line);
    if (first >= end) return -1;
    const lineStart = this.lineStart[line - 1];
    let unit = 0;
    for (let bytes = 1; bytes < column && unit < text.length; unit++) {
      bytes += utf8Bytes(text.charCodeAt(unit));
    }
    for (let token = first; token < end; token++) {
      const offset = this.tokens.start[token] - lineStart;
      if (offset <= unit && unit < this.tokens.end[token] - lineStart) return token;
    }
    return -1;
  }

  /** The arguments between a bracket and its partner, one span each. */
  arguments(open: number): readonly Span[] {
    const close = this.partner(open);
    const spans: Span[] = [];
    let first = open + 1;
    for (let token = first; token < close; token++) {
      const partner = this.partner(token);
      if (partner > token) token = partner;
      else if (this.text(token) === ',') {
        spans.push({ first, end: token });
        first = token + 1;
      }
    }
    if (first < close) spans.push({ first, end: close });
    return spans;
  }

  /** The named function that a token stands in; null outside of all. */
  functionAround(token: number): GoFunction | null {
    return (
      this.functions().find(({ parameters, end }) => parameters < token && token < end) ?? null
    );
  }

  /** The named functions and methods, in their order. */
  functions(): readonly GoFunction[] {
    this.found ??= this.findFunctions();
    return this.found;
  }

  /**
   * The token behind a list of names that begins at a word: at the type in `a, b string`, at the sign in
   * `a, b := f()`. A list of more names than people write is not followed to its end.
   */
  behindNames(token: number): number {
    let next = token + 1;
    for (let names = 1; names < MOST_NAMES; names++) {
      if (this.text(next) !== ',' || !this.isWord(next + 1)) break;
      next += 2;
    }
    return next;
  }

  /** Whether a token stands in the body of a loop, of the innermost function around it. */
  isInLoop(token: number): boolean {
    for (let open = this.blockAround(token); open >= 0; open = this.blockAround(open)) {
      const head = this.headOf(open);
      if (head === 'for') return true;
      if (head === 'func') return false;
    }
    return false;
  }

  private isToken(token: number): boolean {
    return token >= 0 && token < this.tokens.length;
  }

  private firstFrom(line: number): number {
    let low = 0;
    let high = this.tokens.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.tokens.line[middle] < line) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The innermost bracket that a token stands in; -1 outside of all. */
  bracketAround(token: number): number {
    for (let i = token - 1; i >= 0; i--) {
      const partner = this.partner(i);
      if (partner >= 0 && partner < i) i = partner;
      else if (partner > token) return i;
    }
    return -1;
  }

  /** The brace whose block a token stands in; -1 outside of all. */
  private blockAround(token: number): number {
    let open = this.bracketAround(token);
    while (open >= 0 && this.text(open) !== '{') open = this.bracketAround(open);
    return open;
  }

  /** The token behind a bracket and all that it holds; the next one where it has no partner. */
  behind(token: number): number {
    return Math.max(this.partner(token), token) + 1;
  }

  /** The keyword of the statement that a block belongs to: `for`, `func`, `if`, …; '' where there is none. */
  private headOf(open: number): string {
    const line = this.tokens.line[open];
    for (let i = open - 1; i >= 0; i--) {
      const text = this.text(i);
      if (HEADS.has(text)) return text;
      // `for i := 0; i < n; i++ {` and `for x := range T{1} {` have these in their heads.
      const isInHead = (text === ';' || text === '}') && this.tokens.line[i] === line;
      if (!isInHead && BEFORE_HEADS.has(text)) return '';
      const partner = this.partner(i);
      if (partner >= 0 && partner < i) i = partner;
    }
    return '';
  }

  private findFunctions(): GoFunction[] {
    const functions: GoFunction[] = [];
    for (let token = 0; token < this.tokens.length; token++) {
      const partner = this.partner(token);
      if (this.text(token) !== 'func') {
        if (partner > token) token = partner;
        continue;
      }
      let name = token + 1;
      if (this.text(name) === '(') name = this.behind(name);
      let parameters = name + 1;
      if (this.text(parameters) === '[') parameters = this.behind(parameters);
      if (!this.isWord(name) || this.text(parameters) !== '(') continue;
      const body = this.bodyAfter(this.partner(parameters));
      if (body < 0) continue;
      const end = this.partner(body) + 1;
      functions.push({ name: this.text(name), parameters, body, end });
      token = end - 1;
    }
    return functions;
  }

  /** The brace of a body after its parameters and results; -1 of a function that is only declared. */
  private bodyAfter(parametersEnd: number): number {
    if (parametersEnd < 0) return -1;
    for (let i = parametersEnd + 1; i < this.tokens.length; i++) {
      const text = this.text(i);
      if (text === 'func' && this.text(i + 1) !== '(') return -1;
      if (text === '{') {
        const before = this.text(i - 1);
        if (before !== 'interface' && before !== 'struct') return this.partner(i) < 0 ? -1 : i;
      }
      const partner = this.partner(i);
      if (partner > i) i = partner;
    }
    return -1;
  }
}

function utf8Bytes(unit: number): number {
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  // Either half of a pair, which takes four together.
  return unit >= 0xd800 && unit <= 0xdfff ? 2 : 3;
}
