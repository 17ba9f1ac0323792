import type { SideName } from '../../bridge/comparison-api.ts';
import type { ProfileSummary } from '../../bridge/engine-api.ts';
import { visibleText } from '../../core/text/visible-text.ts';
import { formatDuration } from '../../core/units/duration.ts';
import { counted } from '../counted.ts';
import { formatMoment } from '../format-time.ts';
import { distinctName } from '../namesake-note.ts';
import { samplingWords } from '../sampling-words.ts';
import type { Viewed } from './viewed.ts';

/** A file that a view is of, in words. */
export interface FileFacts {
  /** Null for one profile. */
  readonly side: SideName | null;
  /** With its folder where both sides have the same name. */
  readonly name: string;
  /** Of which program, when it was taken, over which time, how finely: `api · 23 Nov 2026, 15:04:02 UTC`. */
  readonly facts: string;
}

/** The files that a view is of: one, or before and after. */
export function fileFacts({ profile, compared }: Viewed): FileFacts[] {
  if (compared === null) return [factsOf(null, profile, [profile])];
  const both = [compared.before, profile];
  return [factsOf('before', compared.before, both), factsOf('after', profile, both)];
}

function factsOf(
  side: SideName | null,
  profile: ProfileSummary,
  all: readonly ProfileSummary[],
): FileFacts {
  const { binary, timeMillis, durationNanos, counts } = profile;
  const facts = [
    visibleText(binary),
    timeMillis === null ? 'time of capture unknown' : formatMoment(timeMillis),
    durationNanos === null ? '' : `over ${formatDuration(durationNanos)}`,
    samplingWords(profile),
    counted(counts.samples, 'sample', 'samples'),
  ];
  return {
    side,
    name: distinctName(profile, all),
    facts: facts.filter((fact) => fact !== '').join(' · '),
  };
}
