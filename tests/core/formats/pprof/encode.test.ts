import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodePprof } from '../../../../src/core/formats/pprof/decode.ts';
import { encodePprof } from '../../../../src/core/formats/pprof/encode.ts';
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
