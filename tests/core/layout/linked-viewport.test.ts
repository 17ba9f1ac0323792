import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlameSlice } from '../../../src/core/layout/flame-slice.ts';
import {
  linkedViewport,
  linkedX,
  other,
  type SideIndex,
} from '../../../src/core/layout/linked-viewport.ts';
import { rowOfNode } from '../../../src/core/layout/neighbours.ts';
import { wholeGraph } from '../../../src/core/layout/viewport.ts';
import { type ComparedBox, comparedBoxes, comparedSlice } from '../../helpers/compared-slices.ts';

const sides = fc.constantFrom<SideIndex>(0, 1);
const parts = fc.double({ min: 0, max: 1, noNaN: true });

/** The window of a row on one side. */
const windowOf = (slice: FlameSlice, side: SideIndex, row: number) => {
  const { x = new Float64Array(), weight = new Float64Array() } = slice.sides[side] ?? {};
  const weightX0 = x[row] ?? 0;
  return { weightX0, weightX1: weightX0 + (weight[row] ?? 0), scroll: 7 };
};
const totalOf = (slice: FlameSlice, side: SideIndex) => windowOf(slice, side, 0).weightX1;

// Before: a 0-40 (a.x 0-10), b 40-100. After: new 0-30, a 30-130 (a.x 30-120), b is gone at 130; self to 140.
const story: ComparedBox = {
  self: [0, 10],
  children: [
    { self: [0, 30] },
    { self: [30, 10], children: [{ self: [10, 90] }] },
    { self: [60, 0] },
  ],
};
const [NEW, A, AX, B] = [1, 2, 3, 4];

describe('linkedViewport', () => {
  const [before, after] = [comparedSlice(story, 0), comparedSlice(story, 1)];
  const follow = (side: SideIndex, x0: number, x1: number, scale: 'own' | 'shared' = 'own') => {
    const slice = side === 0 ? before : after;
    const viewport = { weightX0: x0, weightX1: x1, scroll: 3 };
    const linked = linkedViewport(slice, side, viewport, scale);
    return [linked.weightX0, linked.weightX1, linked.scroll];
  };

  it('shows the whole for the whole, and the same box for a box', () => {
    expect(follow(0, 0, 100)).toEqual([0, 140, 3]);
    expect(follow(1, 0, 140)).toEqual([0, 100, 3]);
    expect(follow(0, 0, 40)).toEqual([30, 130, 3]);
    expect(follow(0, 0, 10)).toEqual([30, 120, 3]);
    expect(follow(1, 30, 130)).toEqual([0, 40, 3]);
  });

  it('maps a part of a box to the same part, and a gap to the same gap', () => {
    expect(follow(0, 0, 5)).toEqual([30, 75, 3]);
    expect(follow(0, 2, 25)).toEqual([48, 125, 3]);
  });

  it('shows where a box would stand that is not there, with what is around it', () => {
    const [x0 = 0, x1 = 0] = follow(0, 40, 100);
    expect((x0 + x1) / 2).toBeCloseTo(130);
    expect(x1 - x0).toBeCloseTo(60 / 16);
  });

  it('keeps the span on a shared scale, and begins where the leading side does', () => {
    expect(follow(0, 0, 40, 'shared')).toEqual([30, 70, 3]);
    expect(follow(0, 0, 140, 'shared')).toEqual([0, 140, 3]);
    expect(follow(0, 120, 140, 'shared')).toEqual([160, 180, 3]);
    expect(follow(0, 40, 100, 'shared')).toEqual([130, 190, 3]);
  });

  it('tells both sides of one tree apart by what they have', () => {
    expect([NEW, A, AX, B].map((node) => rowOfNode(before, node) >= 0)).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect([NEW, A, AX, B].map((node) => rowOfNode(after, node) >= 0)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('shows any box that is on both sides from edge to edge', () => {
    fc.assert(
      fc.property(comparedBoxes, sides, fc.nat(), (box, side, pick) => {
        const slice = comparedSlice(box, side);
        const row = pick % slice.length;
        const there = windowOf(slice, other(side), row);
        const even = Math.min(1, totalOf(slice, other(side)) / totalOf(slice, side));
        const here = windowOf(slice, side, row);
        const least = ((here.weightX1 - here.weightX0) * even) / 16;
        // Callers that are as wide here may be wider there: what fills the window is the outermost of them.
        let outermost = row;
        for (let at = row; at > 0; at = slice.parent[at] ?? 0) {
          const caller = windowOf(slice, side, slice.parent[at] ?? 0);
          if (caller.weightX1 - caller.weightX0 > here.weightX1 - here.weightX0) break;
          outermost = slice.parent[at] ?? 0;
        }
        const wide = windowOf(slice, other(side), outermost);
        fc.pre(there.weightX1 - there.weightX0 >= least);
        expect(linkedViewport(slice, side, here, 'own')).toEqual(wide);
        expect(linkedViewport(slice, side, here, 'shared').weightX0).toBe(wide.weightX0);
      }),
    );
  });

  it('never goes back: what lies to the right here does not lie to the left there', () => {
    fc.assert(
      fc.property(comparedBoxes, sides, fc.array(parts, { minLength: 2 }), (box, side, at) => {
        const slice = comparedSlice(box, side);
        const total = totalOf(slice, side);
        for (const edge of ['left', 'right'] as const) {
          const mapped = at
            .toSorted((a, b) => a - b)
            .map((part) => linkedX(slice, side, part * total, edge, part * total));
          for (const [i, place] of mapped.entries()) {
            expect(place).toBeGreaterThanOrEqual((mapped[i - 1] ?? 0) - 1e-9);
            expect(place).toBeLessThanOrEqual(totalOf(slice, other(side)) + 1e-9);
          }
        }
      }),
    );
  });

  it('stays inside every box that holds the place on both sides', () => {
    fc.assert(
      fc.property(comparedBoxes, sides, parts, (box, side, part) => {
        const slice = comparedSlice(box, side);
        const place = part * totalOf(slice, side);
        const mapped = linkedX(slice, side, place, 'left', place);
        for (let row = 0; row < slice.length; row++) {
          const { weightX0, weightX1 } = windowOf(slice, side, row);
          if (place < weightX0 || place >= weightX1) continue;
          const there = windowOf(slice, other(side), row);
          expect(mapped).toBeGreaterThanOrEqual(there.weightX0 - 1e-9);
          expect(mapped).toBeLessThanOrEqual(there.weightX1 + 1e-9);
        }
      }),
    );
  });

  it('changes nothing between equal sides', () => {
    fc.assert(
      fc.property(comparedBoxes, parts, parts, (box, one, two) => {
        const even = (at: ComparedBox): ComparedBox => ({
          self: [at.self[0], at.self[0]],
          children: (at.children ?? []).map(even),
        });
        const slice = comparedSlice(even(box), 0);
        const total = totalOf(slice, 0);
        fc.pre(Math.abs(one - two) > 1e-3);
        const viewport = {
          ...wholeGraph(total),
          weightX0: Math.min(one, two) * total,
          weightX1: Math.max(one, two) * total,
        };
        // As near to an edge of a box as a millionth of the window, it is taken for that edge.
        const slack = 1e-6 * total;
        for (const scale of ['own', 'shared'] as const) {
          const linked = linkedViewport(slice, 0, viewport, scale);
          expect(Math.abs(linked.weightX0 - viewport.weightX0)).toBeLessThanOrEqual(slack);
          expect(Math.abs(linked.weightX1 - viewport.weightX1)).toBeLessThanOrEqual(slack);
        }
      }),
    );
  });
});
