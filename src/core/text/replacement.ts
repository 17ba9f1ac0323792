import { RE2JS, RE2JSGroupException } from 're2js';
import { explainRefusal, longestPattern, type PatternError } from './pattern.ts';
import { visibleText } from './visible-text.ts';

/** Replaces every match in a text. */
export type Replace = (text: string) => string;

/**
 * Makes a replacement of a regular expression in Go's syntax, which takes time linear in the text.
 *
 * In `replacement`, `$1` and `${name}` stand for groups, and a backslash takes the next character as
 * it is: the rules of RE2/J's `Matcher.appendReplacement`. Groups that did not match are empty.
 */
export function compileReplacement(pattern: string, replacement: string): Replace | PatternError {
  if (pattern === '') return { error: 'The pattern is empty: it would match everywhere.' };
  if (pattern.length > longestPattern || replacement.length > longestPattern) {
    return {
      error: `The pattern or its replacement is too long: at most ${longestPattern} characters are allowed.`,
    };
  }
  try {
    const expression = RE2JS.compile(pattern);
    // References are looked at when something matches: here the empty text does, at the latest by `|`.
    RE2JS.compile(`(?:${pattern})|`).matcher('').replaceAll(replacement, true);
    return (text) => expression.matcher(text).replaceAll(replacement, true);
  } catch (thrown) {
    if (!(thrown instanceof RE2JSGroupException)) {
      return { error: explainRefusal(thrown, true) };
    }
    const quoted = visibleText(replacement.slice(0, 40));
    return {
      error: `The replacement refers to a group that the pattern does not have, or to none: “${quoted}”. A plain $ is written \\$.`,
    };
  }
}
