import type { SoughtProfile } from '../../../bridge/investigation.ts';
import { visibleText } from '../../../core/text/visible-text.ts';

/** What comes of having the profiles inside, or not. */
export function insideWords(arePathsKnown: boolean, areInside: boolean): string {
  if (!arePathsKnown) {
    return 'They came without a path, so they cannot be found again otherwise.';
  }
  return areInside
    ? 'The file opens on any machine. It is as private as the profiles are.'
    : 'The file says where they are, and their SHA-256. Whoever opens it needs them too.';
}

/** How a digest is shown: its beginning, which tells files apart. */
export const shortDigest = (sha256: string): string => sha256.slice(0, 12);

/** What became of a profile of an investigation. */
export function stateWords({ name, sha256, found }: SoughtProfile): string {
  if (found === null) return 'It is not there any more.';
  if (found.sha256 === sha256) return 'Found.';
  const what =
    found.name === name
      ? 'There is another file in its place'
      : `${visibleText(found.name)} is another file`;
  const [is, was] = [shortDigest(found.sha256), shortDigest(sha256)];
  return `${what}: its SHA-256 begins with ${is}, not with ${was}.`;
}
