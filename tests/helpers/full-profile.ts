import fc from 'fast-check';
import { ProfileBuilder } from '../../src/core/profile/builder.ts';
import type { Profile } from '../../src/core/profile/profile.ts';
import type {
  NewFunction,
  NewLabel,
  NewLocation,
  NewMapping,
} from '../../src/core/profile/rows.ts';

const text = fc.oneof(
  fc.constantFrom('', 'main', 'main.(*T).handle', 'x.go'),
  fc.string({ unit: 'grapheme' }),
);
const row = (count: number) => fc.integer({ min: 0, max: count - 1 });
const uint64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const exact = fc.maxSafeInteger();
const valueType = fc.record({ type: text, unit: text });

const mapping: fc.Arbitrary<NewMapping> = fc.record({
  start: uint64,
  limit: uint64,
  offset: uint64,
  filename: text,
  buildId: text,
  flags: fc.integer({ min: 0, max: 15 }),
});

const newFunction: fc.Arbitrary<NewFunction> = fc.record({
  name: text,
  systemName: text,
  filename: text,
  startLine: exact,
});

const newLabel: fc.Arbitrary<NewLabel> = fc.oneof(
  fc.record({ key: text, str: text }),
  fc.record({ key: text, num: int64, unit: text }),
);

/** Profiles with something in every column: for what must lose nothing, such as writing and reading. */
export const fullProfile: fc.Arbitrary<Profile> = fc
  .record({
    types: fc.array(valueType, { minLength: 1, maxLength: 4 }),
    mappings: fc.array(mapping, { minLength: 1, maxLength: 3 }),
    functions: fc.array(newFunction, { minLength: 1, maxLength: 6 }),
    locationCount: fc.integer({ min: 1, max: 8 }),
    periodType: fc.option(valueType),
    period: exact,
    timeNanos: int64,
    durationNanos: int64,
    comments: fc.array(text, { maxLength: 2 }),
    texts: fc.tuple(text, text),
  })
  .chain((facts) =>
    fc.record({
      facts: fc.constant(facts),
      locations: fc.array(location(facts.mappings.length, facts.functions.length), {
        minLength: facts.locationCount,
        maxLength: facts.locationCount,
      }),
      samples: fc.array(
        fc.record({
          stack: fc.array(row(facts.locationCount), { maxLength: 12 }),
          values: fc.array(exact, { minLength: facts.types.length, maxLength: facts.types.length }),
          labels: fc.array(newLabel, { maxLength: 3 }),
        }),
        { maxLength: 24 },
      ),
    }),
  )
  .map(({ facts, locations, samples }) => {
    const builder = new ProfileBuilder();
    builder.sampleTypes.push(...facts.types);
    builder.periodType = facts.periodType;
    builder.period = facts.period;
    builder.timeNanos = facts.timeNanos;
    builder.durationNanos = facts.durationNanos;
    builder.comments.push(...facts.comments);
    [builder.defaultSampleType, builder.docUrl] = facts.texts;
    for (const each of facts.mappings) builder.addMapping(each);
    for (const each of facts.functions) builder.addFunction(each);
    for (const each of locations) builder.addLocation(each);
    for (const { stack, values, labels } of samples) builder.addSample(stack, values, labels);
    return builder.finish();
  });

function location(mappings: number, functions: number): fc.Arbitrary<NewLocation> {
  return fc.record({
    mapping: fc.oneof(fc.constant(-1), row(mappings)),
    address: uint64,
    isFolded: fc.boolean(),
    lines: fc.array(fc.record({ function: row(functions), line: exact, column: exact }), {
      maxLength: 3,
    }),
  });
}
