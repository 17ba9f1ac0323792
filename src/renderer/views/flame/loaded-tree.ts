import type { BoxPlace } from '../../../bridge/engine-api.ts';
import type { FlameSlice } from '../../../core/layout/flame-slice.ts';
import { deepestBelow, deepestRow } from './boxes-of-slice.ts';
import type { LikeBefore } from './flame-camera.ts';
import type { FlameInputs } from './flame-types.ts';
import { SliceFeed } from './slice-feed.ts';

/** A tree on its way or there, with the inputs that go with it. */
export interface Tree {
  readonly feed: SliceFeed;
  readonly inputs: FlameInputs;
  /** Whether its frames are those of the tree before, so that paths mean the same in both. */
  readonly isAlike: boolean;
  /** The box that was zoomed to in the tree before; undefined until the engine has looked for it. */
  zoomed: BoxPlace | null | undefined;
}

interface TreeEvents {
  /** Something came. */
  readonly onChange: (tree: Tree) => void;
  readonly onFailure: (tree: Tree) => void;
}

/** Asks the engine for a tree, and in it for the box that was zoomed to in the tree before, if any. */
export function loadTree(
  inputs: FlameInputs,
  isAlike: boolean,
  zoomedPath: Int32Array | null,
  { onChange, onFailure }: TreeEvents,
): Tree {
  const placed = zoomedPath === null ? null : inputs.requestPlace(zoomedPath);
  const feed = new SliceFeed(
    inputs.requestSlice,
    () => onChange(tree),
    () => onFailure(tree),
  );
  const tree: Tree = { feed, inputs, isAlike, zoomed: placed === null ? null : undefined };
  void placed
    ?.catch(() => null)
    .then((place) => {
      tree.zoomed = place;
      onChange(tree);
    });
  return tree;
}

/** What a tree has in common with the one before; null where that had other frames. */
export function likeBefore({ isAlike, zoomed }: Tree, whole: FlameSlice): LikeBefore | null {
  if (!isAlike) return null;
  const box = zoomed ? { ...zoomed, deepest: deepestBelow(whole, zoomed) } : null;
  return { deepest: deepestRow(whole), box };
}
