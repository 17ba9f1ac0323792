import type { ProfileSummary } from '../../../bridge/engine-api.ts';
import { visibleText } from '../../../core/text/visible-text.ts';

/**
 * What tells a profile from others of the same name: the folders in which their paths differ, or
 * else which of them it is. '' for a name that only one has.
 */
export function tabNote(profile: ProfileSummary, others: readonly ProfileSummary[]): string {
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
  return `no. ${namesakes.findIndex(({ id }) => id === profile.id) + 1}`;
}

const foldersOf = ({ path }: ProfileSummary) => path.split(/[\\/]/).slice(0, -1);
