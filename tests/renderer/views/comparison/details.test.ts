import { describe, expect, it } from 'vitest';
import type { View } from '../../../../src/bridge/engine-api.ts';
import type { FrameDetails, FrameShares } from '../../../../src/bridge/frames-api.ts';
import type { Comparison } from '../../../../src/renderer/state/comparisons.ts';
import { comparedValues } from '../../../../src/renderer/views/comparison/details/compared-values.ts';
import { joinedShares } from '../../../../src/renderer/views/comparison/details/joined-shares.ts';

const shares = (...pairs: (readonly [number, number])[]): FrameShares => ({
  frame: Int32Array.from(pairs, ([frame]) => frame),
  value: Float64Array.from(pairs, ([, value]) => value),
});

describe('callers of both sides', () => {
  it('are one list, the heaviest on either side first, as shown', () => {
    const joined = joinedShares(shares([7, 100], [-1, 20]), shares([8, 60], [7, 10]), [
      1 / 10,
      1 / 2,
    ]);
    expect(joined).toEqual([
      { frame: 8, before: 0, after: 30 },
      { frame: 7, before: 10, after: 5 },
      { frame: -1, before: 2, after: 0 },
    ]);
  });
});

describe('values of a function', () => {
  const pair = (type: string, unit: string, before: number, after: number) => ({
    type,
    unit,
    before,
    after,
    beforeFactor: 1,
    afterFactor: 1,
  });
  const comparison = {
    summary: {
      sampleTypes: [
        pair('alloc_objects', 'count', 0, 1),
        { ...pair('alloc_space', 'bytes', 1, 0), afterFactor: 1024 },
        pair('only_before', 'count', 2, -1),
      ],
      before: [100, 5000, 1],
      after: [50, 4000, 0],
      suggestion: { isSwapped: false, reason: '' },
    },
    per: 'request',
  } as unknown as Comparison;
  const side = (flat: number[]) => ({
    flat,
    cum: flat.map((value) => value * 2),
    totals: flat.map((value) => value * 4),
    callers: shares(),
    callees: shares(),
  });
  const details: FrameDetails = { frame: 3, ...side([2, 6]), base: side([10, 640, 1]) };
  const view = (fairness: NonNullable<View['base']>['fairness']) =>
    ({ sampleType: 0, base: { profile: 1, sampleType: 1, fairness } }) as unknown as View;

  it('are of quantities that both sides measured, in one unit, divided; the viewed one first', () => {
    const [space, objects, ...rest] = comparedValues(
      details,
      comparison,
      view({ kind: 'per', before: 10, after: 2 }),
    );
    expect(rest).toEqual([]);
    expect(space).toMatchObject({ isViewed: true, flat: { before: 64, after: 1024 } });
    expect(objects).toMatchObject({
      isViewed: false,
      quantity: { per: 'request' },
      flat: { before: 1, after: 3 },
      cum: { before: 2, after: 6 },
      totals: { before: 4, after: 12 },
    });
  });

  it('have an average size, which is neither divided nor scaled', () => {
    const values = comparedValues(details, comparison, view({ kind: 'sameTotal' }));
    expect(values.map(({ averageSize }) => averageSize)).toEqual([
      null,
      { before: 64, after: (2 * 1024) / 6 },
    ]);
  });

  it('are scaled by the ratio of their own quantity where totals are made equal', () => {
    const [, objects] = comparedValues(details, comparison, view({ kind: 'sameTotal' }));
    expect(objects?.flat).toEqual({ before: 10, after: 12 });
  });
});
