import type { ProfileSummary } from '../bridge/engine-api.ts';
import { profileWarnings } from '../core/analysis/profile-warnings.ts';
import { defaultSampleType, firstSampleType } from '../core/analysis/sample-types.ts';
import { sumMagnitudes } from '../core/analysis/top.ts';
import type { Profile } from '../core/profile/profile.ts';
import { baseName } from '../core/text/path.ts';
import type { OpenSource } from './read-profile.ts';

/** The facts of a profile, but for the digest of its file, which is worked out elsewhere meanwhile. */
export function summarise(
  id: number,
  source: OpenSource,
  profile: Profile,
): Omit<ProfileSummary, 'sha256'> {
  const { samples, stacks, locations, functions, mappings, timeNanos, durationNanos } = profile;
  const binary = mappings.filename[0] ?? '';
  return {
    id,
    name: source.name,
    path: source.path,
    fileBytes: source.bytes.length,
    sampleTypes: profile.sampleTypes,
    firstSampleType: firstSampleType(profile),
    defaultSampleType: defaultSampleType(profile),
    periodType: profile.periodType,
    period: profile.period,
    timeMillis: timeNanos === 0n ? null : Number(timeNanos / 1_000_000n),
    durationNanos: durationNanos === 0n ? null : Number(durationNanos),
    counts: {
      samples: samples.length,
      stacks: stacks.length,
      locations: locations.length,
      functions: functions.length,
      mappings: mappings.length,
    },
    totals: profile.sampleTypes.map((_, type) => sumMagnitudes(profile, type)),
    binary: binary === '' ? '' : baseName(binary),
    buildId: mappings.buildId[0] ?? '',
    comments: profile.comments,
    docUrl: profile.docUrl,
    labelKeys: labelKeys(profile),
    warnings: profileWarnings(profile),
  };
}

/** Keys of the labels that occur, in alphabetical order. */
function labelKeys({ labels }: Profile): string[] {
  const occurs = new Uint8Array(labels.text.length);
  for (const key of labels.key) occurs[key] = 1;
  return labels.text.filter((_, row) => occurs[row] === 1).sort();
}
