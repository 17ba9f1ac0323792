import type { BoxFigures } from '../../../words/box-figures.ts';
import type { PageData } from './page-data.ts';

/** A box as d3-flame-graph is given it; it writes `hide` and `fade` to it. */
export interface Box {
  readonly row: number;
  readonly width: number;
  readonly children: Box[];
}

/** The boxes as a tree; the first one is the root. */
export function boxTree({ boxes: { parent, width } }: PageData): Box {
  const boxes = width.map((boxWidth, row): Box => ({ row, width: boxWidth, children: [] }));
  for (const box of boxes) boxes[parent[box.row] ?? -1]?.children.push(box);
  const [root] = boxes;
  if (root === undefined) throw new Error('The page has no boxes.');
  return root;
}

/** How many rows of boxes there are. */
export function levelCount({ boxes: { parent } }: PageData): number {
  const depth: number[] = [];
  for (const caller of parent) depth.push((depth[caller] ?? 0) + 1);
  return depth.reduce((deepest, levels) => Math.max(deepest, levels), 0);
}

/** The numbers of a box, for the words about it. */
export function figuresOf({ boxes }: PageData, row: number, depth: number): BoxFigures {
  const caller = boxes.parent[row] ?? -1;
  const sides = boxes.sides.map(({ self, total }) => ({
    self: self[row] ?? 0,
    total: total[row] ?? 0,
    allTotal: total[0] ?? 0,
  }));
  const [side] = sides;
  return {
    place: { frame: boxes.name[row] ?? -1, depth },
    total: side?.total ?? 0,
    self: side?.self ?? 0,
    allTotal: side?.allTotal ?? 0,
    parentTotal: boxes.sides[0]?.total[caller] ?? 0,
    merged: boxes.merged[row] ?? 0,
    sides: sides.length > 1 ? sides : [],
  };
}
