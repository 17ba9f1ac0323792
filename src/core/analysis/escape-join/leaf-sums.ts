import type { Profile } from '../../profile/profile.ts';

/** What the samples sum up to, in two sample types. */
export interface LeafSums {
  /** By location that is the leaf of a sample. */
  readonly objects: Float64Array;
  readonly bytes: Float64Array;
  /** Over all samples that count, those without a stack included. */
  readonly totalObjects: number;
  readonly totalBytes: number;
}

/** Sums two sample types by the location of each sample's leaf; `keeps` as in weights. */
export function sumLeafLocations(
  { samples, stacks, locations }: Profile,
  [objectType, byteType]: readonly [number, number],
  keeps: Uint8Array | null,
): LeafSums {
  const objectsOf = samples.values[objectType];
  const bytesOf = samples.values[byteType];
  const objects = new Float64Array(locations.length);
  const bytes = new Float64Array(locations.length);
  let totalObjects = 0;
  let totalBytes = 0;
  for (let sample = 0; sample < samples.length; sample++) {
    const stack = samples.stack[sample];
    if (keeps !== null && (stack < 0 || keeps[stack] === 0)) continue;
    totalObjects += objectsOf[sample];
    totalBytes += bytesOf[sample];
    if (stack < 0) continue;
    const leaf = stacks.location[stack];
    objects[leaf] += objectsOf[sample];
    bytes[leaf] += bytesOf[sample];
  }
  return { objects, bytes, totalObjects, totalBytes };
}
