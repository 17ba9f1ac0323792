import type { ProfileSummary } from '../../../../bridge/engine-api.ts';
import { visibleText } from '../../../../core/text/visible-text.ts';
import { formatBytes } from '../../../../core/units/bytes.ts';
import { formatDuration } from '../../../../core/units/duration.ts';
import { formatInteger } from '../../../../core/units/integer.ts';
import { formatTime } from '../../../../words/format-time.ts';
import { samplingWords } from '../../../../words/sampling-words.ts';

/** A fact of a profile; '' where the profile does not tell it. */
export interface ProfileFact {
  readonly label: string;
  readonly text: string;
}

/** The facts by which two profiles are told apart and judged, always the same ones in one order. */
export function profileFacts(profile: ProfileSummary): ProfileFact[] {
  const { counts, timeMillis, durationNanos } = profile;
  const facts: readonly (readonly [string, string])[] = [
    ['file', profile.name],
    ['path', profile.path],
    ['taken', timeMillis === null ? '' : formatTime(timeMillis)],
    ['over', durationNanos === null ? '' : formatDuration(durationNanos)],
    ['sampling', samplingWords(profile)],
    ['samples', formatInteger(counts.samples)],
    ['stacks', formatInteger(counts.stacks)],
    ['functions', formatInteger(counts.functions)],
    ['binary', profile.binary],
    ['build ID', profile.buildId],
    ['file size', formatBytes(profile.fileBytes)],
    ['SHA-256', `${profile.sha256.slice(0, 16)}…`],
  ];
  return facts.map(([label, text]) => ({ label, text: visibleText(text) }));
}
