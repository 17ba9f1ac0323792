import type { SideName } from '../../../bridge/comparison-api.ts';
import type { ProfileSummary } from '../../../bridge/engine-api.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import { formatTime } from '../../../words/format-time.ts';
import { namesakeNote } from '../../../words/namesake-note.ts';
import { samplingWords } from '../../../words/sampling-words.ts';

/** The sides in words, as a heading has them. */
export const SIDE_TITLES: Readonly<Record<SideName, string>> = { before: 'Before', after: 'After' };

/** A profile by its name and what tells it from its namesakes: `heap.pb.gz (before)`. */
export function profileWords(profile: ProfileSummary, all: readonly ProfileSummary[]): string {
  const note = namesakeNote(profile, all);
  const name = visibleText(profile.name);
  return note === '' ? name : `${name} (${note})`;
}

/** Where a profile is from, when and how finely it was sampled; '' where it says nothing of it. */
export function originWords(profile: ProfileSummary): string {
  const { binary, timeMillis } = profile;
  return [
    visibleText(binary),
    timeMillis === null ? '' : formatTime(timeMillis),
    samplingWords(profile),
  ]
    .filter((words) => words !== '')
    .join(' · ');
}
