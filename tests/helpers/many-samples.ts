import { message, packed, profileBytes } from './pprof-bytes.ts';

/** A profile of so many samples, which takes its time to decode. */
export function manySamples(count: number): Uint8Array {
  const sample = Uint8Array.from(message(2, packed(1, [2, 1]), packed(2, [96])));
  return Buffer.concat([profileBytes(), Buffer.alloc(count * sample.length, sample)]);
}
