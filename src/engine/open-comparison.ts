import type { Confidence, ConfidenceColumns } from '../bridge/comparison-api.ts';
import type { View } from '../bridge/engine-api.ts';
import type { FramesOf } from '../bridge/frames-api.ts';
import type { CallTree } from '../core/analysis/call-tree.ts';
import { type ComparedSums, comparedSums } from '../core/analysis/comparison/compared-sums.ts';
import { differenceProfile } from '../core/analysis/comparison/difference-profile.ts';
import { findHazards, type Hazard } from '../core/analysis/comparison/guard.ts';
import { type JoinedFrames, joinFrames } from '../core/analysis/comparison/join-frames.ts';
import { withJoinedNames } from '../core/analysis/comparison/joined-names.ts';
import { ontoMappings } from '../core/analysis/comparison/onto-mappings.ts';
import {
  pairSampleTypes,
  type SampleTypePair,
} from '../core/analysis/comparison/pair-sample-types.ts';
import {
  netTotalOf,
  normaliseRatio,
  scaleValues,
} from '../core/analysis/comparison/pprof-totals.ts';
import type { FocusRule } from '../core/analysis/focus.ts';
import { type FrameGroups, groupByModule, groupByPackage } from '../core/analysis/frame-groups.ts';
import type { FrameIndex } from '../core/analysis/frames.ts';
import { sumFrames } from '../core/analysis/top.ts';
import { type StackWeights, weighValues } from '../core/analysis/weights.ts';
import type { Profile } from '../core/profile/profile.ts';
import { isDivided, shownScales } from '../core/units/fairness.ts';
import { wholeScales } from '../core/units/whole-scales.ts';
import { type Compared, ComparisonConfidence, confidenceAnswer } from './comparison-confidence.ts';
import {
  focusKey,
  growTree,
  KEPT_FRAME_INDICES,
  KEPT_FRAME_SUMS,
  KEPT_TREES,
  type OpenProfile,
} from './open-profile.ts';
import { RecentlyUsed } from './recently-used.ts';
import type { SharedFrames, Side, Subject } from './subject.ts';

/** Two open profiles as a comparison: joined frames, weights as they are compared, one tree of both. */
export class OpenComparison implements Subject {
  readonly before: OpenProfile;
  readonly after: OpenProfile;
  readonly sampleTypes: readonly SampleTypePair[];
  private readonly joined = new RecentlyUsed<JoinedFrames>(KEPT_FRAME_INDICES);
  private readonly packageGroups = new RecentlyUsed<FrameGroups>(KEPT_FRAME_INDICES);
  private readonly weightings = new RecentlyUsed<StackWeights>(KEPT_WEIGHTS);
  private readonly sums = new RecentlyUsed<ComparedSums>(KEPT_FRAME_SUMS);
  private readonly trees = new RecentlyUsed<CallTree>(KEPT_TREES);
  private readonly sampled: ComparisonConfidence;
  private readonly found = new RecentlyUsed<readonly Hazard[]>(KEPT_ANSWERS);
  private readonly nets = new RecentlyUsed<number>(KEPT_ANSWERS);

  constructor(before: OpenProfile, after: OpenProfile) {
    this.before = before;
    this.after = after;
    this.sampled = new ComparisonConfidence(before, after);
    this.sampleTypes = pairSampleTypes(before.profile, after.profile);
  }

  sides(view: View): readonly [before: Side, after: Side] {
    const frames = this.joinedFrames(view);
    const [beforeScale, afterScale] = this.scales(view);
    const { sampleType: beforeType } = baseOf(view);
    const beforeFocus = focusBefore(view.focus);
    return [
      {
        profile: this.before.profile,
        sampleType: beforeType,
        index: frames.before,
        keeps: this.before.keptStacks(beforeFocus),
        weights: this.weights(view, 'before', this.before, beforeType, beforeFocus),
        scale: beforeScale,
      },
      {
        profile: this.after.profile,
        sampleType: view.sampleType,
        index: frames.after,
        keeps: this.after.keptStacks(view.focus),
        weights: this.weights(view, 'after', this.after, view.sampleType, view.focus),
        scale: afterScale,
      },
    ];
  }

  /** The values of the samples of a side, as they are compared. */
  values(view: View, side: 'before' | 'after'): Float64Array {
    const { profile } = this[side];
    const pair = this.pairOf(view);
    const values = profile.samples.values[pair[side]];
    if (values === undefined) throw new Error('That profile has no such sample type.');
    const factor = factorOf(pair, side);
    const inUnit = scaleValues(values, factor);
    if (side === 'before' || baseOf(view).fairness.kind !== 'sameTotal') return inUnit;
    return scaleValues(inUnit, normaliseRatio(this.before.profile, profile, pair));
  }

  /** Whether a side's values are compared as its profile has them. */
  isAsMeasured(view: View, side: 'before' | 'after'): boolean {
    const isNormalised = side === 'after' && baseOf(view).fairness.kind === 'sameTotal';
    return !isNormalised && factorOf(this.pairOf(view), side) === 1;
  }

  /** Sum of a side's samples that the focus keeps, as they are compared. */
  sumOf(view: View, side: 'before' | 'after'): number {
    const values = this.values(view, side);
    const focus = side === 'before' ? focusBefore(view.focus) : view.focus;
    const keeps = this[side].keptStacks(focus);
    const { stack } = this[side].profile.samples;
    let sum = 0;
    for (let sample = 0; sample < values.length; sample++) {
      const row = stack[sample] ?? -1;
      if (keeps === null || (row >= 0 && keeps[row] !== 0)) sum += values[sample] ?? 0;
    }
    return sum;
  }

  /** What a reader should know before trusting the comparison. */
  hazards(view: View): readonly Hazard[] {
    const { fairness } = baseOf(view);
    const sampleType = this.pairOf(view);
    return this.found.get(`${valuesKey(view)} ${fairness.kind}`, () =>
      findHazards(this.before.profile, this.after.profile, {
        sampleType,
        hasDivisors: isDivided(fairness, sampleType.type),
        isNormalised: fairness.kind === 'sameTotal',
      }),
    );
  }

  /**
   * What percentages of the net change refer to, the focus aside: as by pprof's -base where values are
   * shown as measured; of divided or scaled values pprof has none.
   */
  netTotal(view: View): number {
    const scales = this.scales(view);
    return this.nets.get(`${valuesKey(view)} ${scales.join(' ')}`, () => {
      const shown = (side: 'before' | 'after', scale: number) => {
        const values = this.values(view, side);
        return scale === 1 ? values : values.map((value) => value * scale);
      };
      return netTotalOf(this.before.profile, this.after.profile, [
        shown('before', scales[0]),
        shown('after', scales[1]),
      ]);
    });
  }

  /** What sampling leaves open of every row. */
  confidence(view: View): Confidence {
    const compared = this.comparedRows(view);
    const whole = 'reason' in compared ? null : this.wholeConfidence(view);
    return confidenceAnswer(compared, whole);
  }

  /** For each frame how likely sampling alone makes the change of its flat value; null if unknown. */
  qValues(view: View): Float64Array | null {
    const compared = this.comparedRows(view);
    return 'reason' in compared ? null : compared.flat.qValue;
  }

  /** What sampling leaves open of a quantity as a whole; null if unknown. */
  wholeConfidence(view: View): ConfidenceColumns | null {
    const key = `${sampleTypesKey(view)} ${focusKey(view.focus)}`;
    return this.sampled.ofWhole(this.sides(view), this.shownScales(view), key);
  }

  private comparedRows(view: View): Compared | { readonly reason: string } {
    const key = [framesKey(view), sampleTypesKey(view), focusKey(view.focus)].join(' ');
    return this.sampled.of(this.sides(view), this.shownScales(view), key);
  }

  /** What the values of each side are multiplied with to be shown. */
  private scales(view: View): readonly [before: number, after: number] {
    return shownScales(baseOf(view).fairness, this.pairOf(view).type);
  }

  /** What the values of each side's profile are multiplied with to be shown. */
  private shownScales(view: View): readonly [before: number, after: number] {
    const pair = this.pairOf(view);
    const [before, after] = this.scales(view);
    const isNormalised = baseOf(view).fairness.kind === 'sameTotal';
    const ratio = isNormalised ? normaliseRatio(this.before.profile, this.after.profile, pair) : 1;
    return [before * pair.beforeFactor, after * pair.afterFactor * ratio];
  }

  /** The quantity that a view compares. Throws when the sides do not both have it. */
  pairOf(view: View): SampleTypePair {
    const { sampleType } = baseOf(view);
    const pair = this.sampleTypes.find(
      ({ before, after }) => before === sampleType && after === view.sampleType,
    );
    if (pair === undefined) throw new Error('These two profiles did not both measure that.');
    return pair;
  }

  frames(of: FramesOf): SharedFrames {
    const { frames: table, joinedBy, nameBefore } = this.joinedFrames(of);
    const mapped = [this.before, this.after].flatMap(({ profile }) => profile.mappings.filename);
    return {
      table,
      modules: groupByModule(table, mapped),
      joined: {
        by: joinedBy,
        nameBefore: nameBefore.map((name, row) => (name === table.name[row] ? '' : name)),
      },
    };
  }

  ownFrames(of: Pick<FramesOf, 'granularity' | 'inlines'>): FrameIndex[] {
    return [...this.before.ownFrames(of), ...this.after.ownFrames(of)];
  }

  packages(of: FramesOf): FrameGroups {
    return this.packageGroups.get(framesKey(of), () =>
      groupByPackage(this.joinedFrames(of).frames),
    );
  }

  /** Flat and cum of every frame on both sides, as measured (or normalised), not divided. */
  frameSums(view: View): ComparedSums {
    const key = `${framesKey(view)} ${valuesKey(view)} ${focusKey(view.focus)}`;
    return this.sums.get(key, () => {
      const [before, after] = this.sides(view);
      const sumsOf = ({ profile, index, weights }: Side) =>
        sumFrames(profile.stacks, index, weights);
      return comparedSums(sumsOf(before), sumsOf(after));
    });
  }

  tree(view: View): CallTree {
    const key = [
      framesKey(view),
      valuesKey(view),
      focusKey(view.focus),
      view.order,
      ...this.scales(view),
    ].join(' ');
    return this.trees.get(key, () => growTree(this.sides(view), view.order));
  }

  /**
   * The samples after, less those before under the names that they were joined by. Values are whole
   * numbers as pprof wants them: divided ones are per as many units as the larger divisor is.
   */
  saved(view: View): Profile {
    const pairs = this.sampleTypes
      .filter((pair) => pair.before >= 0 && pair.after >= 0)
      .sort((a, b) => a.after - b.after);
    const [before, after] = this.sides(view);
    const valuesOf = (side: 'before' | 'after', { profile, keeps }: Side) =>
      pairs.map((pair) => {
        const of = viewOfPair(view, pair);
        const [ofBefore, ofAfter] = wholeScales(this.scales(of));
        const values = scaleValues(this.values(of, side), side === 'before' ? ofBefore : ofAfter);
        return keeps === null ? values : keptValues(values, profile, keeps);
      });
    const moved = ontoMappings(before.profile, after.profile);
    return differenceProfile(
      {
        profile: withJoinedNames(moved, before.index, view),
        values: valuesOf('before', before),
      },
      { profile: after.profile, values: valuesOf('after', after) },
      pairs.map(({ type, unit }) => ({ type, unit })),
    );
  }

  private joinedFrames(of: FramesOf): JoinedFrames {
    const { granularity, inlines } = of;
    return this.joined.get(framesKey(of), () => {
      const sideOf = (open: OpenProfile) => ({
        profile: open.profile,
        index: open.frameIndex(granularity, inlines),
      });
      return joinFrames(sideOf(this.before), sideOf(this.after), granularity, baseOf(of).rules);
    });
  }

  private weights(
    view: View,
    side: 'before' | 'after',
    open: OpenProfile,
    sampleType: number,
    focus: FocusRule | null,
  ): StackWeights {
    // The profile keeps what it weighs by itself, for its own views too.
    if (this.isAsMeasured(view, side)) return open.weights(sampleType, focus);
    return this.weightings.get(`${side} ${valuesKey(view)} ${focusKey(focus)}`, () =>
      weighValues(open.profile, this.values(view, side), open.keptStacks(focus)),
    );
  }
}

/** The view of another quantity that both sides measured. */
export function viewOfPair(view: View, pair: SampleTypePair): View {
  return {
    ...view,
    sampleType: pair.after,
    base: { ...baseOf(view), sampleType: pair.before },
  };
}

/** The values of the samples whose stack a focus keeps, and 0 for the others. */
function keptValues(values: Float64Array, { samples }: Profile, keeps: Uint8Array): Float64Array {
  return values.map((value, sample) => (keeps[samples.stack[sample] ?? -1] === 1 ? value : 0));
}

/** The base of a view that has one. */
export function baseOf<B>({ base }: { readonly base: B | null }): B {
  if (base === null) throw new Error('This question is about a comparison.');
  return base;
}

const KEPT_WEIGHTS = 2;
const KEPT_ANSWERS = 8;

function factorOf({ beforeFactor, afterFactor }: SampleTypePair, side: 'before' | 'after'): number {
  return side === 'before' ? beforeFactor : afterFactor;
}

/** On the side before, a function goes by the name that it has there. */
function focusBefore(focus: FocusRule | null): FocusRule | null {
  if (focus?.kind !== 'frame') return focus;
  return { kind: 'frame', name: focus.nameBefore ?? focus.name };
}

function framesKey({ granularity, inlines, base }: FramesOf): string {
  return `${granularity} ${inlines} ${JSON.stringify(base?.rules)}`;
}

function sampleTypesKey(view: View): string {
  return `${baseOf(view).sampleType} ${view.sampleType}`;
}

/** Equal for views that compare the same values of samples. */
function valuesKey(view: View): string {
  return `${sampleTypesKey(view)} ${baseOf(view).fairness.kind === 'sameTotal'}`;
}
