import { baseName } from '../text/path.ts';

const BEFORE_WORDS: ReadonlySet<string> = new Set(['before', 'old', 'base', 'baseline', 'prev']);
const AFTER_WORDS: ReadonlySet<string> = new Set(['after', 'new', 'fix', 'fixed', 'patched']);

/** How many names of a path are looked at, the file's being the first. */
const NAMES = 3;

/** Which side of a comparison a file is about by its name, or by the folders that it lies in; null if they do not say. */
export function sideByName(name: string, path: string): 'before' | 'after' | null {
  const names = path.split(/[/\\]/).reverse();
  if (names[0] !== baseName(name)) names.unshift(...name.split('/').reverse());
  for (const part of names.slice(0, NAMES)) {
    const words = part.toLowerCase().split(/[^a-z]+/);
    const isBefore = words.some((word) => BEFORE_WORDS.has(word));
    const isAfter = words.some((word) => AFTER_WORDS.has(word));
    if (isBefore !== isAfter) return isBefore ? 'before' : 'after';
  }
  return null;
}
