import { SIDES } from '../bridge/comparison-api.ts';
import type { EngineMethod, EngineParams, EngineResult, View } from '../bridge/engine-api.ts';
import type { FrameColumns, FrameDetails, SideDetails } from '../bridge/frames-api.ts';
import type { BoxPlace, NodeChildren, SearchResult } from '../bridge/tree-api.ts';
import type { CallTree } from '../core/analysis/call-tree.ts';
import { groupByFile } from '../core/analysis/frame-groups.ts';
import {
  markLocations,
  matchFrames,
  totalMatched,
  weighMatches,
} from '../core/analysis/matches.ts';
import { calleesOf, callersOf } from '../core/analysis/neighbours.ts';
import { findOccurrences } from '../core/analysis/occurrences.ts';
import { rowsWhere } from '../core/analysis/rows.ts';
import { sumBoxSamples, sumFrameSamples } from '../core/analysis/sample-sums.ts';
import { widestBoxes } from '../core/analysis/widest-boxes.ts';
import { sliceCallTree } from '../core/layout/flame-slice.ts';
import type { Side, Subject } from './subject.ts';
import { textColumn } from './text-column.ts';
import { totalOf } from './totals.ts';

/** A slice without a window merges what is narrower than this part of the root: half a pixel of 2,000. */
const NARROWEST_BOX_OF_WHOLE = 1 / 4000;

/** How many matches can be stepped through, the widest ones: nobody steps through more. */
const SEARCH_BOXES = 500;
/** How many boxes a search looks into to find them: some 100 ms on a million-sample profile. */
const SEARCH_EFFORT = 20_000;

/** The questions that mean the same of one profile and of two that are compared. */
export type SharedMethod =
  | 'frames'
  | 'slice'
  | 'details'
  | 'search'
  | 'children'
  | 'box'
  | 'locate'
  | 'widest'
  | 'path';

/** Answers to questions, by method, about a subject of a kind. */
export type Answers<M extends EngineMethod, S> = {
  readonly [K in M]: (subject: S, params: EngineParams<K>) => EngineResult<K>;
};

/** How they are answered. */
export const sharedAnswers: Answers<SharedMethod, Subject> = {
  frames,
  slice,
  details,
  search,
  children,
  box: (subject, { view, node }) => {
    const path = treeWith(subject, view, node).pathTo(node);
    return subject
      .sides(view)
      .map(({ profile, index, keeps }) => sumBoxSamples(profile, index, keeps, path));
  },
  locate: (subject, { view, path }) => {
    const tree = subject.tree(view);
    let node = 0;
    for (const frame of path) {
      node = tree.childWithFrame(node, frame);
      if (node < 0) return null;
    }
    return placeOf(tree, node);
  },
  widest: (subject, { view, frame }) => {
    const sides = subject.sides(view);
    const marked = new Uint8Array(sides[0]?.index.frames.length ?? 0);
    marked[frame] = 1;
    const matched = sides.map((side) => weighMarked(side, marked));
    const tree = subject.tree(view);
    const [node] = widestBoxes(tree, marked, matched, 1).nodes;
    return node === undefined ? null : placeOf(tree, node);
  },
  path: (subject, { view, node }) => treeWith(subject, view, node).pathTo(node),
};

function frames(subject: Subject, of: EngineParams<'frames'>): FrameColumns {
  const { table, modules, joined } = subject.frames(of);
  const files = groupByFile(table);
  const packages = subject.packages(of);
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
    joined: joined && { by: joined.by, nameBefore: textColumn(joined.nameBefore) },
  };
}

function slice(
  subject: Subject,
  { view, window, side }: EngineParams<'slice'>,
): EngineResult<'slice'> {
  const tree = subject.tree(view);
  const drawn = side === null ? 'all' : SIDES.indexOf(side);
  // The sides share one scale, so what is narrow on one of them is so on all.
  const weight = tree.weightOf(0);
  return sliceCallTree(
    tree,
    window ?? { x0: 0, x1: Number.POSITIVE_INFINITY, minWeight: weight * NARROWEST_BOX_OF_WHOLE },
    drawn,
  );
}

function details(subject: Subject, { view, frame }: EngineParams<'details'>): FrameDetails {
  const all = subject.sides(view).map((side) => sideDetails(side, view, frame));
  const last = all.at(-1);
  if (last === undefined) throw new Error('There is no profile to tell about.');
  return { frame, ...last, base: all.length > 1 ? (all[0] ?? null) : null };
}

function sideDetails(side: Side, view: View, frame: number): SideDetails {
  const { profile, index, keeps, weights } = side;
  const occurrences = findOccurrences(profile.stacks, index, frame);
  const { self, total } = sumFrameSamples(profile, index, keeps, occurrences);
  return {
    flat: self,
    cum: total,
    totals: profile.sampleTypes.map((_, type) => totalOf(profile, type, view.focus, keeps)),
    callers: callersOf(profile.stacks, index, weights, occurrences),
    callees: calleesOf(profile.stacks, index, weights, occurrences),
  };
}

function search(subject: Subject, { view, pattern }: EngineParams<'search'>): SearchResult {
  const sides = subject.sides(view);
  const marked = matchFrames(subject.frames(view).table, pattern);
  const matched = sides.map((side) => weighMarked(side, marked));
  const sums = sides.map(({ profile, weights }, at) => ({
    matchedWeight: totalMatched(profile.stacks, matched[at] ?? new Float64Array()),
    total: weights.allWeight,
  }));
  const tree = subject.tree(view);
  const { nodes, areAll } = widestBoxes(tree, marked, matched, SEARCH_BOXES, SEARCH_EFFORT);
  const boxes = nodes.map((node) => placeOf(tree, node));
  return {
    frames: rowsWhere(marked.length, (frame) => marked[frame] === 1),
    matchedWeight: sums.reduce((sum, { matchedWeight }) => sum + matchedWeight, 0),
    total: sums.reduce((sum, { total }) => sum + total, 0),
    sides: sides.length > 1 ? sums : [],
    boxes: boxes.sort((a, b) => a.x - b.x || a.depth - b.depth),
    areAllBoxes: areAll,
  };
}

/** What lies under marked frames, by stack. */
function weighMarked({ profile, index, weights }: Side, marked: Uint8Array): Float64Array {
  return weighMatches(profile.stacks, weights, markLocations(index, marked));
}

function children(subject: Subject, { view, node }: EngineParams<'children'>): NodeChildren {
  const tree = treeWith(subject, view, node);
  const { first, count } = tree.childrenOf(node);
  const end = first + count;
  const places = Array.from({ length: count }, (_, i) => placeOf(tree, first + i));
  const sides = tree.columns.map(({ self, total, x, weight }) => ({
    self: self.slice(first, end),
    total: total.slice(first, end),
    x: x.slice(first, end),
    weight: weight.slice(first, end),
  }));
  const last = sides.at(-1);
  return {
    node: Int32Array.from(places, ({ node: child }) => child),
    frame: tree.frame.slice(first, end),
    self: last?.self ?? new Float64Array(),
    total: last?.total ?? new Float64Array(),
    x: Float64Array.from(places, ({ x }) => x),
    weight: Float64Array.from(places, ({ weight }) => weight),
    hasChildren: Uint8Array.from(places, ({ node: child }) => Number(tree.hasChildren(child))),
    sides: sides.length > 1 ? sides : [],
  };
}

/** The tree of a view. Throws when the node is none of it. */
function treeWith(subject: Subject, view: View, node: number): CallTree {
  const tree = subject.tree(view);
  if (!(node >= 0 && node < tree.length)) throw new Error('That box is not there any more.');
  return tree;
}

function placeOf(tree: CallTree, node: number): BoxPlace {
  const sides = tree.columns.map(({ x, weight }) => ({
    x: x[node] ?? 0,
    weight: weight[node] ?? 0,
  }));
  return {
    node,
    frame: tree.frame[node] ?? -1,
    depth: tree.depth[node] ?? 0,
    x: sides.reduce((sum, { x }) => sum + x, 0),
    weight: tree.weightOf(node),
    sides: sides.length > 1 ? sides : [],
  };
}
