/**
 * The tokens of a Go file, as columns, comments left out (https://go.dev/ref/spec#Lexical_elements). Offsets count
 * UTF-16 units of the text.
 */
export interface GoTokens {
  readonly length: number;
  /** One of `TokenKind`. */
  readonly kind: Uint8Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Line that it begins on, from 1. */
  readonly line: Int32Array;
  /** For a bracket the token that is its partner; -1 for all else, and for brackets without one. */
  readonly partner: Int32Array;
}

/** What a token is. Keywords are words, and what they mean is told by their text. */
export const TokenKind = { word: 0, number: 1, string: 2, rune: 3, sign: 4 } as const;

/** Signs of more than one character, the longest first. */
const LONG_SIGNS = [
  ...['<<=', '>>=', '&^=', '...', '&&', '||', '<-', '++', '--', '==', '!=', '<=', '>='],
  ...[':=', '+=', '-=', '*=', '/=', '%=', '&=', '|=', '^=', '<<', '>>', '&^'],
];

const WORD_BEGIN = /[\p{L}_]/u;
const WORD = /[\p{L}\p{Nd}_]+/uy;
const NUMBER = /\.?[0-9](?:[eEpP][+-]|[0-9a-zA-Z_.])*/y;

/**
 * Takes a Go file apart into tokens, in one pass. A file that is damaged, or no Go at all, gives tokens all the
 * same; nothing throws.
 */
export function scanGo(text: string): GoTokens {
  const kind: number[] = [];
  const start: number[] = [];
  const end: number[] = [];
  const line: number[] = [];
  let lineNumber = 1;
  let at = 0;

  const add = (tokenKind: number, until: number): void => {
    kind.push(tokenKind);
    start.push(at);
    end.push(until);
    line.push(lineNumber);
    at = until;
  };
  /** Counts the lines that are passed over with what spans them. */
  const pass = (until: number): void => {
    for (let i = at; i < until; i++) if (text.charCodeAt(i) === 10) lineNumber++;
    at = until;
  };

  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '\n') {
      pass(at + 1);
    } else if (char === ' ' || char === '\t' || char === '\r') {
      at++;
    } else if (text.startsWith('//', at)) {
      at = indexOrEnd(text, '\n', at);
    } else if (text.startsWith('/*', at)) {
      pass(Math.min(text.length, indexOrEnd(text, '*/', at + 2) + 2));
    } else if (char === '`') {
      const begin = lineNumber;
      const from = at;
      add(TokenKind.string, Math.min(text.length, indexOrEnd(text, '`', at + 1) + 1));
      for (let i = from; i < at; i++) if (text.charCodeAt(i) === 10) lineNumber++;
      line[line.length - 1] = begin;
    } else if (char === '"' || char === "'") {
      add(char === '"' ? TokenKind.string : TokenKind.rune, quotedEnd(text, at));
    } else if (/[0-9]/.test(char) || (char === '.' && /[0-9]/.test(text.charAt(at + 1)))) {
      add(TokenKind.number, matchEnd(NUMBER, text, at));
    } else if (WORD_BEGIN.test(char)) {
      add(TokenKind.word, matchEnd(WORD, text, at));
    } else {
      const long = LONG_SIGNS.find((sign) => text.startsWith(sign, at));
      add(TokenKind.sign, at + (long?.length ?? 1));
    }
  }
  const length = kind.length;
  return {
    length,
    kind: Uint8Array.from(kind),
    start: Int32Array.from(start),
    end: Int32Array.from(end),
    line: Int32Array.from(line),
    partner: partnersOf(text, start, end),
  };
}

/** Where a string or rune ends that begins here: behind its quote, or at the end of its line where it has none. */
function quotedEnd(text: string, begin: number): number {
  const quote = text.charAt(begin);
  for (let i = begin + 1; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '\\') i++;
    else if (char === quote) return i + 1;
    else if (char === '\n') return i;
  }
  return text.length;
}

function matchEnd(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : at + 1;
}

function indexOrEnd(text: string, sought: string, from: number): number {
  const index = text.indexOf(sought, from);
  return index < 0 ? text.length : index;
}

const PARTNER: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

function partnersOf(text: string, start: readonly number[], end: readonly number[]): Int32Array {
  const partner = new Int32Array(start.length).fill(-1);
  const open: number[] = [];
  for (let i = 0; i < start.length; i++) {
    if (end[i] - start[i] !== 1) continue;
    const char = text.charAt(start[i]);
    if (char === '(' || char === '[' || char === '{') open.push(i);
    const wanted = PARTNER[char];
    if (wanted === undefined) continue;
    const last = open.at(-1);
    // A bracket that closes nothing is passed over, as is one that is never closed.
    if (last === undefined || text.charAt(start[last]) !== wanted) continue;
    open.pop();
    partner[last] = i;
    partner[i] = last;
  }
  return partner;
}
