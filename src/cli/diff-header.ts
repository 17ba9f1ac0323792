import type { Profile } from '../core/profile/profile.ts';
import { baseName } from '../core/text/path.ts';
import { visibleText } from '../core/text/visible-text.ts';
import { pprofLabel } from '../core/units/pprof-value.ts';
import { type Certainty, markOf } from './certainty.ts';
import type { DiffOptions } from './diff-options.ts';
import { changeOfSum, type DiffReport } from './diff-report.ts';
import { type DiffSubject, perOf } from './diff-view.ts';
import { timeText } from './header-text.ts';

/** What stands above the table of a comparison before pprof's own lines. */
export function comparisonLines(
  subject: DiffSubject,
  { order }: DiffOptions,
  report: DiffReport,
  label: (value: number) => string,
): string[] {
  const before = subject.before.profile;
  const after = subject.after.profile;
  const ofBoth = (title: string, textOf: (profile: Profile) => string) =>
    bothSides(title, textOf(before), textOf(after));
  const lines = [
    ...ofBoth('File', ({ mappings: { filename } }) => (filename[0] ? baseName(filename[0]) : '')),
    ...ofBoth('Build ID', ({ mappings }) => mappings.buildId[0] ?? ''),
    `Type: ${report.sampleType.type}`,
    ...ofBoth('Time', ({ timeNanos }) =>
      timeNanos === 0n ? '' : timeText(Number(timeNanos / 1_000_000n)),
    ),
    ...ofBoth('Duration', ({ durationNanos }) =>
      durationNanos === 0n ? '' : pprofLabel(Number(durationNanos), 'nanoseconds'),
    ),
    ...fairnessLine(subject),
    totalLine(report, label),
    ...report.hazards.flatMap(({ severity, message, advice }) =>
      severity === 'note' ? [] : `${SEVERITY_WORDS[severity]}: ${message} ${advice}`.trimEnd(),
    ),
    `Percentages are of ${percentWords(report, subject)}; before, after and mark are of ${order}.`,
  ];
  if ('reason' in report.confidence) {
    lines.push(`What is sampling noise is not known: ${report.confidence.reason}`);
  }
  return lines.map(visibleText);
}

const SEVERITY_WORDS = { stop: 'Beware', warn: 'Warning' } as const;

/** A fact of both profiles: once where it is the same, not at all where neither has it. */
function bothSides(title: string, before: string, after: string): string[] {
  if (before === after) return before === '' ? [] : [`${title}: ${before}`];
  return [`${title}: ${before || 'unknown'} before, ${after || 'unknown'} after`];
}

function fairnessLine(subject: DiffSubject): string[] {
  const { fairness, pair } = subject;
  const per = perOf(subject, pair);
  switch (fairness.kind) {
    case 'asMeasured':
      return [];
    case 'per':
      if (per === null) {
        return [
          `Values of ${pair.type} are as measured: what is there at one moment is not divided`,
        ];
      }
      return [`Values are per ${per}: ${fairness.before} before, ${fairness.after} after`];
    case 'sameTotal':
      return ['Values after are scaled to the total before (--normalize)'];
  }
}

function totalLine(report: DiffReport, label: (value: number) => string): string {
  const { sum, scale, confidence } = report;
  const change = changeOfSum(report);
  const values = `Total: ${label(sum.before * scale.before)} before, ${label(sum.after * scale.after)} after, change ${label(change)}`;
  if ('reason' in confidence) return values;
  const isDivided = scale.before !== 1 || scale.after !== 1;
  const boundLabel = (value: number) => label(isDivided ? value : Math.round(value));
  return `${values} (${certaintyText(confidence.whole, change, confidence.level, boundLabel)})`;
}

function certaintyText(
  whole: Certainty,
  change: number,
  level: number,
  label: (value: number) => string,
): string {
  const mark = markOf(change, whole, level);
  if (mark === 'same' || mark === 'exact') return mark;
  const { low, high } = whole.delta;
  if (Number.isNaN(low) || Number.isNaN(high)) return mark;
  return `${mark}, ${Math.round(level * 100)}% interval ${label(low)} to ${label(high)}`;
}

function percentWords({ percent }: DiffReport, subject: DiffSubject): string {
  const per = perOf(subject, subject.pair);
  const words = {
    before: 'the total before',
    after: 'the total after',
    net: 'the net change: the sum of the changes of all stacks, without their signs',
  };
  return per === null ? words[percent.of] : `${words[percent.of]}, per ${per}`;
}
