import { CallTree, type SiblingOrder } from '../../../src/core/analysis/call-tree.ts';
import { type FocusRule, focusStacks } from '../../../src/core/analysis/focus.ts';
import { indexFrames } from '../../../src/core/analysis/frames.ts';
import { weighStacks } from '../../../src/core/analysis/weights.ts';
import type { Profile } from '../../../src/core/profile/profile.ts';

interface TreeOptions {
  sampleType?: number;
  inlines?: boolean;
  order?: SiblingOrder;
  focus?: FocusRule | null;
}

/** The call tree of a profile, by functions. */
export function growTree(profile: Profile, options: TreeOptions = {}): CallTree {
  const { sampleType = 0, inlines = true, order = 'weight', focus = null } = options;
  const keeps = focus === null ? null : focusStacks(profile, focus);
  const index = indexFrames(profile, 'functions', inlines);
  const weights = weighStacks(profile, sampleType, keeps);
  const side = { stacks: profile.stacks, index, weights, scale: 1 };
  return new CallTree([side], order === 'name' ? index.frames.name : null);
}

/** A tree as indented lines of `name self/total`, with `|weight` where that is not the total. */
export function drawTree(profile: Profile, options: TreeOptions = {}): string {
  const tree = growTree(profile, options);
  const [side] = tree.columns;
  const { frames } = indexFrames(profile, 'functions', options.inlines ?? true);
  const lines: string[] = [];
  const pending = [0];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const [self, total, weight] = [side?.self[node], side?.total[node], side?.weight[node]];
    const width = weight === total ? '' : `|${weight}`;
    const name = node === 0 ? 'root' : frames.name[tree.frame[node] ?? -1];
    lines.push(`${'  '.repeat(tree.depth[node] ?? 0)}${name} ${self}/${total}${width}`);
    const { first, count } = tree.childrenOf(node);
    for (let child = first + count - 1; child >= first; child--) pending.push(child);
  }
  return lines.join('\n');
}

/** Text without the indentation that its first line has. */
export function unindented(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const indent = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0;
  return lines.map((line) => line.slice(indent)).join('\n');
}
