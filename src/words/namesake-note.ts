import type { ProfileSummary } from '../bridge/engine-api.ts';
import { visibleText } from '../core/text/visible-text.ts';

/**
 * What tells a profile from others of the same name: the folders in which their paths differ, or
 * else which of them it is. '' for a name that only one has.
 */
export function namesakeNote(profile: ProfileSummary, others: readonly ProfileSummary[]): string {
  const namesakes = others.filter(({ name }) => name === profile.name);
  if (namesakes.length < 2) return '';
  const number = namesakes.findIndex(({ id }) => id === profile.id) + 1;
  return ownFolder(profile, others) || `no. ${number}`;
}

/** The folder in which a profile's path differs from those of others of the same name; '' where none does. */
export function ownFolder(profile: ProfileSummary, others: readonly ProfileSummary[]): string {
  const namesakes = others.filter(({ name }) => name === profile.name);
  if (namesakes.length < 2) return '';
  const folders = foldersOf(profile);
  for (let back = 1; back <= folders.length; back++) {
    const folder = folders.at(-back) ?? '';
    const isOwn = namesakes.every(
      (other) => other.id === profile.id || foldersOf(other).at(-back) !== folder,
    );
    if (isOwn) return visibleText(folder);
  }
  return '';
}

const foldersOf = ({ path }: ProfileSummary) => path.split(/[\\/]/).slice(0, -1);
