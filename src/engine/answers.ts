import type {
  BoxPlace,
  EngineMethod,
  EngineParams,
  EngineResult,
  FrameColumns,
  FrameDetails,
  NodeChildren,
  SearchResult,
  TopTable,
  View,
} from '../bridge/engine-api.ts';
import type { CallTree } from '../core/analysis/call-tree.ts';
import { groupByFile, groupByModule } from '../core/analysis/frame-groups.ts';
import {
  markLocations,
  matchFrames,
  totalMatched,
  weighMatches,
} from '../core/analysis/matches.ts';
import { calleesOf, callersOf } from '../core/analysis/neighbours.ts';
import { findOccurrences } from '../core/analysis/occurrences.ts';
import { sumBoxSamples, sumFrameSamples } from '../core/analysis/sample-sums.ts';
import { nonZeroFrames, reportTotal, sumMagnitudes } from '../core/analysis/top.ts';
import { topOrder } from '../core/analysis/top-order.ts';
import { widestBoxes } from '../core/analysis/widest-boxes.ts';
import { sliceCallTree } from '../core/layout/flame-slice.ts';
import type { OpenProfile } from './open-profile.ts';
import { textColumn } from './text-column.ts';

/** A slice without a window merges what is narrower than this part of the root: half a pixel of 2,000. */
const NARROWEST_BOX_OF_WHOLE = 1 / 4000;

/** Nobody steps through more boxes than these; the widest ones are taken. */
const SEARCH_BOXES = 500;
/** How many boxes a search looks into for them: some 100 ms on a million-sample profile. */
const SEARCH_EFFORT = 20_000;

/** How each question of the engine is answered. */
export const answers: {
  readonly [M in EngineMethod]: (open: OpenProfile, params: EngineParams<M>) => EngineResult<M>;
} = {
  frames,
  top,
  details,
  search,
  children,
  box: (open, { view, node }) => {
    const path = treeWith(open, view, node).pathTo(node);
    const index = open.frameIndex(view.granularity, view.inlines);
    return sumBoxSamples(open.profile, index, open.keptStacks(view.focus), path);
  },
  slice: (open, { view, window }) => {
    const tree = open.tree(view);
    const weight = tree.weight[0] ?? 0;
    return sliceCallTree(
      tree,
      window ?? { x0: 0, x1: weight, minWeight: weight * NARROWEST_BOX_OF_WHOLE },
    );
  },
  locate: (open, { view, path }) => {
    const tree = open.tree(view);
    let node = 0;
    for (const frame of path) {
      node = tree.childWithFrame(node, frame);
      if (node < 0) return null;
    }
    return placeOf(tree, node);
  },
  widest: (open, { view, frame }) => {
    const marked = new Uint8Array(open.frameIndex(view.granularity, view.inlines).frames.length);
    marked[frame] = 1;
    return findBoxes(open, view, marked).boxes(1, Number.POSITIVE_INFINITY)[0] ?? null;
  },
  path: (open, { view, node }) => treeWith(open, view, node).pathTo(node),
};

function frames(open: OpenProfile, { granularity, inlines }: EngineParams<'frames'>): FrameColumns {
  const { frames: table } = open.frameIndex(granularity, inlines);
  const files = groupByFile(table);
  const packages = open.framePackages(granularity, inlines);
  const modules = groupByModule(table, open.profile.mappings);
  return {
    length: table.length,
    name: textColumn(table.name),
    file: files.of,
    line: table.line,
    package: packages.of,
    module: modules.of,
    files: textColumn(files.names),
    packages: packages.names,
    modules: modules.names,
  };
}

function top(open: OpenProfile, { view, sort, filter }: EngineParams<'top'>): TopTable {
  const { frames: table } = open.frameIndex(view.granularity, view.inlines);
  const sums = open.frameSums(view);
  const packages = open.framePackages(view.granularity, view.inlines);
  const average = open.averageSizes(view);
  const all = nonZeroFrames(sums);
  const matching = filter === null ? null : matchFrames(table, filter);
  const shown = matching === null ? all : all.filter((frame) => matching[frame] === 1);
  const frame = shown.sort(
    topOrder(sort, table, {
      ...sums,
      packageOf: (row) => packages.names[packages.of[row] ?? 0] ?? '',
      // No objects are the smallest.
      average: sort.column === 'average' ? (average?.map((size) => size || 0) ?? null) : null,
    }),
  );
  return {
    frame,
    flat: Float64Array.from(frame, (row) => sums.flat[row] ?? 0),
    cum: Float64Array.from(frame, (row) => sums.cum[row] ?? 0),
    average: average === null ? null : Float64Array.from(frame, (row) => average[row] ?? NaN),
    rowCount: all.length,
    total: totalOf(open, view, view.sampleType),
  };
}

/** What percentages refer to under a view, for any sample type. */
function totalOf(open: OpenProfile, view: View, sampleType: number): number {
  return view.focus === null
    ? reportTotal(open.profile, sampleType)
    : sumMagnitudes(open.profile, sampleType, open.keptStacks(view.focus));
}

function details(open: OpenProfile, { view, frame }: EngineParams<'details'>): FrameDetails {
  const { profile } = open;
  const index = open.frameIndex(view.granularity, view.inlines);
  const weights = open.weights(view.sampleType, view.focus);
  const occurrences = findOccurrences(profile.stacks, index, frame);
  const keeps = open.keptStacks(view.focus);
  const { self, total } = sumFrameSamples(profile, index, keeps, occurrences);
  return {
    frame,
    flat: self,
    cum: total,
    totals: profile.sampleTypes.map((_, type) => totalOf(open, view, type)),
    callers: callersOf(profile.stacks, index, weights, occurrences),
    callees: calleesOf(profile.stacks, index, weights, occurrences),
  };
}

function search(open: OpenProfile, { view, pattern }: EngineParams<'search'>): SearchResult {
  const { frames: table } = open.frameIndex(view.granularity, view.inlines);
  const marked = matchFrames(table, pattern);
  const { matchedWeight, boxes } = findBoxes(open, view, marked);
  return {
    frames: Int32Array.from(marked.keys()).filter((frame) => marked[frame] === 1),
    matchedWeight,
    total: open.weights(view.sampleType, view.focus).allWeight,
    boxes: boxes(SEARCH_BOXES, SEARCH_EFFORT).sort((a, b) => a.x - b.x || a.depth - b.depth),
  };
}

/** What lies under marked frames, and where their outermost boxes stand, widest first. */
function findBoxes(
  open: OpenProfile,
  view: View,
  marked: Uint8Array,
): { matchedWeight: number; boxes: (limit: number, effort: number) => BoxPlace[] } {
  const { stacks } = open.profile;
  const index = open.frameIndex(view.granularity, view.inlines);
  const weights = open.weights(view.sampleType, view.focus);
  const matched = weighMatches(stacks, weights, markLocations(index, marked));
  return {
    matchedWeight: totalMatched(stacks, matched),
    boxes: (limit, effort) => {
      const tree = open.tree(view);
      const nodes = widestBoxes(tree, marked, matched, limit, effort);
      return nodes.map((node) => placeOf(tree, node));
    },
  };
}

function children(open: OpenProfile, { view, node }: EngineParams<'children'>): NodeChildren {
  const tree = treeWith(open, view, node);
  const { first, count } = tree.childrenOf(node);
  const end = first + count;
  return {
    node: Int32Array.from({ length: count }, (_, i) => first + i),
    frame: tree.frame.slice(first, end),
    self: tree.self.slice(first, end),
    total: tree.total.slice(first, end),
    x: tree.x.slice(first, end),
    weight: tree.weight.slice(first, end),
    hasChildren: Uint8Array.from({ length: count }, (_, i) => Number(tree.hasChildren(first + i))),
  };
}

/** The tree of a view. Throws when the node is none of it. */
function treeWith(open: OpenProfile, view: View, node: number): CallTree {
  const tree = open.tree(view);
  if (!(node >= 0 && node < tree.length)) throw new Error('That box is not there any more.');
  return tree;
}

function placeOf(tree: CallTree, node: number): BoxPlace {
  return {
    node,
    frame: tree.frame[node] ?? -1,
    depth: tree.depth[node] ?? 0,
    x: tree.x[node] ?? 0,
    weight: tree.weight[node] ?? 0,
  };
}
