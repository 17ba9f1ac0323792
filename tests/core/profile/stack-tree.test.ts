import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startStackKernel } from '../../../src/core/profile/kernel/stack-kernel.ts';
import type { StackTree } from '../../../src/core/profile/stack-tree.ts';
import { StackTreeBuilder } from '../../../src/core/profile/stack-tree-builder.ts';

/** Stacks as rows of locations, leaf first. */
type Stacks = readonly (readonly number[])[];

function fold(stacks: Stacks, builder: StackTreeBuilder = new StackTreeBuilder()): StackTree {
  for (const stack of stacks) builder.add(Int32Array.from(stack), stack.length);
  return builder.finish();
}

/** The stacks as the tree has them. */
function unfold({ stacks, stackOf }: StackTree): number[][] {
  return Array.from(stackOf, (leaf) => {
    const stack: number[] = [];
    for (let row = leaf; row >= 0; row = stacks.parent[row] ?? -1) {
      stack.push(stacks.location[row] ?? -1);
    }
    return stack;
  });
}

/** Every distinct prefix, as the naive way of building the tree would find them. */
function countPrefixes(stacks: Stacks): number {
  const prefixes = new Set<string>();
  for (const stack of stacks) {
    let prefix = '';
    for (const location of stack.toReversed()) {
      prefix += `${location};`;
      prefixes.add(prefix);
    }
  }
  return prefixes.size;
}

function expectSound(tree: StackTree, stacks: Stacks): void {
  const { length, parent, subtreeEnd } = tree.stacks;
  expect(unfold(tree)).toEqual(stacks);
  // As many rows as prefixes, and each prefix has one: so no two rows are the same prefix.
  expect(length).toBe(countPrefixes(stacks));
  for (let row = 0; row < length; row++) {
    const above = parent[row] ?? -1;
    const end = subtreeEnd[row] ?? 0;
    expect(above).toBeLessThan(row);
    expect(end).toBeGreaterThan(row);
    expect(end).toBeLessThanOrEqual(above < 0 ? length : (subtreeEnd[above] ?? 0));
  }
}

const LOCATIONS = 6;
const someStacks = fc.array(fc.array(fc.nat(LOCATIONS - 1), { maxLength: 12 }), { maxLength: 60 });

describe('the tree of stacks', () => {
  it('has a row for each distinct prefix of random stacks, and gives the stacks back', () => {
    fc.assert(fc.property(someStacks, (stacks) => expectSound(fold(stacks), stacks)));
  });

  it('is the same tree whatever prefixes are hot', () => {
    fc.assert(
      fc.property(
        someStacks,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 5 }),
        (stacks, learnFrom, uses) => {
          expectSound(
            fold(stacks, new StackTreeBuilder(startStackKernel(), { stacks: learnFrom, uses })),
            stacks,
          );
        },
      ),
    );
  });

  it('folds 40,000 stacks that share hot prefixes', () => {
    const stacks = manyStacks(40_000);
    const builder = new StackTreeBuilder();
    const tree = fold(stacks, builder);
    expect(builder.hot.length).toBeGreaterThan(10);
    expect(unfold(tree)).toEqual(stacks);
    expect(tree.stacks.length).toBe(countPrefixes(stacks));
  });

  it('folds a stack far deeper than recursion could', () => {
    const deep = new Array<number>(200_000).fill(0);
    const { stacks, stackOf } = fold([deep, [0]]);
    expect([stacks.length, ...stackOf]).toEqual([200_000, 199_999, 0]);
  });

  it('gives empty stacks no row', () => {
    const { stacks, stackOf } = fold([[], [0], []]);
    expect([stacks.length, ...stackOf]).toEqual([1, -1, 0, -1]);
  });
});

/** Stacks with common beginnings and many endings, the same at every run. */
function manyStacks(count: number): number[][] {
  let state = 1;
  const below = (limit: number): number => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
  return Array.from({ length: count }, () => {
    const stack = Array.from({ length: below(6) }, () => below(300));
    for (let depth = 10 + below(3); depth > 0; depth--) stack.push(depth * 2 + (below(8) >> 2));
    return stack;
  });
}
