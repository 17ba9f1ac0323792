/*
 * What a kernel that takes up stacks exports: by itself it is for decoders in TypeScript.
 */

export {
  addStack,
  expected,
  prefix,
  reserve,
  slots,
  stack,
  stackRoom,
  usePrefixes,
} from './router.as';
export {
  buildTree,
  cursors,
  groupStarts,
  hotLocations,
  hotParents,
  layTree,
  leafRows,
  rows,
} from './tree.as';
