import { describe, expect, it } from 'vitest';
import { decodePprof, PprofDecoding } from '../../../../src/core/formats/pprof/decode.ts';
import { checkProfile } from '../../../../src/core/profile/check-profile.ts';
import { MappingFlag, type Profile } from '../../../../src/core/profile/profile.ts';
import { foldedText } from '../../../helpers/folded-text.ts';
import {
  bytes,
  message,
  number,
  type ProfileParts,
  packed,
  profileBytes,
} from '../../../helpers/pprof-bytes.ts';

describe('decodePprof', () => {
  it('reads the smallest profile', () => {
    expect(foldedText(decode())).toBe(
      'types alloc_space/bytes\nmain@main.go:7;handle@main.go:12 96\n',
    );
  });

  it('reads every field of a profile', () => {
    const profile = decode({
      rest: [
        number(7, 5),
        number(8, 4),
        number(9, 1_763_900_000_000_000_001n),
        number(10, -5),
        message(11, number(1, 1), number(2, 2)),
        number(12, 524_288),
        packed(13, [7, 8]),
        number(13, 3),
        number(14, 1),
        number(15, 6),
      ],
    });
    expect(profile).toMatchObject({
      dropFrames: 'main.go',
      keepFrames: 'handle',
      timeNanos: 1_763_900_000_000_000_001n,
      durationNanos: -5n,
      periodType: { type: 'alloc_space', unit: 'bytes' },
      period: 524_288,
      comments: ['tenant', 'blue', 'main'],
      defaultSampleType: 'alloc_space',
      docUrl: '/bin/service',
    });
  });

  it('reads every field of a mapping, a location, a line and a function', () => {
    const profile = decode({
      mappings: [
        message(
          3,
          number(1, 1),
          number(2, 2n ** 63n),
          number(3, 2n ** 64n - 1n),
          number(4, 4096),
          number(5, 6),
          number(6, 8),
          number(7, 1),
          number(9, 1),
        ),
      ],
      locations: [
        message(
          4,
          number(1, 1),
          number(2, 1),
          number(3, 2n ** 64n - 2n),
          message(4, number(1, 1), number(2, 7), number(3, 21)),
          number(5, 1),
        ),
        message(4, number(1, 2), message(4, number(1, 2), number(2, -1))),
      ],
      functions: [
        message(5, number(1, 1), number(2, 3), number(3, 4), number(4, 5), number(5, 40)),
        message(5, number(1, 2)),
      ],
    });
    expect(profile.mappings).toEqual({
      length: 1,
      start: BigUint64Array.of(2n ** 63n),
      limit: BigUint64Array.of(2n ** 64n - 1n),
      offset: BigUint64Array.of(4096n),
      filename: ['/bin/service'],
      buildId: ['blue'],
      flags: Uint8Array.of(MappingFlag.functions | MappingFlag.lineNumbers),
    });
    expect(profile.locations).toEqual({
      length: 2,
      mapping: Int32Array.of(0, -1),
      address: BigUint64Array.of(2n ** 64n - 2n, 0n),
      lineStart: Int32Array.of(0, 1, 2),
      isFolded: Uint8Array.of(1, 0),
    });
    expect(profile.lines).toEqual({
      length: 2,
      function: Int32Array.of(0, 1),
      line: Float64Array.of(7, -1),
      column: Float64Array.of(21, 0),
    });
    expect(profile.functions).toEqual({
      length: 2,
      name: ['main', ''],
      systemName: ['handle', ''],
      filename: ['main.go', ''],
      startLine: Float64Array.of(40, 0),
    });
  });

  it('takes numbers packed, unpacked, and both in one sample', () => {
    const expected = foldedText(decode());
    const unpacked = message(2, number(1, 2), number(1, 1), number(2, 96));
    const mixed = message(2, packed(1, [2]), number(1, 1), packed(2, []), number(2, 96));
    expect(foldedText(decode({ samples: [unpacked] }))).toBe(expected);
    expect(foldedText(decode({ samples: [mixed] }))).toBe(expected);
  });

  it('takes ids of any size, in any order', () => {
    const ids = [2n ** 63n, 2n ** 64n - 1n, 2n ** 53n + 1n, 300n, 1n];
    const profile = decode({
      locations: ids.map((id, i) =>
        message(4, number(1, id), message(4, number(1, 2n ** 63n + BigInt(i)))),
      ),
      functions: ids.map((_, i) => message(5, number(1, 2n ** 63n + BigInt(i)), number(2, i + 1))),
      samples: [message(2, packed(1, ids.toReversed()), packed(2, [1]))],
    });
    expect(foldedText(profile)).toContain('alloc_space;bytes;main;handle;main.go 1');
  });

  it('passes over fields that it does not know', () => {
    const unknown = [
      number(16, 5),
      bytes(99, 'later'),
      [0x81, 0x01, 1, 2, 3, 4, 5, 6, 7, 8], // 64 bits
      [0x85, 0x01, 1, 2, 3, 4], // 32 bits
      [0x83, 0x01, 0x08, 0x05, 0x84, 0x01], // a group
    ];
    const expected = foldedText(decode());
    expect(foldedText(decode({ rest: unknown }))).toBe(expected);
    const sample = message(2, ...unknown, packed(1, [2, 1]), packed(2, [96]));
    expect(foldedText(decode({ samples: [sample] }))).toBe(expected);
  });

  it('leaves a location without a mapping that does not exist', () => {
    const profile = decode({ mappings: [] });
    expect([...profile.locations.mapping]).toEqual([-1, -1]);
  });

  it('keeps samples without a stack, and locations without lines', () => {
    const profile = decode({
      locations: [message(4, number(1, 1), number(3, 0x40)), message(4, number(1, 2))],
      samples: [
        message(2, packed(2, [3])),
        message(2, packed(1, []), packed(2, [-4])),
        message(2, packed(1, [1]), packed(2, [5])),
      ],
    });
    expect(foldedText(profile)).toBe('types alloc_space/bytes\n- 3\n- -4\n[0x40] 5\n');
  });

  it('reads labels: text, numbers of 64 bits, units; where both are given the text counts', () => {
    const labels = [
      message(3, number(1, 7), number(2, 8)),
      message(3, number(1, 7), number(3, 32)),
      message(3, number(1, 7), number(3, 2n ** 62n), number(4, 2)),
      message(3, number(1, 7), number(3, -1), number(4, 2)),
      message(3, number(1, 7), number(3, 2n ** 40n), number(2, 8), number(4, 2)),
      message(3, number(1, 7)),
    ];
    const profile = decode({ samples: [message(2, ...labels, packed(2, [1]))] });
    expect(foldedText(profile)).toContain(
      '- 1 tenant=blue tenant=32 tenant=4611686018427387904bytes tenant=-1bytes tenant=blue tenant=0',
    );
  });

  it('rounds values beyond 2^53, and says so', () => {
    const values = [2n ** 53n - 1n, 2n ** 53n + 1n, -(2n ** 63n)];
    const profile = decode({ samples: values.map((value) => message(2, packed(2, [value]))) });
    expect([...(profile.samples.values[0] ?? [])]).toEqual([2 ** 53 - 1, 2 ** 53, -(2 ** 63)]);
    expect(profile.warnings).toEqual([
      '2 sample values are beyond 2^53 and were rounded to the nearest number that can be shown.',
    ]);
    expect(decode({ samples: [message(2, packed(2, [2n ** 60n]))] }).warnings).toEqual([
      '1 sample value is beyond 2^53 and was rounded to the nearest number that can be shown.',
    ]);
    expect(decode({ rest: [number(12, 2n ** 53n + 1n)] }).warnings).toEqual([
      'The period is beyond 2^53 and was rounded to the nearest number.',
    ]);
  });

  it('reads what it can of texts that are not UTF-8, and says so', () => {
    const strings = ['', 'a', 'b', 'real \u{FFFD}'].map((text) => bytes(6, text));
    const profile = decode({
      strings: [...strings, bytes(6, [0x6d, 0xff, 0x6e]), bytes(6, '\u{FEFF}x'), bytes(6, '')],
    });
    expect(profile.functions.name).toEqual(['real \u{FFFD}', 'm\u{FFFD}n']);
    expect(profile.functions.filename).toEqual(['\u{FEFF}x', '\u{FEFF}x']);
    expect(profile.warnings).toEqual([
      'A name or other text is not UTF-8; what cannot be read is shown as \u{FFFD}.',
    ]);
  });

  it('takes profiles whose samples come last, or first', () => {
    const parts = profileBytes({ samples: [] });
    const sample = message(2, packed(1, [2, 1]), packed(2, [96]));
    const expected = foldedText(decode());
    expect(foldedText(decodePprof(Uint8Array.from([...parts, ...sample]), () => {}))).toBe(
      expected,
    );
    expect(foldedText(decodePprof(Uint8Array.from([...sample, ...parts]), () => {}))).toBe(
      expected,
    );
  });
});

describe('PprofDecoding', () => {
  it('may follow the bytes as they come', () => {
    const whole = profileBytes({ rest: [number(9, 5), number(13, 8)] });
    const decoding = new PprofDecoding();
    for (let length = 0; length <= whole.length; length++) {
      // Another array each time, with something else after the valid bytes.
      const bytesSoFar = new Uint8Array(length + 100).fill(0xff);
      bytesSoFar.set(whole.subarray(0, length));
      decoding.follow(bytesSoFar, length);
    }
    const followed = decoding.finish(whole, () => {});
    expect(followed).toEqual(decodePprof(whole, () => {}));
  });

  it('tells of damage at the end, not while it follows', () => {
    const damaged = profileBytes({
      rest: [number(4, 5), ...Array.from({ length: 30 }, () => number(9, 0))],
    });
    const decoding = new PprofDecoding();
    decoding.follow(damaged, damaged.length);
    expect(() => decoding.finish(damaged, () => {})).toThrow(
      'Its protobuf breaks off or is damaged',
    );
  });
});

function decode(parts: ProfileParts = {}): Profile {
  const profile = decodePprof(profileBytes(parts), () => {});
  expect(checkProfile(profile)).toEqual([]);
  return profile;
}
