import { RE2JS, RE2JSException, RE2JSSyntaxException } from 're2js';
import { visibleText } from './visible-text.ts';

/** What a user typed into a search, filter or focus field. */
export interface PatternSource {
  readonly text: string;
  /** Whether `text` is a regular expression in RE2 syntax, rather than plain text. */
  readonly regex: boolean;
  readonly caseSensitive: boolean;
}

/** Where a match lies, in UTF-16 units; `end` is the first unit after it. */
interface MatchRange {
  readonly start: number;
  readonly end: number;
}

/** A pattern ready to use. It matches anywhere in a text. */
export interface Pattern {
  readonly matches: (text: string) => boolean;
  /** The leftmost match; null if there is none. */
  readonly firstMatchRange: (text: string) => MatchRange | null;
}

/** A sentence for the user about what is wrong with the pattern. */
export interface PatternError {
  readonly error: string;
}

export const longestPattern = 10_000;

/**
 * Makes a pattern of what a user typed. An empty one matches everything.
 *
 * Regular expressions have Go's syntax, that of pprof's `-focus`, and take time linear in the text:
 * no pattern can hang. They know neither look-around nor back-references.
 */
export function compilePattern(source: PatternSource): Pattern | PatternError {
  if (source.text.length > longestPattern) {
    return { error: `The pattern is too long: at most ${longestPattern} characters are allowed.` };
  }
  return source.regex ? expressionPattern(source) : plainPattern(source);
}

function plainPattern({ text: wanted, caseSensitive }: PatternSource): Pattern {
  const fold = caseSensitive ? (text: string) => text : foldCase;
  const needle = fold(wanted);
  return {
    matches: (text) => fold(text).includes(needle),
    firstMatchRange: (text) => {
      const start = fold(text).indexOf(needle);
      return start < 0 ? null : { start, end: start + needle.length };
    },
  };
}

/** Lower case, unit for unit: letters whose lower case has another length stay, so ranges hold. */
function foldCase(text: string): string {
  const lower = lowerCase(text);
  if (lower.length === text.length) return lower;
  return Array.from(text, (character) => {
    const lowered = lowerCase(character);
    return lowered.length === character.length ? lowered : character;
  }).join('');
}

/** A sigma's lower case depends on where it stands, which a part of a text cannot know. */
const lowerCase = (text: string) => text.toLowerCase().replaceAll('ς', 'σ');

function expressionPattern({ text, caseSensitive }: PatternSource): Pattern | PatternError {
  try {
    const expression = RE2JS.compile(text, caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE);
    return {
      matches: (candidate) => expression.test(candidate),
      firstMatchRange: (candidate) => {
        const matcher = expression.matcher(candidate);
        return matcher.find() ? { start: matcher.start(), end: matcher.end() } : null;
      },
    };
  } catch (thrown) {
    return { error: explainRefusal(thrown, caseSensitive) };
  }
}

/** A sentence about why a regular expression was refused; throws on what is no refusal. */
export function explainRefusal(thrown: unknown, caseSensitive: boolean): string {
  if (!(thrown instanceof RE2JSException)) throw thrown;
  if (!(thrown instanceof RE2JSSyntaxException)) {
    return 'The regular expression is too large.';
  }
  const reported = thrown.getPattern() ?? '';
  // The library puts the flag in front of the pattern, where the user did not write it.
  const place = caseSensitive ? reported : reported.replace(/^\(\?i\)/, '');
  if (/^\(\?<?[=!]/.test(place)) {
    return 'Look-ahead and look-behind are not available in regular expressions here.';
  }
  if (/^\\[1-9]/.test(place)) {
    return 'Back-references are not available in regular expressions here.';
  }
  const quoted = place === '' ? '' : `, at “${visibleText(place.slice(0, 40))}”`;
  return `This is not a regular expression: ${thrown.getDescription()}${quoted}.`;
}
