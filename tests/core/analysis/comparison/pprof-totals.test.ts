import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairSampleTypes } from '../../../../src/core/analysis/comparison/pair-sample-types.ts';
import {
  diffBaseTotal,
  netTotal,
  normaliseRatio,
  scaleValues,
} from '../../../../src/core/analysis/comparison/pprof-totals.ts';
import { ProfileBuilder } from '../../../../src/core/profile/builder.ts';
import type { Profile } from '../../../../src/core/profile/profile.ts';
import type { NewLocation, NewMapping } from '../../../../src/core/profile/rows.ts';
import { arbitraryProfile, type PlainProfile } from '../../../helpers/arbitrary-profile.ts';
import { drawProfile } from '../../../helpers/draw-profile.ts';

function totals(before: Profile, after: Profile): { net: number; diffBase: number } {
  const [pair] = pairSampleTypes(before, after);
  if (pair === undefined) throw new Error('The profiles have no sample types.');
  return { net: netTotal(before, after, pair), diffBase: diffBaseTotal(before, after, pair) };
}

const drawn = (text: string) => drawProfile(`types n/count\n${text}`);

/** One sample of 5 at one location. */
function located(
  mapping: NewMapping,
  location: Partial<NewLocation> & { column?: number },
): Profile {
  const builder = new ProfileBuilder();
  builder.sampleTypes.push({ type: 'n', unit: 'count' });
  const fn = builder.addFunction({ name: 'f' });
  const { column = 0, ...rest } = location;
  const lines = [{ function: fn, line: 1, column }];
  const row = builder.addLocation({ mapping: builder.addMapping(mapping), lines, ...rest });
  builder.addSample([row], [5]);
  return builder.finish();
}

describe('the total of -base', () => {
  it('is what is left once equal samples cancel', () => {
    expect(totals(drawn('a;b 5\na;c 3'), drawn('a;c 4\na;d 2\na 7')).net).toBe(5 + 1 + 2 + 7);
  });

  it('merges samples within a side too, where signs differ', () => {
    expect(totals(drawn('a 5\na -3'), drawn('b 1'))).toEqual({ net: 3, diffBase: 2 });
  });

  it('merges samples without a stack', () => {
    expect(totals(drawn('- 5'), drawn('- 3')).net).toBe(2);
  });

  it('keeps samples with other labels apart, in whatever order they stand', () => {
    const before = drawn('a 5 x=1 y=red\nb 5 x=1 x=2\nc 5 x=1s\nd 5 x=0\ne 5 x=1');
    const after = drawn('a 5 y=red x=1\nb 5 x=2 x=1\nc 5 x=1\nd 5\ne 5 x=one');
    expect(totals(before, after).net).toBe(0 + 10 + 10 + 0 + 10);
  });

  it('tells locations apart by lines, columns and addresses within the mapping', () => {
    const mapping = { start: 0x1000n, limit: 0x2001n, filename: '/bin/api' };
    const base = located(mapping, { address: 0x1010n });
    const net = (after: Profile) => totals(base, after).net;
    expect(net(located(mapping, { address: 0x1010n }))).toBe(0);
    expect(net(located(mapping, { address: 0x1011n }))).toBe(10);
    expect(net(located(mapping, { address: 0x1010n, column: 3 }))).toBe(10);
    expect(net(located(mapping, { address: 0x1010n, isFolded: true }))).toBe(10);
    const moved = { ...mapping, start: 0x8000n, limit: 0x9800n };
    expect(net(located(moved, { address: 0x8010n }))).toBe(0);
    expect(net(located({ ...mapping, filename: '/bin/other' }, { address: 0x1010n }))).toBe(10);
    expect(net(located({ ...mapping, limit: 0x4000n }, { address: 0x1010n }))).toBe(10);
    expect(net(located({ ...mapping, offset: 1n }, { address: 0x1010n }))).toBe(10);
    expect(net(located({ ...mapping, buildId: 'x' }, { address: 0x1010n }))).toBe(10);
  });

  it('brings values into one unit', () => {
    const before = drawProfile('types t/ms\na 2');
    expect(totals(before, drawProfile('types t/us\na 500'))).toEqual({ net: 1500, diffBase: 2000 });
  });

  it('equals a naive merge in random profiles', () => {
    fc.assert(
      fc.property(arbitraryProfile(), arbitraryProfile(), (before, after) => {
        const merged = new Map<string, number>();
        const add = (plain: PlainProfile, sign: number) => {
          for (const { stack, values } of plain.samples) {
            const key = JSON.stringify(stack.map((row) => plain.locations[row]));
            merged.set(key, (merged.get(key) ?? 0) + sign * values[0]);
          }
        };
        add(before, -1);
        const base = magnitude(merged);
        add(after, 1);
        const { net, diffBase } = totals(before.profile, after.profile);
        expect(net).toBe(magnitude(merged));
        if (base > 0) expect(diffBase).toBe(base);
      }),
    );
  });
});

const magnitude = (sums: ReadonlyMap<string, number>) =>
  [...sums.values()].reduce((sum, value) => sum + Math.abs(value), 0);

describe('the total of -diff_base', () => {
  it('is that of the base, or of the other side where the base has none', () => {
    expect(totals(drawn('a 5\nb 2'), drawn('a 9')).diffBase).toBe(7);
    expect(totals(drawn('a 0'), drawn('a 9')).diffBase).toBe(9);
  });
});

describe('-normalize', () => {
  it('scales the sum after to that before', () => {
    const pair = { type: 'n', unit: 'count', before: 0, after: 0, beforeFactor: 1, afterFactor: 1 };
    expect(normaliseRatio(drawn('a 9\nb -3'), drawn('a 4'), pair)).toBe(1.5);
    expect(normaliseRatio(drawn('a 9'), drawn('a 4\nb -4'), pair)).toBe(0);
  });

  it('rounds halves away from zero', () => {
    const values = Float64Array.of(1, -1, 3, -3, 5, 0);
    expect(scaleValues(values, 0.5)).toEqual(Float64Array.of(1, -1, 2, -2, 3, 0));
    expect(scaleValues(Float64Array.of(-1), 0.1)).toEqual(Float64Array.of(0));
    const awkward = Float64Array.of(0.49999999999999994, 2 ** 52 + 1, -(2 ** 53));
    expect(
      scaleValues(
        awkward.map((value) => value * 2),
        0.5,
      ),
    ).toEqual(Float64Array.of(0, 2 ** 52 + 1, -(2 ** 53)));
    expect(scaleValues(values, 1)).toBe(values);
  });
});
