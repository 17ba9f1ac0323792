import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallTree } from '../../../src/core/analysis/call-tree.ts';
import { type TreeRun, TreeWalk } from '../../../src/core/analysis/tree-walk.ts';
import type { Profile } from '../../../src/core/profile/profile.ts';
import { arbitraryProfile } from '../../helpers/arbitrary-profile.ts';
import { drawProfile } from '../../helpers/draw-profile.ts';
import { growTree } from './draw-tree.ts';

/** Every node of a walk as `depth:frame self`, asked for in runs of at most so many. */
function walked(profile: Profile, limit: number): string[] {
  const walk = new TreeWalk(growTree(profile));
  const rows: string[] = [];
  while (!walk.isAtEnd) {
    const run = walk.next(limit);
    expect(run.frame.length).toBeGreaterThan(0);
    rows.push(...rowsOf(run));
  }
  return rows;
}

const rowsOf = ({ frame, depth, self }: TreeRun) =>
  Array.from(frame, (row, at) => `${depth[at]}:${row} ${self.map((column) => column[at])}`);

/** The same of a tree that keeps its nodes. */
function kept(tree: CallTree, node = 0): string[] {
  const { first, count } = tree.childrenOf(node);
  const children = Array.from({ length: count }, (_, child) => kept(tree, first + child));
  const self = tree.columns.map((column) => column.self[node]);
  return [`${tree.depth[node]}:${tree.frame[node]} ${self}`, ...children.flat()];
}

describe('a walk through a call tree', () => {
  it('passes every node once, callers first, whatever the length of its runs', () => {
    fc.assert(
      fc.property(arbitraryProfile(), fc.integer({ min: 1, max: 9 }), ({ profile }, limit) => {
        expect(walked(profile, limit)).toEqual(kept(growTree(profile)));
      }),
    );
  });

  it('holds no more nodes than the path and its siblings', () => {
    const branches = Array.from({ length: 300 }, (_, i) => `main;f${i};g${i};h${i} 1`);
    const tree = growTree(drawProfile(`types n/count\n${branches.join('\n')}`));
    const walk = new TreeWalk(tree);
    let most = 0;
    let passed = 0;
    while (!walk.isAtEnd) {
      passed += walk.next(1).frame.length;
      most = Math.max(most, tree.length);
    }
    expect(passed).toBe(2 + 3 * 300);
    expect(most).toBeLessThan(300 + 10);
  });
});
