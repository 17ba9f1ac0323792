import type { EngineParams } from '../bridge/engine-api.ts';
import type { TopTable } from '../bridge/frames-api.ts';
import { matchFrames } from '../core/analysis/matches.ts';
import { gather } from '../core/analysis/rows.ts';
import { nonZeroFrames } from '../core/analysis/top.ts';
import { topOrder } from '../core/analysis/top-order.ts';
import type { Answers } from './answers.ts';
import type { OpenProfile } from './open-profile.ts';
import { precision } from './precision.ts';
import { totalOf } from './totals.ts';

/** The questions that are about one profile only. */
export const profileAnswers: Answers<'top' | 'precision', OpenProfile> = {
  top,
  precision: (open, { view }) => precision(open, view),
};

function top(open: OpenProfile, { view, sort, filter }: EngineParams<'top'>): TopTable {
  const [{ index, profile, keeps }] = open.sides(view);
  const sums = open.frameSums(view);
  const packages = open.packages(view);
  const average = open.averageSizes(view);
  const all = nonZeroFrames(sums);
  const matching = filter === null ? null : matchFrames(index.frames, filter);
  const shown = matching === null ? all : all.filter((frame) => matching[frame] === 1);
  const frame = shown.sort(
    topOrder(sort, index.frames, {
      ...sums,
      packageOf: (row) => packages.names[packages.of[row] ?? 0] ?? '',
      // No objects are the smallest.
      average: sort.column === 'average' ? (average?.map((size) => size || 0) ?? null) : null,
    }),
  );
  return {
    frame,
    flat: gather(sums.flat, frame),
    cum: gather(sums.cum, frame),
    average: average && gather(average, frame),
    rowCount: all.length,
    total: totalOf(profile, view.sampleType, view.focus, keeps),
  };
}
