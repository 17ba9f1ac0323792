import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CallTree } from '../../../../src/core/analysis/call-tree.ts';
import { joinFrames } from '../../../../src/core/analysis/comparison/join-frames.ts';
import { indexFrames } from '../../../../src/core/analysis/frames.ts';
import { weighStacks } from '../../../../src/core/analysis/weights.ts';
import { type DrawnSide, sliceCallTree } from '../../../../src/core/layout/flame-slice.ts';
import type { Profile } from '../../../../src/core/profile/profile.ts';
import { arbitraryProfile } from '../../../helpers/arbitrary-profile.ts';
import { drawProfile } from '../../../helpers/draw-profile.ts';
import { growTree, unindented } from '../draw-tree.ts';

/** The tree of two profiles by functions, and the names of its frames. */
function treeOfTwo(before: Profile, after: Profile, scales: readonly [number, number] = [1, 1]) {
  const sideOf = (profile: Profile) => ({
    profile,
    index: indexFrames(profile, 'functions', true),
  });
  const joined = joinFrames(sideOf(before), sideOf(after), 'functions', {
    tolerant: false,
    renames: [],
  });
  const side = (profile: Profile, name: 'before' | 'after', scale: number) => ({
    stacks: profile.stacks,
    index: joined[name],
    weights: weighStacks(profile, 0),
    scale,
  });
  const tree = new CallTree(
    [side(before, 'before', scales[0]), side(after, 'after', scales[1])],
    null,
  );
  return { tree, names: joined.frames.name };
}

/** A slice as indented lines of `name before→after @left+width`. */
function drawSlice(
  { tree, names }: ReturnType<typeof treeOfTwo>,
  drawn: DrawnSide = 'all',
  minWeight = 0,
): string {
  const slice = sliceCallTree(tree, { x0: 0, x1: Infinity, minWeight }, drawn);
  const [before, after] = slice.sides;
  return Array.from({ length: slice.length }, (_, row) => {
    const merged = slice.merged[row] ?? 0;
    const name = row === 0 ? 'all' : merged > 0 ? `(${merged})` : names[slice.frame[row] ?? -1];
    const values = `${before?.total[row]}→${after?.total[row]}`;
    const place = `@${slice.x[row]}+${slice.weight[row]}`;
    return `${'  '.repeat(slice.depth[row] ?? 0)}${name} ${values} ${place}`;
  }).join('\n');
}

const before = drawProfile(`
  types n/count
  main;encode;copy   6
  main;encode        2
  main;lookup        4
`);
const after = drawProfile(`
  types n/count
  main;encode;copy   1
  main;encode;grow   2
  main;sort          9
`);

describe('a tree of two profiles', () => {
  it('has the frames of both, widest together first', () => {
    expect(drawSlice(treeOfTwo(before, after))).toBe(
      unindented(`
        all 12→12 @0+24
          main 12→12 @0+24
            encode 8→3 @0+11
              copy 6→1 @0+7
              grow 0→2 @7+2
            sort 0→9 @11+9
            lookup 4→0 @20+4
      `),
    );
  });

  it('keeps the order where one side is drawn, and leaves out what is not there', () => {
    const tree = treeOfTwo(before, after);
    expect(drawSlice(tree, 0)).toBe(
      unindented(`
        all 12→12 @0+12
          main 12→12 @0+12
            encode 8→3 @0+8
              copy 6→1 @0+6
            lookup 4→0 @8+4
      `),
    );
    expect(drawSlice(tree, 1)).toBe(
      unindented(`
        all 12→12 @0+12
          main 12→12 @0+12
            encode 8→3 @0+3
              copy 6→1 @0+1
              grow 0→2 @1+2
            sort 0→9 @3+9
      `),
    );
  });

  it('is as wide as the scaled values, which stay as measured', () => {
    expect(drawSlice(treeOfTwo(before, after, [1, 0.5]), 1)).toBe(
      unindented(`
        all 12→12 @0+6
          main 12→12 @0+6
            encode 8→3 @0+1.5
              copy 6→1 @0+0.5
              grow 0→2 @0.5+1
            sort 0→9 @1.5+4.5
      `),
    );
  });

  it('counts in a remainder only what is on the drawn side', () => {
    const many = drawProfile('types n/count\na 1\nb 1\nc 1\nwide 90');
    const some = drawProfile('types n/count\na 1\nc 1\nwide 90');
    expect(drawSlice(treeOfTwo(many, some), 1, 5)).toBe(
      unindented(`
        all 93→92 @0+92
          wide 90→90 @0+90
          (2) 2→2 @90+2
      `),
    );
  });

  it('adds up to the trees of both profiles by themselves', () => {
    fc.assert(
      fc.property(arbitraryProfile(), arbitraryProfile(), (one, other) => {
        const { tree, names } = treeOfTwo(one.profile, other.profile);
        [one.profile, other.profile].forEach((profile, side) => {
          const alone = growTree(profile);
          const ownNames = indexFrames(profile, 'functions', true).frames.name;
          expect(nodesOf(tree, side, names)).toEqual(nodesOf(alone, 0, ownNames));
        });
      }),
    );
  });
});

/** What a side's nodes weigh, by path; those that weigh nothing there are left out. */
function nodesOf(tree: CallTree, side: number, names: readonly string[]) {
  const found = new Map<string, readonly (number | undefined)[]>();
  const columns = tree.columns[side];
  for (let node = 0; node < tree.length; node++) {
    tree.childrenOf(node);
    if (columns?.weight[node] === 0 && node > 0) continue;
    const path = Array.from(tree.pathTo(node), (frame) => names[frame]).join(';');
    found.set(path, [columns?.self[node], columns?.total[node], columns?.weight[node]]);
  }
  return new Map([...found].sort());
}
