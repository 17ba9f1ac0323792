import type { EngineParams } from '../bridge/engine-api.ts';
import type { SideListing } from '../bridge/frames-api.ts';
import type { FrameIndex } from '../core/analysis/frames.ts';
import { placesOfFrame, sumLines } from '../core/analysis/listing/function-lines.ts';
import { sumFrames } from '../core/analysis/top.ts';
import type { Answers } from './answers.ts';
import type { Side, Subject } from './subject.ts';

/** What stands in more files than these comes from a generator, and nobody reads them all. */
const MOST_PLACES = 8;

/** The question for the source lines of a function. */
export const listingAnswers: Answers<'listing', Subject> = {
  listing: (subject: Subject, { view, frame }: EngineParams<'listing'>) => {
    const byLine = subject.ownFrames({ ...view, granularity: 'lines' });
    return subject.sides(view).map((side, at) => {
      const index = byLine[at];
      if (index === undefined) throw new Error('There is no profile to list.');
      return sideListing(side, index, frame);
    });
  },
};

function sideListing(side: Side, byLine: FrameIndex, frame: number): SideListing {
  const { profile, index, weights, scale } = side;
  const sums = sumFrames(profile.stacks, index, weights);
  const places = placesOfFrame(index, byLine, frame)
    .filter(({ file }) => file !== '')
    .slice(0, MOST_PLACES)
    .map((place) => {
      const all = sumLines(profile, byLine, weights, { ...place, functionName: '' });
      const own = place.functionName === '' ? all : sumLines(profile, byLine, weights, place);
      return { ...place, own, all };
    });
  const heaviest = ({ own }: { own: { cum: Float64Array } }) =>
    own.cum.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return {
    places: places.sort((a, b) => heaviest(b) - heaviest(a)),
    flat: sums.flat[frame] ?? 0,
    cum: sums.cum[frame] ?? 0,
    scale,
  };
}
