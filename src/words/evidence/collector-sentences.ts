import type { CollectorFigures } from '../../core/evidence/gctrace/figures.ts';
import { formatMebibytes } from '../../core/units/bytes.ts';
import { formatCount } from '../../core/units/count.ts';
import { formatDuration } from '../../core/units/duration.ts';
import { formatShare } from '../../core/units/share.ts';

/*
 * What the figures of a window bear out, in sentences. Thresholds are rules of thumb: what is under them is
 * not said, but stands in the table all the same.
 */

/** Fewer collections tell of no habit. */
const ENOUGH = 10;
/** A collector that begins again so soon runs all the time. */
const OFTEN_MILLIS = 100;
const MANY_FORCED = 0.5;
const MANY_ASSISTS = 0.1;
const LONG_PAUSE_MILLIS = 10;
/** What Go collects at, at least, with GOGC=100. */
const LEAST_GOAL_MB = 4;

/** What is the matter in a window of one run; nothing where nothing is. */
export function collectorSentences(figures: CollectorFigures): string[] {
  return [symptom(figures), cause(figures), assists(figures), pauses(figures)].filter(
    (sentence) => sentence !== '',
  );
}

/** How often the collector runs on both sides; '' where one of them has too few collections to say. */
export function symptomChange(before: CollectorFigures, after: CollectorFigures): string {
  if (before.collections < ENOUGH || after.collections < ENOUGH) return '';
  const [was, is] = [before, after].map(({ intervalMedianMillis }) => every(intervalMedianMillis));
  return was === is
    ? `A collection every ${was} on both sides.`
    : `A collection every ${was} before, every ${is} after.`;
}

function isOften({ collections, intervalMedianMillis }: CollectorFigures): boolean {
  return collections >= ENOUGH && intervalMedianMillis <= OFTEN_MILLIS;
}

function symptom(figures: CollectorFigures): string {
  if (!isOften(figures)) return '';
  const { intervalMedianMillis, collectionsPerSecond, cpuShare } = figures;
  const times = `${formatCount(collectionsPerSecond)} times a second`;
  const cpu = `${formatShare(cpuShare, 1)} of the CPU`;
  return `A collection every ${every(intervalMedianMillis)} (median): the collector runs ${times} and takes ${cpu}.`;
}

/** Why it runs so often, where one reason explains the interval. */
function cause(figures: CollectorFigures): string {
  if (!isOften(figures)) return '';
  const { forcedShare, heapGoalMedianMB, heapLiveMedianMB, allocatedMBPerSecond } = figures;
  if (forcedShare >= MANY_FORCED) {
    return `${formatShare(forcedShare, 1)} of them the program asked for: look for runtime.GC and debug.FreeOSMemory.`;
  }
  const roomMB = heapGoalMedianMB - heapLiveMedianMB;
  const fillMillis = (roomMB / allocatedMBPerSecond) * 1e3;
  const isExplained =
    fillMillis > figures.intervalMedianMillis / 2 && fillMillis < figures.intervalMedianMillis * 2;
  if (roomMB < 1 || !isExplained) return '';
  const room = `the ${formatMebibytes(roomMB)} between the live heap (${formatMebibytes(heapLiveMedianMB)}) and the goal (${formatMebibytes(heapGoalMedianMB)})`;
  const because = `The program allocates about ${formatMebibytes(allocatedMBPerSecond)}/s, which fills ${room} in about ${formatDuration(Math.round(fillMillis) * 1e6)}`;
  return heapGoalMedianMB <= LEAST_GOAL_MB
    ? `${because}; the goal is the least that Go has, so that a larger GOGC makes collections rarer and costs little memory.`
    : `${because}.`;
}

function assists({ assistShare, collections }: CollectorFigures): string {
  if (collections < ENOUGH || !(assistShare >= MANY_ASSISTS)) return '';
  return `Goroutines that allocate do ${formatShare(assistShare, 1)} of the marking themselves (assists), and wait for it.`;
}

function pauses({ collections, pauseP99Millis }: CollectorFigures): string {
  if (collections < 100 || pauseP99Millis < LONG_PAUSE_MILLIS) return '';
  return `One collection in a hundred stops the program for ${formatDuration(pauseP99Millis * 1e6)} or longer.`;
}

/** For after “every”: `25 ms`. */
const every = (intervalMillis: number) =>
  intervalMillis < 1 ? 'millisecond or less' : formatDuration(intervalMillis * 1e6);
