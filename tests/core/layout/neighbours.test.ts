import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neighbour, rowOfNode, shownPath } from '../../../src/core/layout/neighbours.ts';
import { sliceOf, slices } from '../../helpers/flame-slices.ts';

// Rows: 0 root, 1 a, 2 its callee, 3 b, 4 and 5 its callees, the second one wider.
const slice = sliceOf({
  self: 0,
  children: [
    { self: 1, children: [{ self: 2 }] },
    { self: 1, children: [{ self: 2 }, { self: 9 }] },
  ],
});

describe('shownPath', () => {
  // Edges: a and its callee from 0 to 3, b from 3 to 15, its callees from 3 to 5 and on to 14.
  it.each([
    ['the whole graph is nobody’s', 0, 15, []],
    ['a box that fills the view', 3, 15, [2]],
    ['the outermost of boxes alike', 0, 3, [0]],
    ['the innermost box around a part', 6, 9, [2, 4]],
    ['a part that no box reaches over', 1, 9, []],
    ['a part that only a caller reaches over', 4, 6, [2]],
  ])('%s', (_, weightX0, weightX1, path) => {
    expect([...shownPath(slice, { weightX0, weightX1, scroll: 0 })]).toEqual(path);
  });
});

describe('neighbour', () => {
  it.each([
    [0, 'parent', 0],
    [0, 'child', 3],
    [3, 'child', 5],
    [5, 'child', 5],
    [5, 'parent', 3],
    [5, 'previous', 4],
    [4, 'previous', 2],
    [2, 'next', 4],
    [5, 'next', 5],
    [1, 'previous', 1],
  ] as const)('of row %i, %s, is row %i', (row, step, expected) => {
    expect(neighbour(slice, row, step)).toBe(expected);
  });

  it('comes back from a child to the caller, and from one side to the other', () => {
    fc.assert(
      fc.property(slices, fc.nat(), (any, pick) => {
        const row = pick % any.length;
        const child = neighbour(any, row, 'child');
        if (child !== row) expect(neighbour(any, child, 'parent')).toBe(row);
        const next = neighbour(any, row, 'next');
        if (next !== row) expect(neighbour(any, next, 'previous')).toBe(row);
        expect(any.depth[next]).toBe(any.depth[row]);
      }),
    );
  });
});

describe('rowOfNode', () => {
  it('finds nodes that have a row of their own', () => {
    const merged = sliceOf({ self: 0, children: [{ self: 9 }, { self: 1, merged: 3 }] });
    expect([0, 1, 2, 3].map((node) => rowOfNode(merged, node))).toEqual([0, 1, -1, -1]);
  });
});
