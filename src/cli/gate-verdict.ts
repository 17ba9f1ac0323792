import type { SampleTypePair } from '../bridge/comparison-api.ts';
import type { View } from '../bridge/engine-api.ts';
import { formatChange, formatSigned } from '../core/units/change.ts';
import { formatExactQuantity } from '../core/units/quantity.ts';
import { conversionFactor } from '../core/units/unit-families.ts';
import { type Certainty, certaintyAt, isExact } from './certainty.ts';
import type { DiffOptions } from './diff-options.ts';
import { type DiffSubject, perOf } from './diff-view.ts';
import { type Gate, holds } from './gate.ts';
import { commonPairs, noSuchType } from './pair-choice.ts';
import { changeOf } from './shown-change.ts';
import { shownNumber } from './shown-number.ts';
import { UsageError } from './usage.ts';

/** What became of a condition. */
export interface Verdict {
  /** Whether the build is to end. */
  readonly isFailed: boolean;
  /** What the user should read; '' for nothing. */
  readonly sentence: string;
}

/** Below this a change is called beyond sampling noise: one test, chosen before the data were seen. */
const SIGNIFICANT_P = 0.05;

/** Holds a comparison against a condition. Throws UsageError where the condition does not fit it. */
export function judge(gate: Gate, subject: DiffSubject, options: DiffOptions): Verdict {
  const pair = pairOf(gate, subject);
  const view = subject.viewOf(pair);
  const measured = measure(gate, subject, view);
  if (measured === null) {
    const sentence = `“${gate.text}”: neither profile has that function, which counts as no change.`;
    return {
      isFailed: holds(0, gate.operator, gate.bound) && !options.isSignificantOnly,
      sentence,
    };
  }
  const { before, after, certainty } = measured;
  const [{ scale: scaleBefore }, { scale: scaleAfter }] = subject.comparison.sides(view);
  const change = changeOf(before, after, { before: scaleBefore, after: scaleAfter });
  const was = before * scaleBefore;
  if (options.isSignificantOnly && certainty.reason !== null) {
    throw new UsageError(
      `--significant: what is sampling noise in ${gate.type} is not known. ${certainty.reason}`,
    );
  }
  const figure = gate.unit === '%' ? percentOf(change, was) : change;
  if (!holds(figure, gate.operator, gate.bound * factorOf(gate, pair))) {
    return { isFailed: false, sentence: '' };
  }
  const isSignificant = certainty.row !== null && certainty.row.p < SIGNIFICANT_P;
  const isFailed = isSignificant || !options.isSignificantOnly;
  const write = writer(pair, perOf(subject, pair));
  const figures = `${write(was)} before, ${write(after * scaleAfter)} after: ${formatSigned(change, write)}, ${formatChange(was, was + change)} of before`;
  const verb = isFailed ? 'holds' : 'holds, but does not count with --significant';
  return {
    isFailed,
    sentence: `“${gate.text}” ${verb}: ${figures}; ${noiseText(certainty, change)}.`,
  };
}

interface Measured {
  /** Not divided. */
  readonly before: number;
  readonly after: number;
  readonly certainty: KnownOrNot;
}

/** `row` is null where nothing was drawn; `reason` says why nothing is known at all. */
interface KnownOrNot {
  readonly row: Certainty | null;
  readonly reason: string | null;
}

/** What a condition is about; null when it is a function that neither side has. */
function measure({ row, text }: Gate, { comparison }: DiffSubject, view: View): Measured | null {
  if (row === null) {
    const whole = comparison.confidence(view);
    return {
      before: comparison.sumOf(view, 'before'),
      after: comparison.sumOf(view, 'after'),
      certainty:
        'reason' in whole
          ? { row: null, reason: whole.reason }
          : { row: certaintyAt(whole.whole, 0), reason: null },
    };
  }
  const { table, joined } = comparison.frames(view);
  const framesNamed = (names: readonly string[]) =>
    names.flatMap((name, frame) => (name === row.name ? [frame] : []));
  const now = framesNamed(table.name);
  const [frame, ...more] = now.length > 0 ? now : framesNamed(joined?.nameBefore ?? []);
  if (frame === undefined) return null;
  if (more.length > 0) {
    throw new UsageError(`--fail-if: “${text}”: ${more.length + 1} rows have that name.`);
  }
  const { before, after } = comparison.frameSums(view);
  const confidence = comparison.confidence(view);
  if ('reason' in confidence) {
    return measuredAt(before[row.column], after[row.column], frame, {
      row: null,
      reason: confidence.reason,
    });
  }
  const at = confidence.frame.indexOf(frame);
  return measuredAt(before[row.column], after[row.column], frame, {
    row: at < 0 ? null : certaintyAt(confidence[row.column], at),
    reason: null,
  });
}

function measuredAt(
  before: Float64Array,
  after: Float64Array,
  frame: number,
  certainty: KnownOrNot,
): Measured {
  return { before: before[frame] ?? 0, after: after[frame] ?? 0, certainty };
}

function pairOf({ type }: Gate, { comparison }: DiffSubject): SampleTypePair {
  const common = commonPairs(comparison.values.sampleTypes);
  const found = common.find((pair) => pair.type === type);
  if (found === undefined) throw noSuchType('--fail-if', type, common);
  return found;
}

/** What the bound is multiplied with to be in the unit of the sample type, or in percent. */
function factorOf({ unit, text }: Gate, pair: SampleTypePair): number {
  if (unit === '' || unit === '%') return 1;
  const factor = conversionFactor(unit.replace(/iB$/, 'B'), pair.unit);
  if (factor === null) {
    throw new UsageError(
      `--fail-if: “${text}”: ${pair.type} is in ${pair.unit}, not in “${unit}”.`,
    );
  }
  return factor;
}

/** Any change of nothing is more than any percentage of it. */
function percentOf(change: number, before: number): number {
  return change === 0 ? 0 : (change / Math.abs(before)) * 100;
}

function writer(pair: SampleTypePair, per: string | null): (value: number) => string {
  return per === null
    ? (value) => formatExactQuantity(value, pair)
    : (value) => `${shownNumber(value, pair.unit, 'auto')} per ${per}`;
}

function noiseText({ row, reason }: KnownOrNot, change: number): string {
  if (reason !== null)
    return `whether that is sampling noise is not known (${reason.replace(/\.$/, '')})`;
  if (change === 0) return 'that is no change';
  if (row === null) return 'nothing of it was drawn, so it may be sampling noise';
  if (isExact(row)) return 'counted exactly, without sampling noise';
  const where = row.p < SIGNIFICANT_P ? 'beyond' : 'within';
  return `${where} sampling noise, p = ${row.p < 0.0001 ? row.p.toExponential(0) : row.p.toFixed(4)}`;
}
