import { ProfileBuilder } from '../../../../src/core/profile/builder.ts';
import type { Profile } from '../../../../src/core/profile/profile.ts';

/** Objects of one size that a function really allocated. */
export interface Allocated {
  readonly size: number;
  readonly count: number;
}

/** Numbers in (0, 1), the same for the same seed: mulberry32 (Tommy Ettinger, public domain). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
}

/** How many of `count` objects are drawn with the probability p: by the gaps between draws. */
function drawBinomial(count: number, p: number, random: () => number): number {
  if (p >= 1) return count;
  const scale = 1 / Math.log1p(-p);
  let drawn = 0;
  for (let at = Math.floor(Math.log(random()) * scale); at < count; drawn++) {
    at += 1 + Math.floor(Math.log(random()) * scale);
  }
  return drawn;
}

/** Objects and bytes as Go writes them for so many draws: `scaleHeapSample` in runtime/pprof. */
export function scaleAsGoDoes(draws: number, size: number, period: number): [number, number] {
  if (draws === 0 || size === 0) return [0, 0];
  if (period <= 1) return [draws, draws * size];
  const scale = 1 / (1 - Math.exp(-size / period));
  return [Math.trunc(draws * scale), Math.trunc(draws * size * scale)];
}

/**
 * A heap profile as Go would have taken it of functions that allocated `trials`. Trial i is the function
 * `trial i`; every other of its sizes is allocated by one that it calls, so that its cum mixes them all.
 */
export function takeHeapProfile(
  trials: readonly (readonly Allocated[])[],
  period: number,
  random: () => number,
): Profile {
  const builder = new ProfileBuilder();
  builder.sampleTypes.push(
    { type: 'alloc_objects', unit: 'count' },
    { type: 'alloc_space', unit: 'bytes' },
  );
  builder.period = period;
  builder.periodType = { type: 'space', unit: 'bytes' };
  const frame = (name: string) =>
    builder.addLocation({ lines: [{ function: builder.addFunction({ name }), line: 0 }] });
  trials.forEach((allocated, trial) => {
    const caller = frame(`trial ${trial}`);
    const callee = frame(`called by ${trial}`);
    allocated.forEach(({ size, count }, at) => {
      const draws = drawBinomial(count, -Math.expm1(-size / period), random);
      if (draws === 0) return;
      builder.addSample(
        at % 2 === 0 ? [caller] : [callee, caller],
        scaleAsGoDoes(draws, size, period),
        [{ key: 'bytes', num: BigInt(size), unit: 'bytes' }],
      );
    });
  });
  return builder.finish();
}
