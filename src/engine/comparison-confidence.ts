import {
  CONFIDENCE_LEVEL,
  type Confidence,
  type ConfidenceColumns,
} from '../bridge/comparison-api.ts';
import { compareRows, type RowConfidence } from '../core/analysis/comparison/confidence.ts';
import {
  type RowSampling,
  recoverSampling,
  type Sampling,
  sumRowSampling,
  sumTotalSampling,
} from '../core/analysis/comparison/sampling.ts';
import { gather, rowsWhere } from '../core/analysis/rows.ts';
import type { OpenProfile } from './open-profile.ts';
import { RecentlyUsed } from './recently-used.ts';
import type { Side } from './subject.ts';

/** What sampling leaves open of a comparison, kept for the views that share it. */
export class ComparisonConfidence {
  private readonly profiles: readonly [before: OpenProfile, after: OpenProfile];
  private readonly samplings = new RecentlyUsed<Recovered>(KEPT);
  private readonly sums = new RecentlyUsed<RowsOfSides>(KEPT);
  private readonly wholes = new RecentlyUsed<readonly [before: RowSampling, after: RowSampling]>(
    KEPT_WHOLES,
  );
  private readonly compared = new RecentlyUsed<Compared | { readonly reason: string }>(KEPT);

  constructor(before: OpenProfile, after: OpenProfile) {
    this.profiles = [before, after];
  }

  /**
   * Of every frame. `sides` are those of the view, `scale` is what their measured
   * values are multiplied with to be shown; equal keys stand for equal frames, values and focus.
   */
  of(sides: Sides, scale: Scale, key: string): Compared | { readonly reason: string } {
    return this.compared.get(`${key} ${scale.join(' ')}`, () => {
      const recovered = this.recover(sides);
      if ('reason' in recovered) return recovered;
      const rows = this.sums.get(key, () => sumRows(sides, recovered));
      return {
        flat: columnsOf(rows.before.flat, rows.after.flat, scale),
        cum: columnsOf(rows.before.cum, rows.after.cum, scale),
      };
    });
  }

  /** Of all samples that the focus keeps, as one row; null where draws are not known. `key` as above. */
  ofWhole(sides: Sides, scale: Scale, key: string): ConfidenceColumns | null {
    const recovered = this.recover(sides);
    if ('reason' in recovered) return null;
    const [before, after] = this.wholes.get(key, () => {
      const [was, is] = recovered.samplings;
      return [
        sumTotalSampling(sides[0].profile, was, sides[0].keeps, is.rule),
        sumTotalSampling(sides[1].profile, is, sides[1].keeps, was.rule),
      ];
    });
    return columnsOf(before, after, scale);
  }

  private recover(sides: Sides): Recovered {
    const key = sides.map(({ sampleType }) => sampleType).join(' ');
    return this.samplings.get(key, () => {
      const [before, after] = this.profiles.map((open, side) =>
        recoverSampling(open.profile, sides[side]?.sampleType ?? -1, (moment) =>
          open.heapDraws(moment),
        ),
      );
      if (before === undefined || after === undefined)
        throw new Error('A comparison has two sides.');
      if ('reason' in before) return { reason: `Before: ${before.reason}` };
      if ('reason' in after) return { reason: `After: ${after.reason}` };
      return { samplings: [before, after] };
    });
  }
}

/** Both tables, by frame. */
export interface Compared {
  readonly flat: ConfidenceColumns;
  readonly cum: ConfidenceColumns;
}

/** The answer for the page: the frames of which something was drawn. */
export function confidenceAnswer(
  compared: Compared | { readonly reason: string },
  whole: ConfidenceColumns | null,
): Confidence {
  if ('reason' in compared) return compared;
  if (whole === null) throw new Error('Draws are known of the rows, but not of the whole.');
  const { flat, cum } = compared;
  const { drawnBefore, drawnAfter } = cum;
  const frame = rowsWhere(
    drawnBefore.length,
    (row) => (drawnBefore[row] ?? 0) + (drawnAfter[row] ?? 0) > 0,
  );
  return {
    level: CONFIDENCE_LEVEL,
    frame,
    flat: rowsOf(flat, frame),
    cum: rowsOf(cum, frame),
    whole,
  };
}

type Sides = readonly [before: Side, after: Side];
type Scale = readonly [before: number, after: number];
type Recovered =
  | { readonly samplings: readonly [before: Sampling, after: Sampling] }
  | { readonly reason: string };

interface RowsOfSides {
  readonly before: { readonly flat: RowSampling; readonly cum: RowSampling };
  readonly after: { readonly flat: RowSampling; readonly cum: RowSampling };
}

const KEPT = 4;
/** One for each quantity of a heap profile, with and without a focus. */
const KEPT_WHOLES = 8;

function sumRows(
  [before, after]: Sides,
  { samplings }: Extract<Recovered, { samplings: unknown }>,
): RowsOfSides {
  return {
    before: sumRowSampling(
      before.profile,
      before.index,
      samplings[0],
      before.keeps,
      samplings[1].rule,
    ),
    after: sumRowSampling(after.profile, after.index, samplings[1], after.keeps, samplings[0].rule),
  };
}

function columnsOf(before: RowSampling, after: RowSampling, scale: Scale): ConfidenceColumns {
  return {
    ...compareRows(before, after, scale, CONFIDENCE_LEVEL),
    drawnBefore: before.rawCount,
    drawnAfter: after.rawCount,
  };
}

/** Some rows of all columns. */
function rowsOf(columns: ConfidenceColumns, rows: Int32Array): ConfidenceColumns {
  const some = (values: Float64Array) => gather(values, rows);
  return {
    beforeLow: some(columns.beforeLow),
    beforeHigh: some(columns.beforeHigh),
    afterLow: some(columns.afterLow),
    afterHigh: some(columns.afterHigh),
    deltaLow: some(columns.deltaLow),
    deltaHigh: some(columns.deltaHigh),
    ratioLow: some(columns.ratioLow),
    ratioHigh: some(columns.ratioHigh),
    pValue: some(columns.pValue),
    qValue: some(columns.qValue),
    isTooFew: Uint8Array.from(rows, (row) => columns.isTooFew[row] ?? 0),
    drawnBefore: some(columns.drawnBefore),
    drawnAfter: some(columns.drawnAfter),
  } satisfies Record<keyof RowConfidence | 'drawnBefore' | 'drawnAfter', unknown>;
}
