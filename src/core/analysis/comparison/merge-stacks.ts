import type { StackTable } from '../../profile/profile.ts';
import type { MergedLocations } from './merge-locations.ts';

/**
 * Lays the prefix trees of two profiles over each other: stacks are one node where their locations are
 * of equal classes all the way. Gives the node of each stack, those of `after` counting on from those of
 * `before`: the number of one of the node's stacks.
 *
 * Linear in stacks: a stack is compared with its siblings alone, by a stamp on the class of its location.
 */
export function mergeStacks(
  before: StackTable,
  after: StackTable,
  { classOf, classCount }: MergedLocations,
): Int32Array {
  const split = before.length;
  const nodeOf = new Int32Array(before.length + after.length);
  // The stacks of a node are a chain that begins with the one by which it is called.
  const nextInNode = new Int32Array(nodeOf.length).fill(-1);
  const lastOfNode = new Int32Array(nodeOf.length);
  const stampedBy = new Int32Array(classCount).fill(-1);
  const stampedNode = new Int32Array(classCount);
  // Nodes whose children are still to be looked at, last in first out: what is near stays near.
  const pending = new Int32Array(nodeOf.length);
  let pendingCount = 0;

  const adoptBetween = (parent: number, begin: number, end: number, side: 0 | 1) => {
    const { location, subtreeEnd } = side === 0 ? before : after;
    const shift = side === 0 ? 0 : split;
    const classes = classOf[side];
    for (let row = begin; row < end; row = subtreeEnd[row]) {
      const key = classes[location[row]];
      const stack = row + shift;
      if (stampedBy[key] === parent) {
        const sibling = stampedNode[key];
        nodeOf[stack] = sibling;
        nextInNode[lastOfNode[sibling]] = stack;
        lastOfNode[sibling] = stack;
      } else {
        stampedBy[key] = parent;
        stampedNode[key] = stack;
        nodeOf[stack] = stack;
        lastOfNode[stack] = stack;
        pending[pendingCount++] = stack;
      }
    }
  };

  const root = nodeOf.length;
  adoptBetween(root, 0, before.length, 0);
  adoptBetween(root, 0, after.length, 1);
  while (pendingCount > 0) {
    const parent = pending[--pendingCount];
    for (let stack = parent; stack >= 0; stack = nextInNode[stack]) {
      if (stack < split) adoptBetween(parent, stack + 1, before.subtreeEnd[stack], 0);
      else adoptBetween(parent, stack - split + 1, after.subtreeEnd[stack - split], 1);
    }
  }
  return nodeOf;
}
