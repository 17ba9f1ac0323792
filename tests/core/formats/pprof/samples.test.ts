import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePprof, PprofDecoding } from '../../../../src/core/formats/pprof/decode.ts';
import { checkProfile } from '../../../../src/core/profile/check-profile.ts';
import { ProfileFault } from '../../../../src/core/profile/fault.ts';
import type { Profile } from '../../../../src/core/profile/profile.ts';
import {
  bytes,
  message,
  number,
  packed,
  profileBytes,
  varint,
} from '../../../helpers/pprof-bytes.ts';

/** A sample as pprof's tables have it. */
interface Sample {
  /** Ids of locations, leaf first. */
  readonly ids: readonly bigint[];
  readonly values: readonly bigint[];
  /** Indices of strings but for the number, which a text takes the place of. */
  readonly labels: readonly { key: number; str: number; num: bigint; unit: number }[];
}

/** Ids whose varints have one to ten bytes. Those from 2^20 on have no number of their own. */
const IDS = [
  1n,
  2n,
  127n,
  128n,
  16_383n,
  16_384n,
  65_536n,
  2n ** 20n - 1n,
  2n ** 20n,
  2n ** 21n,
].concat([2n ** 31n, 2n ** 32n + 1n, 2n ** 53n - 1n, 2n ** 53n + 1n, 2n ** 63n, 2n ** 64n - 1n]);
const locations = IDS.map((id) => message(4, number(1, id), message(4, number(1, 1))));
const types = [message(1, number(1, 1), number(2, 2)), message(1, number(1, 2), number(2, 1))];

const string = fc.nat(8);
const anyLabel = fc.record({
  key: string,
  str: fc.oneof(fc.constant(0), string),
  num: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  unit: string,
});
const anySample: fc.Arbitrary<Sample> = fc.record({
  ids: fc.array(fc.constantFrom(...IDS), { maxLength: 20 }),
  values: fc.tuple(
    fc.bigInt({ min: -(2n ** 53n) + 1n, max: 2n ** 53n - 1n }),
    fc.bigInt({ min: -3n, max: 300n }),
  ),
  labels: fc.array(anyLabel, { maxLength: 3 }),
});

/** Fields that no reader knows, one of each wire type, groups in a group among them. */
const UNKNOWN = [
  [...varint(9 << 3), ...varint(2n ** 64n - 1n)],
  [...varint((9 << 3) | 1), 1, 2, 3, 4, 5, 6, 7, 8],
  bytes(9, 'unknown'),
  [
    ...varint((9 << 3) | 3),
    ...varint((8 << 3) | 3),
    ...number(7, 1),
    ...varint((8 << 3) | 4),
  ].concat(bytes(6, 'x'), varint((9 << 3) | 4)),
  [...varint((9 << 3) | 5), 1, 2, 3, 4],
];

/** A way of writing: which runs are packed, and what stands between. */
const anyWriting = fc.record({
  arePacked: fc.boolean(),
  unknown: fc.constantFrom<number[]>([], ...UNKNOWN),
});
type Writing = typeof anyWriting extends fc.Arbitrary<infer T> ? T : never;

function written(sample: Sample, { arePacked, unknown }: Writing): number[] {
  const run = (field: number, values: readonly bigint[]) =>
    arePacked ? packed(field, values) : values.flatMap((value) => number(field, value));
  const half = sample.ids.length >> 1;
  return message(
    2,
    run(1, sample.ids.slice(0, half)),
    unknown,
    run(2, sample.values),
    ...sample.labels.map(({ key, str, num, unit }) =>
      message(3, number(1, key), unknown, number(2, str), number(3, num), number(4, unit)),
    ),
    run(1, sample.ids.slice(half)),
  );
}

function decode(samples: readonly number[][]): Profile {
  return decodePprof(profileBytes({ types, locations, samples }), () => {});
}

function samplesOf({ samples, stacks, labels }: Profile): Sample[] {
  return Array.from({ length: samples.length }, (_, sample) => {
    const ids: bigint[] = [];
    for (let row = samples.stack[sample] ?? -1; row >= 0; row = stacks.parent[row] ?? -1) {
      ids.push(IDS[stacks.location[row] ?? -1] ?? 0n);
    }
    const first = samples.labelStart[sample] ?? 0;
    const end = samples.labelStart[sample + 1] ?? 0;
    return {
      ids,
      values: samples.values.map((column) => BigInt(column[sample] ?? 0)),
      labels: Array.from({ length: end - first }, (_, label) => ({
        key: labels.key[first + label] ?? 0,
        str: labels.str[first + label] ?? 0,
        num: labels.num[first + label] ?? 0n,
        unit: labels.numUnit[first + label] ?? 0,
      })),
    };
  });
}

/** The sample as it is read: of a label with a text the text counts. */
function asRead(sample: Sample): Sample {
  return {
    ...sample,
    labels: sample.labels.map((label) =>
      label.str === 0 ? label : { ...label, num: 0n, unit: 0 },
    ),
  };
}

describe('the samples of a profile', () => {
  it('are what was written, in whatever way', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anySample, anyWriting), { maxLength: 12 }), (samples) => {
        const profile = decode(samples.map(([sample, writing]) => written(sample, writing)));
        expect(checkProfile(profile)).toEqual([]);
        expect(samplesOf(profile)).toEqual(samples.map(([sample]) => asRead(sample)));
      }),
    );
  });

  it('are the same in many pieces, with stacks learned from on the way', () => {
    const all = fc.sample(fc.tuple(anySample, anyWriting), { numRuns: 400, seed: 1 });
    const many = Array.from({ length: 30 }, () => all).flat();
    const fields = new Map(all.map((one) => [one, written(...one)]));
    const profile = decode(many.map((one) => fields.get(one) ?? []));
    expect(samplesOf(profile)).toEqual(many.map(([sample]) => asRead(sample)));
  });

  it('are the same rows of a tree however they come', () => {
    const all = fc.sample(fc.tuple(anySample, anyWriting), { numRuns: 200, seed: 3 });
    const rows = Array.from({ length: 30 }, (_, i) => all.slice(i).map((one) => written(...one)));
    const file = profileBytes({ types, locations, samples: rows.flat() });
    const whole = decodePprof(file, () => {});
    for (const step of [1000, 30_000, 100_000]) {
      const decoding = new PprofDecoding();
      for (let end = step; end < file.length; end += step) decoding.follow(file, end);
      expect(decoding.finish(file, () => {}).stacks).toEqual(whole.stacks);
    }
  });

  it('may be larger than a piece, which those before and after them are not', () => {
    const deep = Array.from({ length: 300_000 }, (_, i) => IDS[i % 3] ?? 1n);
    const small = { ids: [2n], values: [1n, 2n], labels: [] };
    const samples = [small, { ...small, ids: deep }, small];
    const profile = decode(samples.map((s) => written(s, { arePacked: true, unknown: [] })));
    expect(samplesOf(profile)).toEqual(samples);
  });

  it('may have a thousand values', () => {
    const values = Array.from({ length: 1000 }, (_, i) => BigInt(i * i));
    const rows = Array.from({ length: 300 }, () => message(2, packed(1, [1]), packed(2, values)));
    const manyTypes = Array.from({ length: 1000 }, () => types[0] ?? []);
    const file = profileBytes({ types: manyTypes, samples: rows });
    const { samples } = decodePprof(file, () => {});
    for (const sample of [0, 150, 299]) {
      expect(samples.values.map((column) => BigInt(column[sample] ?? 0))).toEqual(values);
    }
  });

  it('are refused where one is too large for any program', () => {
    const length = 2 ** 26 + 1;
    const head = Uint8Array.of(0x12, ...varint(length));
    const file = new Uint8Array(head.length + length);
    file.set(head);
    expect(() => decodePprof(file, () => {})).toThrow(
      /^One of its samples has 65 MiB, which no stack of a program needs/,
    );
  });

  it('are read whole or refused with a sentence, whatever bytes are changed', () => {
    const sound = profileBytes({
      types,
      locations,
      samples: fc
        .sample(fc.tuple(anySample, anyWriting), { numRuns: 8, seed: 2 })
        .map((one) => written(...one)),
    });
    const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const changed = sound.slice();
        for (const [at, byte] of changes) changed[at] = byte;
        try {
          expect(checkProfile(decodePprof(changed, () => {}))).toEqual([]);
        } catch (thrown) {
          if (!(thrown instanceof ProfileFault)) throw thrown;
        }
      }),
      { numRuns: 250 },
    );
  });
});
