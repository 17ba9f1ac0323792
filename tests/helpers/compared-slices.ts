import fc from 'fast-check';
import type { FlameSlice } from '../../src/core/layout/flame-slice.ts';

/** A box of a comparison: its own value before and after, and what it calls. */
export interface ComparedBox {
  readonly self: readonly [before: number, after: number];
  readonly children?: readonly ComparedBox[];
}

interface Row {
  readonly node: number;
  readonly parent: Row | null;
  readonly depth: number;
  readonly self: readonly [number, number];
  readonly x: [number, number];
  readonly weight: [number, number];
}

/**
 * The slices of a tree of boxes drawn as its side before (0), after (1), or both as one. Nodes are numbered as
 * they are drawn, from 0, and frames from -1; both are the same in all of them.
 */
export function comparedSlice(root: ComparedBox, drawn: 0 | 1 | 'all'): FlameSlice {
  const all: Row[] = [];
  const add = (box: ComparedBox, parent: Row | null, x: readonly [number, number]): Row => {
    const row: Row = {
      node: all.length,
      parent,
      depth: parent === null ? 0 : parent.depth + 1,
      self: box.self,
      x: [...x],
      weight: [0, 0],
    };
    all.push(row);
    for (const child of box.children ?? []) {
      const { weight } = add(child, row, [x[0] + row.weight[0], x[1] + row.weight[1]]);
      row.weight[0] += weight[0];
      row.weight[1] += weight[1];
    }
    row.weight[0] += box.self[0];
    row.weight[1] += box.self[1];
    return row;
  };
  add(root, null, [0, 0]);
  const sum = ([before, after]: readonly [number, number]) =>
    drawn === 'all' ? before + after : drawn === 0 ? before : after;
  const rows = all.filter((row) => row.parent === null || sum(row.weight) > 0);
  const column = (of: (row: Row) => number) => Float64Array.from(rows, of);
  return {
    length: rows.length,
    node: Int32Array.from(rows, ({ node }) => node),
    parent: Int32Array.from(rows, ({ parent }) => (parent === null ? -1 : rows.indexOf(parent))),
    subtreeEnd: Int32Array.from(rows, (row, at) => {
      const end = rows.findIndex(({ depth }, i) => i > at && depth <= row.depth);
      return end < 0 ? rows.length : end;
    }),
    frame: Int32Array.from(rows, ({ node }) => node - 1),
    depth: Int32Array.from(rows, ({ depth }) => depth),
    x: column(({ x }) => sum(x)),
    weight: column(({ weight }) => sum(weight)),
    total: column(({ weight }) => sum(weight)),
    self: column(({ self }) => sum(self)),
    merged: new Int32Array(rows.length),
    sides: ([0, 1] as const).map((side) => ({
      self: column(({ self }) => self[side]),
      total: column(({ weight }) => weight[side]),
      x: column(({ x }) => x[side]),
      weight: column(({ weight }) => weight[side]),
    })),
  };
}

const value = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 50 }));
const self = fc.tuple(value, value);
const { box } = fc.letrec<{ box: ComparedBox }>((tie) => ({
  box: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.record({ self }),
    fc.record({ self, children: fc.array(tie('box'), { minLength: 1, maxLength: 5 }) }),
  ),
}));

/** Trees of any shape in which something was measured on both sides. */
export const comparedBoxes: fc.Arbitrary<ComparedBox> = fc.record({
  self: fc.constant([1, 1] as const),
  children: fc.array(box, { minLength: 1, maxLength: 5 }),
});
