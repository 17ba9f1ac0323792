import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { detectFormat } from '../../../../src/core/formats/detect.ts';
import { foldedText } from '../../../helpers/folded-text.ts';

it('a text that is followed as it comes becomes the same profile, wherever its pieces end', () => {
  const path = '../../../fixtures/pprof/seed-story/after/goroutine.debug1.txt';
  const bytes = readFileSync(join(import.meta.dirname, path));
  const decode = (ends: readonly number[]) => {
    const format = detectFormat(bytes);
    if (!('startDecoding' in format)) throw new Error('It is not taken for a text profile.');
    const decoding = format.startDecoding();
    for (const end of ends) {
      // What is behind the valid bytes has any content yet.
      const part = new Uint8Array(bytes.length).fill(0x0a);
      part.set(bytes.subarray(0, end));
      decoding.follow(part, end);
    }
    return foldedText(decoding.finish(bytes, () => {}));
  };
  const whole = decode([]);
  fc.assert(
    fc.property(fc.array(fc.nat(bytes.length), { maxLength: 6 }), (ends) => {
      expect(decode(ends.sort((a, b) => a - b))).toBe(whole);
    }),
  );
});
