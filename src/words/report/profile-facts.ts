import type { ProfileSummary } from '../../bridge/engine-api.ts';
import type { Phrase } from '../../core/text/report/report-document.ts';
import { visibleText } from '../../core/text/visible-text.ts';
import { formatDuration } from '../../core/units/duration.ts';
import { counted } from '../counted.ts';
import { formatMoment } from '../format-time.ts';
import { distinctName } from '../namesake-note.ts';
import { samplingWords } from '../sampling-words.ts';

/**
 * A profile by its name, what tells it from its namesakes among `all`, and the moment of its capture:
 * `before/heap.pb.gz, taken 23 Nov 2026, 15:04:02 UTC`.
 */
export const profileWords = (profile: ProfileSummary, all: readonly ProfileSummary[]): Phrase[] => [
  { code: distinctName(profile, all) },
  profile.timeMillis === null
    ? ', which does not say when it was taken'
    : `, taken ${formatMoment(profile.timeMillis)}`,
];

/** All by which a profile is found again among `all`, and what was measured in it. */
export function profileFacts(profile: ProfileSummary, all: readonly ProfileSummary[]): Phrase[] {
  const { sha256, timeMillis, durationNanos, binary, buildId, counts } = profile;
  const facts: readonly (readonly Phrase[])[] = [
    [{ code: distinctName(profile, all) }],
    [timeMillis === null ? 'time of capture unknown' : `taken ${formatMoment(timeMillis)}`],
    durationNanos === null ? [] : [`over ${formatDuration(durationNanos)}`],
    binary === '' ? [] : ['binary ', { code: visibleText(binary) }],
    buildId === '' ? [] : ['build ', { code: visibleText(buildId) }],
    phraseUnlessEmpty(samplingWords(profile)),
    [counted(counts.samples, 'sample', 'samples')],
    ['SHA-256 ', { code: sha256 }],
  ];
  return facts
    .filter((fact) => fact.length > 0)
    .flatMap((fact, at) => (at === 0 ? fact : [', ', ...fact]));
}

const phraseUnlessEmpty = (words: string): Phrase[] => (words === '' ? [] : [words]);
