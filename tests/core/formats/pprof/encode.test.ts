import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodePprof } from '../../../../src/core/formats/pprof/decode.ts';
import { encodePprof, PprofEncoding } from '../../../../src/core/formats/pprof/encode.ts';
import { checkProfile } from '../../../../src/core/profile/check-profile.ts';
import type { Profile } from '../../../../src/core/profile/profile.ts';
import { drawProfile } from '../../../helpers/draw-profile.ts';
import { fullProfile } from '../../../helpers/full-profile.ts';

it('gives back what was written', () => {
  fc.assert(
    fc.property(fullProfile, (profile) => {
      expect(checkProfile(profile)).toEqual([]);
      const again = decodePprof(encodePprof(profile), () => {});
      expect(checkProfile(again)).toEqual([]);
      expect(withLabelTexts(again)).toEqual(withLabelTexts(profile));
      expect(encodePprof(again)).toEqual(encodePprof(profile));
    }),
  );
});

it('gives the same in pieces', () => {
  fc.assert(
    fc.property(fullProfile, fc.integer({ min: 1, max: 9 }), (profile, run) => {
      const encoding = new PprofEncoding(profile);
      const pieces = [encoding.head()];
      for (let from = 0; from < profile.samples.length; from += run) {
        pieces.push(encoding.samples(from, Math.min(from + run, profile.samples.length)));
      }
      expect(Buffer.concat(pieces).equals(encodePprof(profile))).toBe(true);
    }),
  );
});

it('keeps the sign of the largest values', () => {
  const largest = drawProfile('types n/count\nmain 9223372036854775807\nmain -9223372036854775808');
  const again = decodePprof(encodePprof(largest), () => {});
  expect([...(again.samples.values[0] ?? [])]).toEqual([2 ** 63, -(2 ** 63)]);
});

it('writes a profile without samples', () => {
  const profile = drawProfile('types alloc_space/bytes');
  const again = decodePprof(encodePprof(profile), () => {});
  expect(again.sampleTypes).toEqual([{ type: 'alloc_space', unit: 'bytes' }]);
  expect(again.samples.length).toBe(0);
});

/** Another table of label texts may hold the same labels. */
function withLabelTexts(profile: Profile): object {
  const { text, key, str, numUnit, ...numbers } = profile.labels;
  const texts = (rows: Int32Array) => Array.from(rows, (row) => text[row]);
  const labels = { ...numbers, key: texts(key), str: texts(str), numUnit: texts(numUnit) };
  return { ...profile, labels };
}
