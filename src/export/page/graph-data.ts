import type { BoxColors } from '../../core/drawing/box-colors.ts';
import { oneSidedRow } from '../../core/drawing/draw-one-sided.ts';
import type { FlameSlice } from '../../core/layout/flame-slice.ts';
import type { FrameTexts } from '../../words/frame-texts.ts';
import { MOST_LEVELS } from './bounded-slice.ts';
import { type BoxColumns, type PageData, WHOLE_WIDTH } from './reader/page-data.ts';

/** A colour in both themes, as `#rrggbb`. */
export interface Fill {
  readonly light: string;
  readonly dark: string;
}

/** The boxes of a page, what they are called, and the colours that they refer to by number. */
export interface GraphData extends Pick<PageData, 'names' | 'origins' | 'boxes'> {
  readonly fills: readonly Fill[];
  /** For each of the names the frame that it is of. */
  readonly frameOfName: readonly number[];
  /** How many boxes were merged into how many remainders. */
  readonly merged: number;
  readonly remainders: number;
  /** How many boxes are deeper than the deepest that are shown. */
  readonly deeper: number;
}

/** What a page holds of a slice. */
export function graphData(
  slice: FlameSlice,
  frames: FrameTexts,
  colors: { readonly light: BoxColors; readonly dark: BoxColors },
): GraphData {
  const shown = rowsShown(slice);
  const names = new Numbering<number>();
  const fills = new Numbering<string>();
  const boxOf = new Int32Array(slice.length);
  shown.forEach((row, box) => {
    boxOf[row] = box;
  });
  const whole = slice.weight[0] ?? 0;
  const column = (of: (row: number) => number) => shown.map(of);
  const frameOf = (row: number) => slice.frame[row] ?? -1;
  const sides = slice.sides.length > 0 ? slice.sides : [slice];
  const boxes: BoxColumns = {
    parent: column((row) => boxOf[slice.parent[row] ?? -1] ?? -1),
    name: column((row) => (frameOf(row) < 0 ? -1 : names.of(frameOf(row)))),
    merged: column((row) => slice.merged[row] ?? 0),
    width: widths(slice, shown, whole),
    fill: column((row) =>
      frameOf(row) < 0
        ? -1
        : fills.of(`${colors.light.of(slice, row)} ${colors.dark.of(slice, row)}`),
    ),
    oneSided: column((row) => ONE_SIDED[oneSidedRow(slice, row) ?? 'neither']),
    sides: sides.map(({ self, total }) => ({
      self: column((row) => self[row] ?? 0),
      total: column((row) => total[row] ?? 0),
    })),
  };
  return {
    names: names.all.map((frame) => shortened(frames.name(frame))),
    origins: names.all.map((frame) =>
      [frames.package(frame), frames.place(frame)].filter((text) => text !== '').map(shortened),
    ),
    boxes,
    frameOfName: names.all,
    fills: fills.all.map((pair) => {
      const [light = '', dark = ''] = pair.split(' ');
      return { light, dark };
    }),
    merged: boxes.merged.reduce((sum, count) => sum + count, 0),
    remainders: boxes.merged.filter((count) => count > 0).length,
    deeper: slice.length - shown.length,
  };
}

const ONE_SIDED = { neither: 0, removed: 1, added: 2 } as const;

function rowsShown({ length, depth }: FlameSlice): number[] {
  return Array.from({ length }, (_, row) => row).filter((row) => (depth[row] ?? 0) < MOST_LEVELS);
}

/** Whole numbers whose sum over siblings is never more than their caller's: both edges are rounded. */
function widths({ x, weight }: FlameSlice, rows: readonly number[], whole: number): number[] {
  if (whole === 0) return rows.map(() => 0);
  const edge = (at: number) => Math.round((at / whole) * WHOLE_WIDTH);
  return rows.map((row) => {
    const left = x[row] ?? 0;
    return edge(left + (weight[row] ?? 0)) - edge(left);
  });
}

/** Numbers things in the order in which they are first seen. */
class Numbering<T> {
  readonly all: T[] = [];
  private readonly numbers = new Map<T, number>();

  of(thing: T): number {
    const known = this.numbers.get(thing);
    if (known !== undefined) return known;
    this.numbers.set(thing, this.all.length);
    return this.all.push(thing) - 1;
  }
}

/** No name that means something is longer; a longer one would fill the page. */
const LONGEST = 1000;

function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const cutsPair = (text.codePointAt(LONGEST - 1) ?? 0) > 0xffff;
  return `${text.slice(0, cutsPair ? LONGEST - 1 : LONGEST)}…`;
}
