/**
 * What sampled allocations stand for: `count` objects of `bytes` in all, each of which was sampled with the
 * probability 1 - exp(-size / rate), where the rate is the mean distance of samples in bytes. Cut to whole numbers.
 * This is `scaleHeapSample` of pprof's legacy parser (profile/legacy_profile.go); a rate of 1 means that all were
 * sampled, and less that it is not known.
 */
export function scaleHeapSample(
  count: number,
  bytes: number,
  rate: number,
): readonly [objects: number, bytes: number] {
  if (count === 0 || bytes === 0) return [0, 0];
  if (rate <= 1) return [count, bytes];
  const scale = 1 / (1 - Math.exp(-(bytes / count) / rate));
  return [Math.trunc(count * scale), Math.trunc(bytes * scale)];
}
