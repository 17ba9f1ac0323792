import type { Profile, ValueType } from '../profile/profile.ts';
import type { ColumnSum } from './column-sums.ts';

/**
 * That a profile recorded nothing, and what to do, in sentences; null where it recorded something. `sums` are those of
 * its sample types.
 */
export function nothingRecorded(
  { samples, sampleTypes }: Profile,
  sums: readonly ColumnSum[],
): string | null {
  if (sums.some(({ magnitude }) => magnitude > 0)) return null;
  const what = samples.length === 0 ? 'It has no samples' : 'All its values are zero';
  return `${what}: nothing was recorded while it was taken. ${howToRecord(sampleTypes)}`;
}

/** What to do about a profile that recorded nothing, in a sentence. */
export function howToRecord(sampleTypes: readonly ValueType[]): string {
  // Go records neither kind of wait until it is told to.
  return sampleTypes.some(({ type }) => type === 'contentions')
    ? 'Take it again under load, once the program has called runtime.SetBlockProfileRate or runtime.SetMutexProfileFraction.'
    : 'Take it again, for longer or under load.';
}
