import type { LineSums } from '../../../core/analysis/listing/function-lines.ts';
import { alignLines } from './align-lines.ts';
import type { SourceSide } from './source-side.ts';

/** The rows of a listing; columns by row, and those of sides in their order. */
export interface SourceRows {
  readonly length: number;
  /** Of each side, 1-based; -1 where it has no such line, or its text is not there. */
  readonly line: readonly Int32Array[];
  /** In shown units (divided); 0 where a side has no such line. */
  readonly flat: readonly Float64Array[];
  readonly cum: readonly Float64Array[];
}

/**
 * Rows of the texts that are there, with the values of the function or of all functions of the file. Of a side whose text
 * is not there no line is known to be that of the other: its values stand nowhere.
 */
export function rowsOf(sides: readonly SourceSide[], of: 'function' | 'file'): SourceRows {
  const line = linesOf(sides);
  const length = line[0]?.length ?? 0;
  const column = (value: 'flat' | 'cum') =>
    sides.map(({ place, listing: { scale } }, side) => {
      const sums = of === 'file' ? place?.all : place?.own;
      return valuesOf(line[side] ?? new Int32Array(), sums ?? null, value, scale);
    });
  return { length, line, flat: column('flat'), cum: column('cum') };
}

function linesOf(sides: readonly SourceSide[]): Int32Array[] {
  const [before, after] = [sides[0]?.text ?? null, sides[1]?.text ?? null];
  if (before !== null && after !== null) {
    const looked =
      before.range === null || after.range === null
        ? null
        : { before: before.range, after: after.range };
    const aligned = alignLines(before.lines, after.lines, looked);
    return [aligned.before, aligned.after];
  }
  const length = (before ?? after)?.lines.length ?? 0;
  return sides.map(({ text }) =>
    Int32Array.from({ length }, (_, row) => (text === null ? -1 : row + 1)),
  );
}

function valuesOf(
  lines: Int32Array,
  sums: LineSums | null,
  value: 'flat' | 'cum',
  scale: number,
): Float64Array {
  const known = new Map<number, number>();
  sums?.line.forEach((line, row) => {
    known.set(line, (sums[value][row] ?? 0) * scale);
  });
  return Float64Array.from(lines, (line) => known.get(line) ?? 0);
}

/** Lines that cost less than this part of the costliest call cost next to nothing themselves. */
const TELLING_PART = 0.1;

/** The value that tells where lines cost: flat, unless calls from them are what costs. */
export function tellingValue(
  flat: readonly Float64Array[],
  cum: readonly Float64Array[],
): 'flat' | 'cum' {
  const sizes = (columns: readonly Float64Array[], join: (one: number, other: number) => number) =>
    columns.reduce(
      (of, column) =>
        join(
          of,
          column.reduce((sum, value) => join(sum, Math.abs(value)), 0),
        ),
      0,
    );
  const own = sizes(flat, (sum, value) => sum + value);
  return own > 0 && own >= TELLING_PART * sizes(cum, Math.max) ? 'flat' : 'cum';
}

/** What rows weigh, from which the heaviest are told: the value, or the change of it where there are two sides. */
export interface RowWeights {
  readonly value: 'flat' | 'cum';
  /** Signed. */
  readonly weight: Float64Array;
  /** The largest magnitude; 0 where all are 0. */
  readonly most: number;
  /** Rows that weigh anything, heaviest first. */
  readonly heaviest: readonly number[];
}

/**
 * Weighs rows by what their lines cost themselves, or with what they call where that is next to nothing. Sides whose
 * values stand nowhere do not count.
 */
export function weighRows(rows: SourceRows): RowWeights {
  const value = tellingValue(rows.flat, rows.cum);
  const columns = rows[value].filter((_, side) => rows.line[side]?.some((line) => line > 0));
  const weight = new Float64Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    const last = columns.at(-1)?.[row] ?? 0;
    weight[row] = columns.length === 2 ? last - (columns[0]?.[row] ?? 0) : last;
  }
  const size = (row: number) => Math.abs(weight[row] ?? 0);
  const heaviest = Array.from(weight.keys())
    .filter((row) => size(row) > 0)
    .sort((a, b) => size(b) - size(a) || a - b);
  return { value, weight, most: heaviest[0] === undefined ? 0 : size(heaviest[0]), heaviest };
}
