import type { Profile } from '../../profile/profile.ts';
import { conversionFactor } from '../../units/unit-families.ts';

/** How many events a profiler saw behind the values of a sample type. */
export interface RawSamples {
  readonly count: number;
  /**
   * The share of sampled allocations whose count is no whole number, as it is in every profile that the
   * runtime wrote: 0 to 1.
   */
  readonly fractional: number;
}

/** From here on the chance of being sampled tells too little of the count. */
const MAX_CHANCE = 0.1;
/** Values are cut to whole bytes and objects, which moves a recovered count by less than this. */
const TOLERANCE = 0.05;

/**
 * Recovers how many events were sampled; null where that cannot be told. Go scales each bucket of a heap
 * profile by 1 / (1 - exp(-size / period)), size being bytes by objects (`scaleHeapSample` in
 * runtime/pprof/protomem.go), and CPU profiles count their samples beside the time.
 */
export function countRawSamples(profile: Profile, column: number): RawSamples | null {
  const { samples, sampleTypes } = profile;
  const type = sampleTypes[column]?.type ?? '';
  const [, prefix] = /^(alloc_|inuse_|)(?:objects|space)$/.exec(type) ?? [];
  if (prefix !== undefined) return countAllocations(profile, prefix);
  const counted = sampleTypes.findIndex((other) => /^samples?$/.test(other.type));
  if (counted < 0 || !/^(?:samples?|cpu|wall)$/.test(type)) return null;
  let count = 0;
  for (const value of samples.values[counted]) count += Math.abs(value);
  return { count, fractional: 0 };
}

function countAllocations(
  { samples, sampleTypes, period, periodType }: Profile,
  prefix: string,
): RawSamples | null {
  const objects = sampleTypes.findIndex(({ type }) => type === `${prefix}objects`);
  const space = sampleTypes.findIndex(({ type }) => type === `${prefix}space`);
  const toBytes = conversionFactor(periodType?.unit ?? '', 'bytes');
  const isKnown = objects >= 0 && space >= 0 && toBytes !== null && period > 0;
  if (!isKnown || sampleTypes[space].unit !== 'bytes') return null;
  const rate = period * toBytes;
  let count = 0;
  let checked = 0;
  let fractional = 0;
  for (let row = 0; row < samples.length; row++) {
    const made = Math.abs(samples.values[objects][row]);
    if (made === 0) continue;
    const size = Math.abs(samples.values[space][row]) / made;
    const chance = rate <= 1 ? 1 : -Math.expm1(-size / rate);
    const seen = made * chance;
    count += seen;
    if (chance > MAX_CHANCE) continue;
    checked++;
    // Relative, since the size is rounded as well.
    if (Math.abs(seen - Math.round(seen)) > TOLERANCE * Math.max(1, seen / 20)) fractional++;
  }
  return { count: Math.round(count), fractional: checked === 0 ? 0 : fractional / checked };
}
