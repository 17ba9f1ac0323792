import type { BoxPlace, NodeChildren } from '../../../bridge/tree-api.ts';

/** A line of the call tree written out. */
export interface TreeRow {
  readonly node: number;
  readonly frame: number;
  /** 1 for the outermost callers. */
  readonly level: number;
  readonly self: number;
  readonly total: number;
  /** What it is on each side of a comparison, as measured; empty for one profile. */
  readonly sides: readonly { readonly self: number; readonly total: number }[];
  /** Where its box stands in the flame graph. */
  readonly place: BoxPlace;
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
  /** Place among its siblings, from 1, and how many they are. */
  readonly position: number;
  readonly siblings: number;
}

/** The children of a node as closed rows. */
export function rowsOf(children: NodeChildren, level: number): TreeRow[] {
  const { node, frame, self, total, x, weight, hasChildren, sides } = children;
  return Array.from(node, (id, at) => ({
    node: id,
    frame: frame[at] ?? -1,
    level,
    self: self[at] ?? 0,
    total: total[at] ?? 0,
    sides: sides.map((side) => ({ self: side.self[at] ?? 0, total: side.total[at] ?? 0 })),
    place: {
      node: id,
      frame: frame[at] ?? -1,
      depth: level,
      x: x[at] ?? 0,
      weight: weight[at] ?? 0,
      sides: sides.map((side) => ({ x: side.x[at] ?? 0, weight: side.weight[at] ?? 0 })),
    },
    hasChildren: hasChildren[at] === 1,
    isOpen: false,
    position: at + 1,
    siblings: node.length,
  }));
}

/** The rows with those of a node's callees put below it. Rows that do not hold the node stay. */
export function opened(
  rows: readonly TreeRow[],
  node: number,
  below: readonly TreeRow[],
): readonly TreeRow[] {
  const at = rows.findIndex((row) => row.node === node);
  const row = rows[at];
  if (row === undefined || row.isOpen) return rows;
  return [...rows.slice(0, at), { ...row, isOpen: true }, ...below, ...rows.slice(at + 1)];
}

/** The rows without what stands below a node. */
export function closed(rows: readonly TreeRow[], node: number): readonly TreeRow[] {
  const at = rows.findIndex((row) => row.node === node);
  const row = rows[at];
  if (row === undefined || !row.isOpen) return rows;
  return [...rows.slice(0, at), { ...row, isOpen: false }, ...rows.slice(endOf(rows, at))];
}

/** Index of the row of the caller; -1 for an outermost one. */
export function callerOf(rows: readonly TreeRow[], at: number): number {
  const level = rows[at]?.level ?? 0;
  for (let above = at - 1; above >= 0; above--) {
    if ((rows[above]?.level ?? 0) < level) return above;
  }
  return -1;
}

function endOf(rows: readonly TreeRow[], at: number): number {
  const level = rows[at]?.level ?? 0;
  let end = at + 1;
  while (end < rows.length && (rows[end]?.level ?? 0) > level) end++;
  return end;
}

/** A chain of lone callees is opened at once as far as this: deep stacks begin with many. */
const LONGEST_CHAIN = 64;

/** Fetches what opening a node shows: its callees and, while there is but one, theirs. */
export async function fetchBelow(
  node: number,
  level: number,
  requestChildren: (node: number) => Promise<NodeChildren>,
): Promise<readonly TreeRow[]> {
  let rows: readonly TreeRow[] = rowsOf(await requestChildren(node), level);
  let [only] = rows;
  for (let links = 0; links < LONGEST_CHAIN; links++) {
    if (only === undefined || only.siblings !== 1 || !only.hasChildren) break;
    const below = rowsOf(await requestChildren(only.node), only.level + 1);
    rows = opened(rows, only.node, below);
    [only] = below;
  }
  return rows;
}

/** What has to be opened to come to a box: a node, and the rows below it. */
export interface Opening {
  readonly node: number;
  readonly below: readonly TreeRow[];
}

/** Fetches what is missing between the rows and the box at the end of a path of frames. */
export async function fetchPath(
  rows: readonly TreeRow[],
  path: Int32Array,
  requestChildren: (node: number) => Promise<NodeChildren>,
): Promise<readonly Opening[]> {
  const openings: Opening[] = [];
  let known = rows;
  let at = -1;
  for (const [depth, frame] of path.entries()) {
    at = known.findIndex((row, i) => i > at && row.level === depth + 1 && row.frame === frame);
    const row = known[at];
    if (row === undefined || depth === path.length - 1) break;
    if (row.isOpen) continue;
    const below = await fetchBelow(row.node, row.level + 1, requestChildren);
    openings.push({ node: row.node, below });
    known = opened(known, row.node, below);
  }
  return openings;
}
