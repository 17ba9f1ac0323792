import fc from 'fast-check';
import type { FlameSlice } from '../../src/core/layout/flame-slice.ts';

/** A box of a slice, drawn as a tree: its own value, what it calls, and how many boxes it merges. */
export interface DrawnBox {
  readonly self: number;
  readonly merged?: number;
  readonly children?: readonly DrawnBox[];
}

/** The slice of a tree of boxes; nodes and frames are numbered as they are drawn, from 0 and -1. */
export function sliceOf(root: DrawnBox): FlameSlice {
  const rows: {
    parent: number;
    depth: number;
    x: number;
    weight: number;
    self: number;
    merged: number;
    end: number;
  }[] = [];
  const add = (box: DrawnBox, parent: number, depth: number, x: number): number => {
    const { self, merged = 0, children = [] } = box;
    const row = { parent, depth, x, weight: self, self: merged > 0 ? 0 : self, merged, end: 0 };
    const at = rows.push(row) - 1;
    for (const child of children) row.weight += add(child, at, depth + 1, x + row.weight - self);
    row.end = rows.length;
    return row.weight;
  };
  add(root, -1, 0, 0);
  return {
    length: rows.length,
    node: Int32Array.from(rows, (_, at) => at),
    parent: Int32Array.from(rows, ({ parent }) => parent),
    subtreeEnd: Int32Array.from(rows, ({ end }) => end),
    frame: Int32Array.from(rows, ({ merged }, at) => (merged > 0 ? -1 : at - 1)),
    depth: Int32Array.from(rows, ({ depth }) => depth),
    x: Float64Array.from(rows, ({ x }) => x),
    weight: Float64Array.from(rows, ({ weight }) => weight),
    total: Float64Array.from(rows, ({ weight }) => weight),
    self: Float64Array.from(rows, ({ self }) => self),
    merged: Int32Array.from(rows, ({ merged }) => merged),
    sides: [],
  };
}

const { box } = fc.letrec<{ box: DrawnBox }>((tie) => ({
  box: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.record({ self: fc.integer({ min: 1, max: 1000 }) }),
    fc.record({ self: fc.integer({ min: 1, max: 5 }), merged: fc.integer({ min: 1, max: 9 }) }),
    fc.record({
      self: fc.nat({ max: 100 }),
      children: fc.array(tie('box'), { minLength: 1, maxLength: 7 }),
    }),
  ),
}));

/** Slices of any shape. */
export const slices: fc.Arbitrary<FlameSlice> = fc
  .record({ self: fc.constant(0), children: fc.array(box, { minLength: 1, maxLength: 7 }) })
  .map(sliceOf);
