import type { BoxPlace } from '../../../bridge/tree-api.ts';
import type { FlameSlice } from '../../../core/layout/flame-slice.ts';
import { shownPath } from '../../../core/layout/neighbours.ts';
import type { Viewport } from '../../../core/layout/viewport.ts';
import { deepestBelow, deepestRow } from './boxes-of-slice.ts';
import type { LikeBefore } from './flame-camera.ts';
import type { FlameInputs, TreeSource } from './flame-types.ts';
import { SliceFeed } from './slice-feed.ts';

/** A tree on its way or there. */
export interface Tree {
  readonly feed: SliceFeed;
  readonly source: TreeSource;
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
  source: TreeSource,
  isAlike: boolean,
  zoomedPath: Int32Array | null,
  { onChange, onFailure }: TreeEvents,
): Tree {
  const placed = zoomedPath === null ? null : source.requestPlace(zoomedPath);
  const feed = new SliceFeed(
    source.requestSlice,
    () => onChange(tree),
    () => onFailure(tree),
  );
  const tree: Tree = { feed, source, isAlike, zoomed: placed === null ? null : undefined };
  void placed
    ?.catch(() => null)
    .then((place) => {
      tree.zoomed = place;
      onChange(tree);
    });
  return tree;
}

/**
 * What a tree has in common with the one before; null where that had other frames. `widen` makes of the box
 * that was zoomed to what is to fill the width.
 */
export function likeBefore(
  { isAlike, zoomed }: Tree,
  whole: FlameSlice,
  widen: (place: BoxPlace) => BoxPlace,
): LikeBefore | null {
  if (!isAlike) return null;
  // What one side of a comparison does not have cannot be zoomed to there.
  const isThere = zoomed !== null && zoomed !== undefined && zoomed.weight > 0;
  const box = isThere ? { ...widen(zoomed), deepest: deepestBelow(whole, zoomed) } : null;
  return { deepest: deepestRow(whole), box };
}

/** Frames from the outermost caller to the box that is zoomed to; null if the whole graph is seen. */
export function zoomedPath(slice: FlameSlice | null, viewport: Viewport | null): Int32Array | null {
  if (slice === null || viewport === null) return null;
  const path = shownPath(slice, viewport);
  return path.length === 0 ? null : path;
}

/** The inputs for a tree. While the next one is on its way, what names and values mean is what it was. */
export function inputsFor(tree: Tree | null, inputs: FlameInputs): FlameInputs {
  if (tree === null || tree.source.key === inputs.source.key) return inputs;
  return { ...inputs, source: tree.source, highlighted: null, selection: null };
}
