import { describe, expect, it } from 'vitest';
import { decodePprof } from '../../../../src/core/formats/pprof/decode.ts';
import { ProfileFault } from '../../../../src/core/profile/fault.ts';
import {
  bytes,
  message,
  number,
  type ProfileParts,
  packed,
  profileBytes,
  varint,
} from '../../../helpers/pprof-bytes.ts';

const sample = (...ids: number[]) => message(2, packed(1, ids), packed(2, [96]));

/** The faults of pprof's CheckValid and postDecode, in their order there. */
const invalid: [what: string, parts: ProfileParts, sentence: string][] = [
  [
    'samples without sample types',
    { types: [] },
    'It does not say what its values mean: it has no sample types.',
  ],
  [
    'fewer values than types',
    { samples: [sample(1), message(2, packed(1, [1]))] },
    'Sample 2 has 0 values, but there are 1 sample types.',
  ],
  [
    'more values than types',
    { samples: [message(2, packed(1, [1]), packed(2, [96, 3]))] },
    'Sample 1 has 2 values, but there are 1 sample types.',
  ],
  [
    'a missing location',
    { samples: [sample(1), sample(2, 77)] },
    'Sample 2 refers to location 77, which does not exist.',
  ],
  [
    'location 0 in a sample',
    { samples: [sample(0)] },
    'Sample 1 refers to location 0, which does not exist.',
  ],
  ['a mapping with the id 0', { mappings: [message(3, number(5, 6))] }, 'A mapping has the id 0'],
  [
    'two mappings with one id',
    { mappings: [message(3, number(1, 4)), message(3, number(1, 4))] },
    'Two mappings have the same id, 4.',
  ],
  [
    'a function with the id 0',
    { functions: [message(5, number(2, 3))] },
    'A function has the id 0',
  ],
  [
    'two functions with one id',
    { functions: [message(5, number(1, 1)), message(5, number(1, 1))] },
    'Two functions have the same id, 1.',
  ],
  [
    'a location with the id 0',
    { locations: [message(4, number(3, 5))] },
    'A location has the id 0',
  ],
  [
    'two locations with one id beyond 2^63',
    { locations: [message(4, number(1, 2n ** 63n)), message(4, number(1, 2n ** 63n))] },
    'Two locations have the same id, 9223372036854775808.',
  ],
  [
    'a line without a function',
    { locations: [message(4, number(1, 9), message(4, number(2, 7)))] },
    'Location 9 has a line of function 0, which does not exist.',
  ],
  [
    'a line of a missing function',
    { locations: [message(4, number(1, 9), message(4, number(1, 5)))] },
    'Location 9 has a line of function 5, which does not exist.',
  ],
  ['no table of strings', { strings: [] }, 'It has no table of strings.'],
  [
    'a table of strings that does not begin with the empty one',
    { strings: [bytes(6, 'x')] },
    'The first entry of its string table is not the empty string.',
  ],
  [
    'a string of a sample type that is not there',
    { types: [message(1, number(1, 9999))] },
    'It refers to string 9999, but its string table has 9 entries.',
  ],
  [
    'a negative string',
    { rest: [number(15, -1)] },
    'It refers to string -1, but its string table has 9 entries.',
  ],
  [
    'a comment that is not there',
    { rest: [number(13, 100)] },
    'It refers to string 100, but its string table has 9 entries.',
  ],
  [
    'a label text that is not there',
    { samples: [message(2, packed(2, [96]), message(3, number(1, 7), number(2, 40)))] },
    'A label refers to string 40, but its string table has 9 entries.',
  ],
  [
    'two profiles, one after the other',
    { rest: [number(9, 5), ...profileBytesParts(), number(9, 6)] },
    'It holds two profiles, one after the other. Save each capture to a file of its own.',
  ],
  [
    'more values than it has bytes',
    {
      types: Array.from({ length: 300 }, () => message(1, number(1, 1))),
      samples: Array.from({ length: 300 }, () => message(2)),
    },
    'Sample 1 has 0 values, but there are 300 sample types.',
  ],
];

describe('what pprof refuses', () => {
  it.each(invalid)('%s', (_, parts, sentence) => {
    expect(faultOf(profileBytes(parts))).toContain(sentence);
  });

  it('says what to do', () => {
    expect(faultOf(profileBytes({ samples: [sample(77)] }))).toBe(
      'Sample 1 refers to location 77, which does not exist. ' +
        'The file is damaged, or the program that wrote it has a defect: capture it again.',
    );
  });

  it('names the right sample when it is one of those that are looked at first', () => {
    const samples = [...Array.from({ length: 128 }, () => sample(1)), sample(77)];
    expect(faultOf(profileBytes({ samples }))).toContain('Sample 129 refers to location 77');
  });
});

/** Bytes that are no protobuf, after a sound profile. */
const broken: [what: string, rest: number[]][] = [
  ['a tag without end', [0x80]],
  ['a tag longer than ten bytes', Array.from({ length: 11 }, () => 0xff)],
  ['a number without end', [0x48, 0xff]],
  ['a number longer than ten bytes', [0x48, ...Array.from({ length: 11 }, () => 0xff)]],
  ['a length beyond the file', [0x32, 0x7f]],
  ['a length beyond 2^31', [0x32, ...varint(2 ** 31 + 5), 0]],
  ['a length beyond 2^63', [0x12, ...varint(2n ** 64n - 1n), 0]],
  ['an unknown field beyond the file', [0xfa, 0x01, 0x7f]],
  ['a wire type that does not exist', [0xff, 0x01]],
  ['the end of a group that never began', [0x84, 0x01]],
  ['a group without end', [0x83, 0x01]],
  ['groups in groups in groups', Array.from({ length: 4000 }, () => 0x83)],
  ['a sample that is a number', number(2, 5)],
  ['a location that is a number', number(4, 5)],
  ['a text that is a number', number(6, 5)],
  ['a period that is a text', bytes(12, 'x')],
  ['a mapping flag that is a text', message(3, number(1, 9), bytes(7, 'x'))],
  ['a line that ends after its location', [0x22, 4, 0x08, 9, 0x22, 9, 8, 1, 16, 7, 0, 0, 0, 0, 0]],
  ['a run of comments that ends inside a number', [0x6a, 1, 0x80, 0x01]],
  ['a run of values that ends inside a number', [0x12, 4, 0x12, 1, 0xe0, 0x00]],
  ['a run of locations that ends inside a number', [0x12, 7, 0x0a, 1, 0x81, 0x00, 0x12, 1, 96]],
  [
    'a sample whose length has more than 32 bits, which are right',
    [0x12, 0x84, 0x80, 0x80, 0x80, 0x10, 0x12, 1, 96, 0],
  ],
  ['a sample whose length has 64 bits', [0x12, ...varint(2n ** 63n + 3n), 0x12, 1, 96]],
  ['a label that ends inside a number', [0x12, 8, 0x12, 1, 96, 0x1a, 2, 0x08, 0x87, 0x00]],
];

describe('what is not protobuf', () => {
  it.each(broken)('%s', (_, rest) => {
    expect(faultOf(profileBytes({ rest: [rest] }))).toMatch(
      /^Its protobuf breaks off or is damaged near byte \d+ of \d+\. /,
    );
  });

  it('is met wherever a file is cut', () => {
    const whole = profileBytes({ rest: [number(9, 5), number(13, 8)] });
    const outcomes = Array.from({ length: whole.length }, (_, length) =>
      faultOf(whole.subarray(0, length)),
    );
    // Cut between two fields a profile may by chance be whole; before the table of strings none is.
    const sound = outcomes.filter((outcome) => outcome === '');
    expect(sound.length).toBeLessThan(6);
  });

  it('is not blamed for a defect elsewhere', () => {
    const report = () => {
      throw new TypeError('a defect');
    };
    expect(() => decodePprof(profileBytes(), report)).toThrow(TypeError);
  });
});

/** The sentence of the fault; '' for a sound profile. Anything else that is thrown fails the test. */
function faultOf(file: Uint8Array): string {
  try {
    decodePprof(file, () => {});
    return '';
  } catch (thrown) {
    if (thrown instanceof ProfileFault) return thrown.message;
    throw thrown;
  }
}

function profileBytesParts(): number[][] {
  return [[...profileBytes()]];
}
