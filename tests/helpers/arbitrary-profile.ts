import fc from 'fast-check';
import { ProfileBuilder } from '../../src/core/profile/builder.ts';
import type { Profile } from '../../src/core/profile/profile.ts';

/** A profile in the plainest form, which naive references can be computed from. */
export interface PlainProfile {
  readonly profile: Profile;
  /** Function names of each location, outermost first: the physical frame, then what is inlined. */
  readonly locations: readonly (readonly string[])[];
  readonly samples: readonly PlainSample[];
}

export interface PlainSample {
  /** Rows of `locations`, root first. */
  readonly stack: readonly number[];
  /** For two sample types. */
  readonly values: readonly [number, number];
}

/** Few names and locations, so that stacks share prefixes, recur and inline. */
const names = ['a', 'b', 'c', 'd', 'e'];

/** Random profiles with recursion, inlining, empty stacks and equal stacks. */
export function arbitraryProfile({ negative = true } = {}): fc.Arbitrary<PlainProfile> {
  const location = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 });
  const value = fc.oneof(
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.integer({ min: negative ? -50 : 0, max: 100 }) },
  );
  return fc.array(location, { minLength: 1, maxLength: 7 }).chain((locations) => {
    const sample = fc.record({
      stack: fc.array(fc.nat(locations.length - 1), { maxLength: 8 }),
      values: fc.tuple(value, value),
    });
    return fc
      .array(sample, { maxLength: 25 })
      .map((samples) => ({ profile: build(locations, samples), locations, samples }));
  });
}

function build(
  locations: readonly (readonly string[])[],
  samples: readonly PlainSample[],
): Profile {
  const builder = new ProfileBuilder();
  builder.sampleTypes.push({ type: 'objects', unit: 'count' }, { type: 'space', unit: 'bytes' });
  const functions = new Map(names.map((name) => [name, builder.addFunction({ name })]));
  for (const frames of locations) {
    const lines = frames.map((name) => ({ function: functions.get(name) ?? -1 }));
    builder.addLocation({ lines: lines.reverse() });
  }
  for (const { stack, values } of samples) builder.addSample(stack.toReversed(), values);
  return builder.finish();
}

/** The frames of a sample, outermost first. */
export function framesOf({ locations }: PlainProfile, { stack }: PlainSample): string[] {
  return stack.flatMap((location) => locations[location] ?? []);
}
