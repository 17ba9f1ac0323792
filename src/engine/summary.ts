import type { ProfileSummary } from '../bridge/engine-api.ts';
import { type ColumnSum, sumColumn } from '../core/analysis/column-sums.ts';
import { profileWarnings } from '../core/analysis/profile-warnings.ts';
import { defaultSampleType, firstSampleType } from '../core/analysis/sample-types.ts';
import { reportTotal } from '../core/analysis/top.ts';
import type { Profile } from '../core/profile/profile.ts';
import { baseName } from '../core/text/path.ts';
import type { OpenSource } from './read-profile.ts';

/**
 * The facts of a profile, but for the digest of its file, which is worked out elsewhere meanwhile; `sums`
 * are those of its sample types.
 */
export function summarise(
  id: number,
  source: OpenSource,
  profile: Profile,
  sums: readonly ColumnSum[] = profile.samples.values.map(sumColumn),
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
    totals: sums.map((_, sampleType) => reportTotal(profile, sampleType)),
    binary: binary === '' ? '' : baseName(binary),
    buildId: mappings.buildId[0] ?? '',
    comments: profile.comments,
    docUrl: profile.docUrl,
    memStats: profile.memStats,
    labelKeys: labelKeys(profile),
    warnings: profileWarnings(profile, sums),
  };
}

/** Keys of the labels that occur, in alphabetical order. */
function labelKeys({ labels }: Profile): string[] {
  const { key, length } = labels;
  const occurs = new Uint8Array(labels.text.length);
  // By index: an iterator over a million labels takes several times as long.
  for (let row = 0; row < length; row++) occurs[key[row] ?? 0] = 1;
  return labels.text.filter((_, row) => occurs[row] === 1).sort();
}
