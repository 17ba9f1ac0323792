import type { ProfileSummary } from '../bridge/engine-api.ts';
import { visibleText } from '../core/text/visible-text.ts';

/**
 * What tells a profile from others of the same name: the folders in which their paths differ, or
 * else which of them it is. '' for a name that only one has.
 */
export function namesakeNote(profile: ProfileSummary, others: readonly ProfileSummary[]): string {
  const namesakes = namesakesOf(profile, others);
  if (namesakes.length < 2) return '';
  const number = namesakes.findIndex(({ id }) => id === profile.id) + 1;
  return visibleText(ownFolders(profile, namesakes)[0] ?? '') || `no. ${number}`;
}

/**
 * A profile by its name, and where others have the same one by the folder too in which their paths differ, as
 * documents have it: `heap.pb.gz`, `before/heap.pb.gz`.
 */
export function distinctName(profile: ProfileSummary, others: readonly ProfileSummary[]): string {
  const folders = ownFolders(profile, namesakesOf(profile, others));
  return visibleText([...folders, profile.name].join('/'));
}

const namesakesOf = ({ name }: ProfileSummary, all: readonly ProfileSummary[]) =>
  all.filter((other) => other.name === name);

/** The folders of a path from the innermost on in which it differs from those of all namesakes; none where none does. */
function ownFolders(profile: ProfileSummary, namesakes: readonly ProfileSummary[]): string[] {
  if (namesakes.length < 2) return [];
  const folders = foldersOf(profile);
  for (let back = 1; back <= folders.length; back++) {
    const folder = folders.at(-back) ?? '';
    const isOwn = namesakes.every(
      (other) => other.id === profile.id || foldersOf(other).at(-back) !== folder,
    );
    if (isOwn) return folders.slice(-back);
  }
  return [];
}

const foldersOf = ({ path }: ProfileSummary) => path.split(/[\\/]/).slice(0, -1);
