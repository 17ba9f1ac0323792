import { describe, expect, it, vi } from 'vitest';
import type { NodeChildren } from '../../../src/bridge/tree-api.ts';
import { treeCommand } from '../../../src/renderer/views/flame/tree-commands.ts';
import {
  callerOf,
  closed,
  fetchBelow,
  fetchPath,
  opened,
  rowsOf,
  type TreeRow,
} from '../../../src/renderer/views/flame/tree-rows.ts';

/** The children of each node: 1 and 2 below the root, a chain 3, 4, 5 below 1, and 6, 7 below 5. */
const below: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2],
  1: [3],
  3: [4],
  4: [5],
  5: [6, 7],
};

function childrenOf(node: number): NodeChildren {
  const nodes = below[node] ?? [];
  return {
    node: Int32Array.from(nodes),
    frame: Int32Array.from(nodes),
    self: new Float64Array(nodes.length).fill(1),
    total: new Float64Array(nodes.length).fill(10),
    x: new Float64Array(nodes.length).fill(5),
    weight: new Float64Array(nodes.length).fill(10),
    hasChildren: Uint8Array.from(nodes, (child) => (below[child] ? 1 : 0)),
    sides: [],
  };
}

const request = (node: number) => Promise.resolve(childrenOf(node));
const nodes = (rows: readonly TreeRow[]) => rows.map(({ node }) => node);

describe('rows of a tree', () => {
  const top = rowsOf(childrenOf(0), 1);

  it('say where they stand', () => {
    expect(top[1]).toEqual({
      node: 2,
      frame: 2,
      level: 1,
      self: 1,
      total: 10,
      sides: [],
      place: { node: 2, frame: 2, depth: 1, x: 5, weight: 10, sides: [] },
      hasChildren: false,
      isOpen: false,
      position: 2,
      siblings: 2,
    });
  });

  it('open a chain of lone callees at once, up to where it branches', async () => {
    const request1 = vi.fn(request);
    const chain = await fetchBelow(1, 2, request1);
    expect(nodes(chain)).toEqual([3, 4, 5, 6, 7]);
    expect(chain.map(({ level }) => level)).toEqual([2, 3, 4, 5, 5]);
    expect(chain.map(({ isOpen }) => isOpen)).toEqual([true, true, true, false, false]);
    expect(request1).toHaveBeenCalledTimes(4);
  });

  it('do not open an endless chain whole', async () => {
    const endless = (node: number) =>
      Promise.resolve({ ...childrenOf(1), node: Int32Array.of(node + 1) });
    expect((await fetchBelow(0, 1, endless)).length).toBe(65);
  });

  it('open and close', async () => {
    const open = opened(top, 1, await fetchBelow(1, 2, request));
    expect(nodes(open)).toEqual([1, 3, 4, 5, 6, 7, 2]);
    expect(opened(open, 1, [])).toBe(open);
    expect(nodes(closed(open, 4))).toEqual([1, 3, 4, 2]);
    expect(closed(open, 1)).toEqual(top);
    expect(closed(top, 99)).toBe(top);
    expect(callerOf(open, 5)).toBe(3);
    expect(callerOf(open, 0)).toBe(-1);
  });
});

describe('treeCommand', () => {
  const rows = opened(rowsOf(childrenOf(0), 1), 1, rowsOf(childrenOf(1), 2));

  it.each([
    ['ArrowDown', 0, { kind: 'go', to: 1 }],
    ['ArrowDown', 2, { kind: 'go', to: 2 }],
    ['ArrowUp', 0, { kind: 'go', to: 0 }],
    ['End', 0, { kind: 'go', to: 2 }],
    ['Home', 2, { kind: 'go', to: 0 }],
    ['PageDown', 0, { kind: 'go', to: 2 }],
    ['PageUp', 2, { kind: 'go', to: 0 }],
    ['ArrowRight', 0, { kind: 'go', to: 1 }],
    ['ArrowRight', 1, { kind: 'open' }],
    ['ArrowRight', 2, null],
    ['ArrowLeft', 0, { kind: 'close' }],
    ['ArrowLeft', 1, { kind: 'go', to: 0 }],
    ['ArrowLeft', 2, null],
    ['Enter', 0, { kind: 'close' }],
    ['Enter', 1, { kind: 'open' }],
    ['Enter', 2, null],
    ['x', 0, null],
  ] as const)('%s on row %i', (key, at, expected) => {
    expect(treeCommand(key, rows, at, 10)).toEqual(expected);
  });
});

describe('the way to a box', () => {
  const openTo = async (rows: readonly TreeRow[], path: number[]) => {
    const ask = vi.fn(request);
    const openings = await fetchPath(rows, Int32Array.from(path), ask);
    const all = openings.reduce((now, { node, below: at }) => opened(now, node, at), rows);
    return { rows: nodes(all), asked: ask.mock.calls.map(([node]) => node) };
  };
  const top = rowsOf(childrenOf(0), 1);

  it('is opened row by row', async () => {
    const { rows, asked } = await openTo(top, [1, 3, 4, 5, 7]);
    expect(rows).toEqual([1, 3, 4, 5, 6, 7, 2]);
    expect(asked).toEqual([1, 3, 4, 5]);
  });

  it('is not fetched again where it is open, nor the box itself opened', async () => {
    const open = opened(top, 1, rowsOf(childrenOf(1), 2));
    expect((await openTo(open, [1, 3])).asked).toEqual([]);
    expect((await openTo(open, [1, 3, 4])).asked).toEqual([3, 4, 5]);
  });

  it('ends where the tree has no such box', async () => {
    expect(await openTo(top, [2, 9])).toEqual({ rows: [1, 2], asked: [2] });
    expect(await openTo(top, [8, 9])).toEqual({ rows: [1, 2], asked: [] });
  });
});
