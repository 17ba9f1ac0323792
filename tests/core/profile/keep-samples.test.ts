import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProfile } from '../../../src/core/profile/check-profile.ts';
import { keepSamples } from '../../../src/core/profile/keep-samples.ts';
import { drawProfile } from '../../helpers/draw-profile.ts';
import { foldedText } from '../../helpers/folded-text.ts';
import { fullProfile } from '../../helpers/full-profile.ts';

describe('a profile with some of its samples', () => {
  const profile = drawProfile(`
    types n/count
    period 512 space/bytes
    comment kept
    main;handle@h.go:3>encode  5  tenant=blue
    main;idle                  1
    -                          2  bytes=16
    main;handle@h.go:3         4  tenant=red
  `);

  it('has what they refer to and nothing else', () => {
    const kept = keepSamples(profile, (sample) => sample !== 0 && sample !== 2);
    expect(checkProfile(kept)).toEqual([]);
    expect(foldedText(kept)).toBe(
      [
        'types n/count',
        'period 512 space/bytes',
        'comment kept',
        'main;idle 1',
        'main;handle@h.go:3 4 tenant=red',
        '',
      ].join('\n'),
    );
    expect(kept.functions.name).toEqual(['main', 'handle', 'idle']);
    expect(kept.locations.length).toBe(3);
  });

  it('may have none', () => {
    const kept = keepSamples(profile, () => false);
    expect(checkProfile(kept)).toEqual([]);
    expect([kept.samples.length, kept.stacks.length, kept.functions.length]).toEqual([0, 0, 0]);
  });

  it('is sound, and says of each sample what was said', () => {
    fc.assert(
      fc.property(fullProfile, fc.array(fc.boolean()), (full, chosen) => {
        const isKept = (sample: number) => chosen[sample] === true;
        const kept = keepSamples(full, isKept);
        expect(checkProfile(kept)).toEqual([]);
        expect(samplesOf(foldedText(kept), kept.samples.length)).toEqual(
          samplesOf(foldedText(full), full.samples.length).filter((_, sample) => isKept(sample)),
        );
        expect(kept.mappings).toEqual(full.mappings);
      }),
    );
  });
});

/** The last lines, which are the samples; names with line breaks in them make more lines of one. */
function samplesOf(text: string, count: number): string[] {
  const lines = text.slice(0, -1).split('\n');
  return lines.slice(lines.length - count);
}
