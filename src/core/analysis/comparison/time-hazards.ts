import { visibleText } from '../../text/visible-text.ts';
import { formatDuration } from '../../units/duration.ts';
import { formatShare } from '../../units/share.ts';
import { type ComparedView, type Hazard, type Side, type Sides, startOf } from './hazard.ts';

/** Durations that differ by less do not matter beside the noise of sampling. */
const TOLERATED_RATIO = 1.05;

/** What Go counts from the start of the process, unless it was asked for some seconds of it. */
const SINCE_START = /^(?:alloc_(?:objects|space)|contentions|delay|threadcreate)$/;
/** What a profiler counts for as long as it runs. */
const WHILE_RUNNING = /^(?:samples?|cpu|wall)$/;

/** How long the two profiles count, and as of when. */
export function findTimeHazards(sides: Sides, view: ComparedView): Hazard[] {
  const { type } = view.sampleType;
  if (type.startsWith('inuse_')) return [stale()];
  const isSinceStart = SINCE_START.test(type);
  if (view.hasDivisors || view.isNormalised) return [];
  if (!isSinceStart && !WHILE_RUNNING.test(type)) return [];

  const [before, after] = sides.map(({ profile }) => Number(profile.durationNanos));
  if (before > 0 && after > 0) return unlikeDurations(before, after);
  if (!isSinceStart) return [];
  const known = sides.find(({ profile }) => profile.durationNanos > 0n);
  return [known === undefined ? unknownUptimes(type) : onlyOneDuration(known)];
}

function unlikeDurations(before: number, after: number): Hazard[] {
  const ratio = Math.max(before, after) / Math.min(before, after);
  if (ratio <= TOLERATED_RATIO) return [];
  const longer = after > before ? 'after' : 'before';
  const [more, less] = after > before ? [after, before] : [before, after];
  return [
    {
      kind: 'uptime',
      severity: 'warn',
      message: `Before covers ${formatDuration(before)}, after ${formatDuration(after)}: as much work would look ${formatShare(more - less, less)} larger ${longer}.`,
      advice: 'Divide each side by its duration or by the work done, or normalise.',
    },
  ];
}

function onlyOneDuration(known: Side): Hazard {
  const other = known.name === 'before' ? 'after' : 'before';
  const duration = formatDuration(Number(known.profile.durationNanos));
  return {
    kind: 'uptime',
    severity: 'warn',
    message: `${startOf(known)} covers ${duration}, while ${other} names no duration and so counts since its process started.`,
    advice: 'Take both in the same way, or divide each side by the work done.',
  };
}

function unknownUptimes(type: string): Hazard {
  return {
    kind: 'uptime',
    severity: 'note',
    message: `“${visibleText(type)}” accumulates since each process started, and the profiles do not say when: without a divisor the longer run looks worse.`,
    advice: 'Divide each side by the work done, or take both with ?seconds=30.',
  };
}

function stale(): Hazard {
  return {
    kind: 'stale',
    severity: 'note',
    message:
      'What is live is as of the last completed collection before each profile was taken, not as of that moment.',
    advice: 'Take both with ?gc=1, or after runtime.GC().',
  };
}
