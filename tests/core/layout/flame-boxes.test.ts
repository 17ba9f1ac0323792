import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyBoxes,
  type FlameBoxes,
  layoutBoxes,
  NARROWEST_BOX_PX,
} from '../../../src/core/layout/flame-boxes.ts';
import type { FlameSlice } from '../../../src/core/layout/flame-slice.ts';
import { boxAt } from '../../../src/core/layout/hit-test.ts';
import { type Pane, viewYOf, wholeGraph } from '../../../src/core/layout/viewport.ts';
import { sliceOf, slices } from '../../helpers/flame-slices.ts';

const pane: Pane = { viewWidth: 100, viewHeight: 400, rowHeight: 20, orientation: 'icicle' };

function laidOut(slice: FlameSlice, part = { from: 0, to: 1 }, width = 100): FlameBoxes {
  const boxes = emptyBoxes();
  const total = slice.weight[0] ?? 0;
  const viewport = { weightX0: total * part.from, weightX1: total * part.to, scroll: 0 };
  layoutBoxes(slice, viewport, { ...pane, viewWidth: width }, boxes);
  return boxes;
}

const listed = (boxes: FlameBoxes) =>
  Array.from({ length: boxes.length }, (_, box) => ({
    row: boxes.row[box] ?? 0,
    left: boxes.viewX[box] ?? 0,
    right: (boxes.viewX[box] ?? 0) + (boxes.viewWidth[box] ?? 0),
    depth: boxes.depth[box] ?? 0,
    merged: boxes.merged[box] ?? 0,
  }));

const parts = fc
  .tuple(
    fc.double({ min: 0, max: 0.9, noNaN: true }),
    fc.double({ min: 0.01, max: 1, noNaN: true }),
  )
  .map(([from, length]) => ({ from, to: from + (1 - from) * length }));

const CLOSE = 1e-6;

describe('layoutBoxes', () => {
  it('keeps boxes inside their callers and apart from their siblings', () => {
    fc.assert(
      fc.property(slices, parts, (slice, part) => {
        const boxes = listed(laidOut(slice, part));
        const byRow = new Map(boxes.map((box) => [box.row, box]));
        for (const box of boxes) {
          const caller = byRow.get(slice.parent[box.row] ?? -1);
          if (box.row === 0) continue;
          expect(caller?.left).toBeLessThanOrEqual(box.left + CLOSE);
          expect(caller?.right).toBeGreaterThanOrEqual(box.right - CLOSE);
        }
        for (let depth = 0; depth <= 8; depth++) {
          const row = boxes.filter((box) => box.depth === depth);
          row.sort((a, b) => a.left - b.left);
          row.slice(1).forEach((box, at) => {
            expect(box.left).toBeGreaterThanOrEqual((row[at]?.right ?? 0) - CLOSE);
          });
        }
      }),
    );
  });

  it('gives callees together no more room than their caller', () => {
    fc.assert(
      fc.property(slices, (slice) => {
        const boxes = listed(laidOut(slice));
        for (const caller of boxes) {
          const callees = boxes.filter(({ row }) => slice.parent[row] === caller.row);
          const sum = callees.reduce((width, { left, right }) => width + right - left, 0);
          expect(sum).toBeLessThanOrEqual(caller.right - caller.left + CLOSE);
        }
      }),
    );
  });

  it('leaves nothing out: what is too narrow is in a remainder, counted and at its full width', () => {
    fc.assert(
      fc.property(slices, fc.integer({ min: 1, max: 200 }), (slice, width) => {
        const boxes = listed(laidOut(slice, undefined, width));
        for (const { merged, left, right, row } of boxes) {
          if (merged === 0 && row > 0)
            expect(right - left).toBeGreaterThanOrEqual(NARROWEST_BOX_PX);
        }
        for (const caller of boxes.filter(({ merged }) => merged === 0)) {
          let weight = 0;
          let count = 0;
          for (let row = caller.row + 1; row < (slice.subtreeEnd[caller.row] ?? 0); ) {
            weight += slice.weight[row] ?? 0;
            count += Math.max(1, slice.merged[row] ?? 0);
            row = slice.subtreeEnd[row] ?? slice.length;
          }
          const callees = boxes.filter(({ row }) => slice.parent[row] === caller.row);
          const drawn = callees.reduce((sum, { left, right }) => sum + right - left, 0);
          expect(drawn).toBeCloseTo((weight / (slice.weight[0] ?? 1)) * width, 6);
          expect(callees.reduce((sum, { merged }) => sum + Math.max(1, merged), 0)).toBe(count);
        }
      }),
    );
  });

  it('merges narrow siblings, and the remainders of the slice beside them', () => {
    const narrow = [{ self: 1 }, { self: 2, merged: 5 }, { self: 1, children: [{ self: 1 }] }];
    const slice = sliceOf({ self: 0, children: [{ self: 900 }, ...narrow, { self: 95 }] });
    expect(listed(laidOut(slice)).map(({ row, merged }) => [row, merged])).toEqual([
      [0, 0],
      [1, 0],
      [2, 7],
      [6, 0],
    ]);
  });

  it('does not merge cousins', () => {
    const thin = { self: 1 };
    const half = { self: 498, children: [thin] };
    const slice = sliceOf({ self: 0, children: [{ self: 0, children: [half, thin] }, half] });
    const remainders = listed(laidOut(slice)).filter(({ merged }) => merged > 0);
    expect(remainders.every(({ merged }) => merged === 1)).toBe(true);
    expect(remainders).toHaveLength(3);
  });

  it('emits only the rows in view, but knows how deep the graph is', () => {
    let stack: Parameters<typeof sliceOf>[0] = { self: 1 };
    for (let depth = 0; depth < 700; depth++) stack = { self: 1, children: [stack] };
    const boxes = emptyBoxes();
    const slice = sliceOf(stack);
    layoutBoxes(slice, { ...wholeGraph(701), scroll: 2000 }, { ...pane, viewWidth: 1e6 }, boxes);
    expect(boxes.deepest).toBe(700);
    const depths = listed(boxes).map(({ depth }) => depth);
    expect([Math.min(...depths), Math.max(...depths)]).toEqual([100, 119]);
  });

  it('makes room for as many boxes as there are', () => {
    const slice = sliceOf({ self: 0, children: Array.from({ length: 9000 }, () => ({ self: 1 })) });
    expect(laidOut(slice, undefined, 9000).length).toBe(9001);
  });

  it.each([0, Number.NaN])('draws nothing in a pane %s px wide', (width) => {
    expect(laidOut(sliceOf({ self: 5 }), undefined, width).length).toBe(0);
  });
});

describe('boxAt', () => {
  it('finds each box in its middle', () => {
    fc.assert(
      fc.property(slices, parts, (slice, part) => {
        const boxes = laidOut(slice, part);
        listed(boxes).forEach(({ left, right, depth }, box) => {
          const middle = (Math.max(0, left) + Math.min(100, right)) / 2;
          const top = viewYOf(boxes.viewport, boxes.pane, depth);
          // Rounding can make a box of no width, which its neighbour then covers.
          if (right - left > 1e-9) expect(boxAt(boxes, middle, top + 10)).toBe(box);
        });
      }),
    );
  });

  it('reaches for slivers nearby, but not farther, nor across rows', () => {
    const slice = sliceOf({ self: 500, children: [{ self: 490 }, { self: 10 }] });
    const boxes = laidOut(slice);
    expect(boxAt(boxes, 50.9, 30)).toBe(2);
    expect(boxAt(boxes, 53, 30)).toBe(-1);
    expect(boxAt(boxes, 80, 10)).toBe(0);
    expect(boxAt(boxes, 50, 50)).toBe(-1);
  });
});
