import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexFrames } from '../../../src/core/analysis/frames.ts';
import { arbitraryProfile, framesOf, type PlainProfile } from '../../helpers/arbitrary-profile.ts';
import { drawProfile } from '../../helpers/draw-profile.ts';
import { drawTree, growTree, unindented } from './draw-tree.ts';

describe('the call tree', () => {
  it('merges stacks by frame, heaviest sibling first', () => {
    const profile = drawProfile(`
      types n/count
      main@m.go:1;encode  5
      main@m.go:2;encode  2
      main@m.go:2;decode  9
      idle                1
    `);
    expect(drawTree(profile)).toBe(
      unindented(`
        root 0/17
          main 0/16
            decode 9/9
            encode 7/7
          idle 1/1
      `),
    );
  });

  it('orders siblings by name when asked to', () => {
    const profile = drawProfile('types n/count\nb 1\na 1\nc 9');
    expect(drawTree(profile, { order: 'name' })).toBe(
      unindented(`
        root 0/11
          a 1/1
          b 1/1
          c 9/9
      `),
    );
  });

  it('makes nodes of inlined frames, or leaves them out', () => {
    const profile = drawProfile(`
      types n/count
      main>serve;encode  5
      main;encode        1
      main>serve         2
    `);
    expect(drawTree(profile)).toBe(
      unindented(`
        root 0/8
          main 0/8
            serve 2/7
              encode 5/5
            encode 1/1
      `),
    );
    expect(drawTree(profile, { inlines: false })).toBe(
      unindented(`
        root 0/8
          main 2/8
            encode 6/6
      `),
    );
  });

  it('gives the value of samples without a stack to the root', () => {
    expect(drawTree(drawProfile('types n/count\nmain 5\n- 3'))).toBe('root 3/8\n  main 5/5');
  });

  it('is as wide as the changes where values cancel, and leaves out what was not measured', () => {
    const profile = drawProfile(`
      types n/count
      main;less  -4
      main;more  4
      main;none  0
    `);
    expect(drawTree(profile)).toBe(
      unindented(`
        root 0/0|8
          main 0/0|8
            less -4/-4|4
            more 4/4
      `),
    );
  });

  it('counts only the samples that a focus keeps', () => {
    const profile = drawProfile(`
      types n/count
      main;serve;encode  5
      main;idle          2
      -                  1
    `);
    expect(drawTree(profile, { focus: { kind: 'frame', name: 'serve' } })).toBe(
      unindented(`
        root 0/5
          main 0/5
            serve 0/5
              encode 5/5
      `),
    );
  });

  it('tells whether a node has children without making them', () => {
    const tree = growTree(drawProfile('types n/count\nmain;leaf 5\nmain;none 0\nlone 1'));
    const { first } = tree.childrenOf(0);
    const before = tree.length;
    expect([tree.hasChildren(first), tree.hasChildren(first + 1)]).toEqual([true, false]);
    expect(tree.length).toBe(before);
  });
});

describe('the call tree of a random profile', () => {
  it('equals one that is built naively from every sample', () => {
    fc.assert(
      fc.property(arbitraryProfile(), fc.nat(1), (plain, sampleType) => {
        expect(nodes(plain, sampleType)).toEqual(naiveNodes(plain, sampleType));
      }),
    );
  });

  it('adds up: a total is its self and the totals below, boxes stand side by side', () => {
    fc.assert(
      fc.property(arbitraryProfile(), (plain) => {
        const tree = growTree(plain.profile);
        const [side] = tree.columns;
        for (let node = 0; node < tree.length; node++) {
          const { first, count } = tree.childrenOf(node);
          let total = side?.self[node] ?? 0;
          let x = side?.x[node] ?? 0;
          for (let child = first; child < first + count; child++) {
            total += side?.total[child] ?? 0;
            expect(side?.x[child]).toBe(x);
            x += side?.weight[child] ?? 0;
          }
          expect(side?.total[node]).toBe(total);
          expect(x).toBeLessThanOrEqual((side?.x[node] ?? 0) + (side?.weight[node] ?? 0));
          expect(tree.hasChildren(node)).toBe(count > 0);
        }
      }),
    );
  });

  it('is a part of the whole tree under a focus', () => {
    fc.assert(
      fc.property(arbitraryProfile(), fc.constantFrom('a', 'b'), (plain, name) => {
        const keeps = plain.samples.filter((sample) => framesOf(plain, sample).includes(name));
        const focused = growTree(plain.profile, { focus: { kind: 'frame', name } });
        expect(focused.columns[0]?.total[0]).toBe(
          keeps.reduce((sum, { values }) => sum + values[0], 0),
        );
        const whole = nodes(plain, 0);
        for (const path of nodes(plain, 0, name).keys()) expect(whole.has(path)).toBe(true);
      }),
    );
  });
});

type Nodes = Map<string, { self: number; total: number; weight: number }>;

/** All nodes by their path. */
function nodes({ profile }: PlainProfile, sampleType: number, focusName?: string): Nodes {
  const focus = focusName === undefined ? null : ({ kind: 'frame', name: focusName } as const);
  const tree = growTree(profile, { sampleType, focus });
  const [side] = tree.columns;
  const { frames } = indexFrames(profile, 'functions', true);
  const found: Nodes = new Map();
  for (let node = 0; node < tree.length; node++) {
    tree.childrenOf(node);
    const path = Array.from(tree.pathTo(node), (frame) => frames.name[frame]).join(';');
    found.set(path, {
      self: side?.self[node] ?? 0,
      total: side?.total[node] ?? 0,
      weight: side?.weight[node] ?? 0,
    });
  }
  return found;
}

function naiveNodes(plain: PlainProfile, sampleType: 0 | 1 | number): Nodes {
  const found: Nodes = new Map([['', { self: 0, total: 0, weight: 0 }]]);
  for (const sample of plain.samples) {
    const value = sample.values[sampleType] ?? 0;
    const frames = framesOf(plain, sample);
    for (let depth = 0; depth <= frames.length; depth++) {
      const path = frames.slice(0, depth).join(';');
      const node = found.get(path) ?? { self: 0, total: 0, weight: 0 };
      node.total += value;
      node.weight += Math.abs(value);
      if (depth === frames.length) node.self += value;
      found.set(path, node);
    }
  }
  for (const [path, { weight }] of found) if (weight === 0 && path !== '') found.delete(path);
  return found;
}
