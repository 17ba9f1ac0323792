import { baseName } from '../../text/path.ts';
import { visibleText } from '../../text/visible-text.ts';
import { formatDuration } from '../../units/duration.ts';

/** What is known of a profile without reading it. */
export interface ProfileFacts {
  /** File name to show. */
  readonly name: string;
  /** Where it came from; '' when only the bytes are known. */
  readonly path: string;
  /** Milliseconds since 1970-01-01 UTC; null when unknown. */
  readonly timeMillis: number | null;
}

/** Which of two profiles to take for the one before. */
export interface SuggestedOrder {
  readonly first: 'a' | 'b';
  /** What the end of `… is before, since` could be, of the first: `it was taken 38 s earlier`. */
  readonly reason: string;
}

const BEFORE_WORDS = words(
  'before base baseline old orig original main master trunk prev previous pre control reference ref start slow',
);
const AFTER_WORDS = words(
  'after new branch feature next post current candidate experiment head pr patch patched fix fixed opt optimised optimized improved end fast',
);

/**
 * Suggests which of two profiles is the one before: by the words and numbers in the names of files and
 * folders that tell them apart, the innermost first; where those say nothing, by when they were taken.
 */
export function suggestBefore(a: ProfileFacts, b: ProfileFacts): SuggestedOrder {
  return (
    byNames(a, b) ??
    byTimes(a, b) ?? {
      first: 'a',
      reason: 'it was opened first; neither names nor times tell which is older',
    }
  );
}

/** A file or a folder in which the paths differ. */
interface Difference {
  readonly kind: 'file' | 'folder';
  readonly a: string;
  readonly b: string;
}

function byNames(a: ProfileFacts, b: ProfileFacts): SuggestedOrder | null {
  const differences = differencesOf(a, b);
  for (const rule of [byWords, byNumbers]) {
    for (const difference of differences) {
      const suggested = rule(difference);
      if (suggested !== null) return suggested;
    }
  }
  return null;
}

function differencesOf(a: ProfileFacts, b: ProfileFacts): Difference[] {
  const [pathA, pathB] = [pathOf(a), pathOf(b)];
  const differences: Difference[] = [];
  for (let depth = 0; depth < Math.max(pathA.length, pathB.length); depth++) {
    const difference = { a: pathA[depth] ?? '', b: pathB[depth] ?? '' };
    if (difference.a === difference.b) continue;
    differences.push({ kind: depth === 0 ? 'file' : 'folder', ...difference });
  }
  return differences;
}

/** File and folders, innermost first. */
function pathOf({ name, path }: ProfileFacts): string[] {
  const parts = path.split(/[/\\]/).filter((part) => part !== '');
  if (name !== '' && parts.at(-1) !== baseName(name)) parts.push(baseName(name));
  return parts.reverse();
}

function byWords({ kind, a, b }: Difference): SuggestedOrder | null {
  const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)];
  const own = [
    wordsA.filter((w) => !wordsB.includes(w)),
    wordsB.filter((w) => !wordsA.includes(w)),
  ];
  if (own[0].join() === 'a' && own[1].join() === 'b') return { first: 'a', reason: named(kind, a) };
  if (own[0].join() === 'b' && own[1].join() === 'a') return { first: 'b', reason: named(kind, b) };
  const [roleA, roleB] = own.map(roleOf);
  if (roleA === roleB) return null;
  const first = roleA === 'before' || roleB === 'after' ? 'a' : 'b';
  const [speaks, text] = first === 'a' ? [roleA, a] : [roleB, b];
  if (speaks === 'before') return { first, reason: named(kind, text) };
  return { first, reason: `the other’s ${kind} is named “${visibleText(first === 'a' ? b : a)}”` };
}

const named = (kind: string, text: string) => `its ${kind} is named “${visibleText(text)}”`;

/** What the words of a name say together; null where they say nothing or both. */
function roleOf(own: readonly string[]): 'before' | 'after' | null {
  const isBefore = own.some((word) => BEFORE_WORDS.has(word));
  const isAfter = own.some((word) => AFTER_WORDS.has(word));
  if (isBefore === isAfter) return null;
  return isBefore ? 'before' : 'after';
}

/** `heapBefore-v1.pb.gz` is heap, before, v, pb, gz. */
function wordsOf(name: string): string[] {
  const spaced = name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase();
  return spaced.split(/[^\p{L}]+/u).filter((word) => word !== '');
}

/** Names that are equal but for their numbers; one may have a number more at its end: `heap (1).pb.gz`. */
function byNumbers({ kind, a, b }: Difference): SuggestedOrder | null {
  const [numbersA, numbersB] = [numbersOf(a), numbersOf(b)];
  const bare = (name: string) => name.replace(/[\s._-]*\(?\d+\)?/g, '');
  const shape = (name: string) => name.replace(/\d+/g, '#');
  if (shape(a) === shape(b)) {
    const at = numbersA.findIndex((number, i) => compareNumbers(number, numbersB[i]) !== 0);
    if (at < 0) return null;
    const first = compareNumbers(numbersA[at], numbersB[at]) < 0 ? 'a' : 'b';
    const [low, high] = first === 'a' ? [numbersA[at], numbersB[at]] : [numbersB[at], numbersA[at]];
    return { first, reason: `its ${kind} is numbered ${low}, the other’s ${high}` };
  }
  if (bare(a) !== bare(b) || (numbersA.length > 0 && numbersB.length > 0)) return null;
  const first = numbersA.length === 0 ? 'a' : 'b';
  const number = [...numbersA, ...numbersB].join('.');
  return { first, reason: `its ${kind} has no number, the other’s is numbered ${number}` };
}

const numbersOf = (name: string): string[] => name.match(/\d+/g) ?? [];

/** Of any length: a time in digits may be too long for a double. */
function compareNumbers(one: string, other: string): number {
  const difference = BigInt(one) - BigInt(other);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function byTimes(a: ProfileFacts, b: ProfileFacts): SuggestedOrder | null {
  if (a.timeMillis === null || b.timeMillis === null || a.timeMillis === b.timeMillis) return null;
  const apart = formatDuration(Math.abs(a.timeMillis - b.timeMillis) * 1e6);
  return {
    first: a.timeMillis < b.timeMillis ? 'a' : 'b',
    reason: `it was taken ${apart} earlier`,
  };
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
