import type { Confidence, ConfidenceColumns, Hazard } from '../bridge/comparison-api.ts';
import type { View } from '../bridge/engine-api.ts';
import { JoinKind } from '../core/analysis/comparison/join-frames.ts';
import { type FrameSums, topFrames } from '../core/analysis/top.ts';
import type { ValueType } from '../core/profile/profile.ts';
import { comparisonAnswers } from '../engine/comparison-answers.ts';
import { type Certainty, certaintyAt } from './certainty.ts';
import type { DiffOptions } from './diff-options.ts';
import type { DiffSubject } from './diff-view.ts';
import { type PercentTotal, percentTotal } from './percent-total.ts';
import { changeOf, changesOf } from './shown-change.ts';

/** The comparison that both forms of output print. */
export interface DiffReport {
  readonly sampleType: ValueType;
  /** Sums of the samples that count, as measured (or normalised), not divided. */
  readonly sum: Sided<number>;
  /** What values of each side are multiplied with to be shown. */
  readonly scale: Sided<number>;
  readonly percent: PercentTotal;
  readonly hazards: readonly Hazard[];
  readonly confidence: ReportConfidence;
  /** All that are not zero in all four columns, in pprof's order, those without a change last. */
  readonly rows: readonly DiffRow[];
  /** How many of them changed. */
  readonly changedRows: number;
}

/** A value of each side. */
interface Sided<T> {
  readonly before: T;
  readonly after: T;
}

/** Of all samples; or a sentence why it is not known. */
type ReportConfidence =
  | { readonly reason: string }
  | { readonly level: number; readonly whole: Certainty };

/** A row of the table. Values are as measured, not divided. */
export interface DiffRow {
  readonly name: string;
  /** What it is called before; '' where it is the same or not there. */
  readonly nameBefore: string;
  readonly joinedBy: keyof typeof JoinKind;
  readonly before: Values;
  readonly after: Values;
  /** As shown: divided. */
  readonly delta: Values;
  /** Null where nothing was drawn, or nothing is known. */
  readonly certainty: { readonly flat: Certainty; readonly cum: Certainty } | null;
}

interface Values {
  readonly flat: number;
  readonly cum: number;
}

/** Works out what `allocscope diff` prints. */
export function diffReport(subject: DiffSubject, options: DiffOptions): DiffReport {
  const { comparison, pair } = subject;
  const view = subject.viewOf(pair);
  const [{ scale: scaleBefore }, { scale: scaleAfter }] = comparison.sides(view);
  const scale = { before: scaleBefore, after: scaleAfter };
  const { before, after } = comparison.frameSums(view);
  const confidence = comparison.confidence(view);
  const { table, joined } = comparison.frames(view);
  const delta = {
    flat: changesOf(before.flat, after.flat, scale),
    cum: changesOf(before.cum, after.cum, scale),
  };
  const certaintyOf = certaintyByFrame(confidence);
  const { frames, changedRows } = orderedFrames(subject, view, delta, options.order);
  return {
    sampleType: pair,
    sum: { before: comparison.sumOf(view, 'before'), after: comparison.sumOf(view, 'after') },
    scale,
    percent: percentTotal(comparison, view, options.percentOf),
    hazards: comparisonAnswers.hazards(comparison, { view }),
    confidence:
      'reason' in confidence
        ? { reason: confidence.reason }
        : { level: confidence.level, whole: certaintyAt(confidence.whole, 0) },
    changedRows,
    rows: Array.from(frames, (frame): DiffRow => {
      const name = table.name[frame] ?? '';
      const nameBefore = joined?.nameBefore[frame] ?? '';
      return {
        name,
        nameBefore: nameBefore === name ? '' : nameBefore,
        joinedBy: JOIN_NAMES[joined?.by[frame] ?? 0] ?? 'exact',
        before: valuesAt(before, frame),
        after: valuesAt(after, frame),
        delta: valuesAt(delta, frame),
        certainty: certaintyOf(frame),
      };
    }),
  };
}

/** The change of all samples, as shown. */
export function changeOfSum({ sum, scale }: DiffReport): number {
  return changeOf(sum.before, sum.after, scale);
}

const JOIN_NAMES = Object.keys(JoinKind) as (keyof typeof JoinKind)[];

const valuesAt = ({ flat, cum }: FrameSums, frame: number): Values => ({
  flat: flat[frame] ?? 0,
  cum: cum[frame] ?? 0,
});

function orderedFrames(
  { comparison }: DiffSubject,
  view: View,
  delta: FrameSums,
  order: 'flat' | 'cum',
): { frames: number[]; changedRows: number } {
  const { table } = comparison.frames(view);
  const changed = topFrames(table, delta, order);
  const { before } = comparison.frameSums(view);
  const unchanged = topFrames(table, before, order).filter(
    (frame) => delta.flat[frame] === 0 && delta.cum[frame] === 0,
  );
  return { frames: [...changed, ...unchanged], changedRows: changed.length };
}

function certaintyByFrame(confidence: Confidence): (frame: number) => DiffRow['certainty'] {
  if ('reason' in confidence) return () => null;
  const { frame: frames, flat, cum } = confidence;
  const rows = new Map(Array.from(frames, (frame, row) => [frame, row]));
  return (frame) => {
    const row = rows.get(frame);
    const at = (columns: ConfidenceColumns) => certaintyAt(columns, row ?? 0);
    return row === undefined ? null : { flat: at(flat), cum: at(cum) };
  };
}
