import type { CollectorFigures, FigureName } from './figures.ts';

/**
 * Whether a figure may be off by more than a twentieth because Go cuts heap sizes to whole MB, and starts to
 * whole milliseconds: every heap under 20 MB is coarse.
 */
export function isCoarse(figures: CollectorFigures, name: FigureName): boolean {
  return relativeError(figures, name) > MOST_ERROR;
}

/** The same of how a figure changed, to which both sides add their errors. */
export function isChangeCoarse(
  before: CollectorFigures,
  after: CollectorFigures,
  name: FigureName,
): boolean {
  return relativeError(before, name) + relativeError(after, name) > MOST_ERROR;
}

function relativeError(figures: CollectorFigures, name: FigureName): number {
  const error = errorOf(figures, name);
  return error === 0 ? 0 : error / Math.abs(figures[name]);
}

const MOST_ERROR = 0.05;

/** By how much a figure may be off, in its own unit. */
function errorOf(figures: CollectorFigures, name: FigureName): number {
  if (name.endsWith('MB')) return 1;
  if (name === 'intervalMedianMillis') return 0.5;
  if (name === 'allocatedMBPerSecond') return errorOfAllocation(figures) / figures.seconds;
  return 0;
}

/**
 * Both heaps of a step are cut to whole MB, so that the error of a step has the variance 1/6 MB². In a steady heap
 * all steps are cut the same way: their errors add up rather than averaging out. Two deviations of each hold 95%.
 */
const errorOfAllocation = ({ collections }: CollectorFigures): number =>
  2 * Math.max(0, collections - 1) * Math.sqrt(1 / 6);
