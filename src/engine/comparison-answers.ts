import type {
  ComparisonSummary,
  DifferenceTable,
  Report,
  SideName,
} from '../bridge/comparison-api.ts';
import type { EngineParams, View } from '../bridge/engine-api.ts';
import { differenceOrder } from '../core/analysis/comparison/difference-order.ts';
import { matchFrames } from '../core/analysis/matches.ts';
import { gather } from '../core/analysis/rows.ts';
import type { Answers } from './answers.ts';
import { viewOfPair } from './compared-view.ts';
import type { OpenComparison } from './open-comparison.ts';
import type { OpenProfile } from './open-profile.ts';
import type { Side } from './subject.ts';
import { totalOf } from './totals.ts';

/** The questions that are about two profiles only. */
type ComparisonMethod = 'difference' | 'confidence' | 'hazards' | 'report' | 'netTotal';

/** How they are answered. */
export const comparisonAnswers: Answers<ComparisonMethod, OpenComparison> = {
  difference,
  confidence: (comparison, { view }) => comparison.confidence(view),
  hazards: (comparison, { view }) => comparison.hazards(view),
  report,
  netTotal: (comparison, { view }) => comparison.values.netTotal(view),
};

/** Two profiles as a comparison; the suggestion says which of them is likelier to be the one before. */
export function summariseComparison(
  { before, after, values: { sampleTypes } }: OpenComparison,
  { first, reason }: { readonly first: 'a' | 'b'; readonly reason: string },
): ComparisonSummary {
  const sumOf = ({ columnSums }: OpenProfile, type: number) => columnSums[type]?.sum ?? 0;
  return {
    sampleTypes,
    before: sampleTypes.map((pair) => sumOf(before, pair.before) * pair.beforeFactor),
    after: sampleTypes.map((pair) => sumOf(after, pair.after) * pair.afterFactor),
    suggestion: { isSwapped: first === 'b', reason },
  };
}

function difference(
  comparison: OpenComparison,
  { view, sort, filter }: EngineParams<'difference'>,
): DifferenceTable {
  const [{ index, scale: scaleBefore }, { scale: scaleAfter }] = comparison.sides(view);
  const { before, after, changed } = comparison.frameSums(view);
  const matching = filter === null ? null : matchFrames(index.frames, filter);
  const shown =
    matching === null ? changed.slice() : changed.filter((frame) => matching[frame] === 1);
  const qValue = sort.column === 'confidence' ? comparison.qValues(view) : null;
  const columns = { before, after, scaleBefore, scaleAfter, qValue };
  shown.sort(differenceOrder(sort, index.frames, columns));
  return tableOf(comparison, view, shown);
}

/** The rows of some frames, in their order. */
function tableOf(comparison: OpenComparison, view: View, frame: Int32Array): DifferenceTable {
  const sides = comparison.sides(view);
  const { before, after, changed } = comparison.frameSums(view);
  const totalOfSide = (side: SideName, { profile, sampleType, keeps, weights }: Side) =>
    comparison.values.isAsMeasured(view, side)
      ? totalOf(profile, sampleType, view.focus, keeps)
      : weights.allWeight;
  return {
    frame,
    flatBefore: gather(before.flat, frame),
    flatAfter: gather(after.flat, frame),
    cumBefore: gather(before.cum, frame),
    cumAfter: gather(after.cum, frame),
    rowCount: changed.length,
    totalBefore: totalOfSide('before', sides[0]),
    totalAfter: totalOfSide('after', sides[1]),
    sumBefore: sides[0].weights.allTotal,
    sumAfter: sides[1].weights.allTotal,
    scaleBefore: sides[0].scale,
    scaleAfter: sides[1].scale,
  };
}

/** How many falls and rises a report names. */
const NAMED_CHANGES = 10;

function report(comparison: OpenComparison, { view }: EngineParams<'report'>): Report {
  const [{ index, scale: scaleBefore }, { scale: scaleAfter }] = comparison.sides(view);
  const { before, after, changed } = comparison.frameSums(view);
  const deltaOf = (frame: number) =>
    (after.flat[frame] ?? 0) * scaleAfter - (before.flat[frame] ?? 0) * scaleBefore;
  const order = differenceOrder(
    { column: 'flatDelta', descending: true, bySize: true },
    index.frames,
    { before, after, scaleBefore, scaleAfter, qValue: null },
  );
  const sorted = changed.slice().sort(order);
  const first = (isWanted: (delta: number) => boolean) =>
    sorted.filter((frame) => isWanted(deltaOf(frame))).subarray(0, NAMED_CHANGES);
  return {
    totals: comparison.values.sampleTypes
      .filter((pair) => pair.before >= 0 && pair.after >= 0)
      .map((pair) => {
        const of = viewOfPair(view, pair);
        return {
          sampleType: pair,
          before: comparison.sumOf(of, 'before'),
          after: comparison.sumOf(of, 'after'),
          confidence: comparison.wholeConfidence(of),
        };
      }),
    falls: tableOf(
      comparison,
      view,
      first((delta) => delta < 0),
    ),
    rises: tableOf(
      comparison,
      view,
      first((delta) => delta > 0),
    ),
  };
}
