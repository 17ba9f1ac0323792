import type { Confidence, ConfidenceColumns, SideName } from '../bridge/comparison-api.ts';
import type { View } from '../bridge/engine-api.ts';
import type { FramesOf } from '../bridge/frames-api.ts';
import type { CallTree } from '../core/analysis/call-tree.ts';
import { type ComparedSums, comparedSums } from '../core/analysis/comparison/compared-sums.ts';
import { findHazards, type Hazard } from '../core/analysis/comparison/guard.ts';
import { type JoinedFrames, joinFrames } from '../core/analysis/comparison/join-frames.ts';
import type { FocusRule } from '../core/analysis/focus.ts';
import { type FrameGroups, groupByModule, groupByPackage } from '../core/analysis/frame-groups.ts';
import type { FrameIndex } from '../core/analysis/frames.ts';
import { sumFrames } from '../core/analysis/top.ts';
import { type StackWeights, weighValues } from '../core/analysis/weights.ts';
import type { Profile } from '../core/profile/profile.ts';
import { isDivided } from '../core/units/fairness.ts';
import { ComparedValues } from './compared-values.ts';
import {
  baseOf,
  framesKey,
  isNormalised,
  sampleTypeOf,
  sampleTypesKey,
  valuesKey,
} from './compared-view.ts';
import { type Compared, ComparisonConfidence, confidenceAnswer } from './comparison-confidence.ts';
import { differenceToSave } from './difference-to-save.ts';
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
  readonly values: ComparedValues;
  private readonly joined = new RecentlyUsed<JoinedFrames>(KEPT_FRAME_INDICES);
  private readonly packageGroups = new RecentlyUsed<FrameGroups>(KEPT_FRAME_INDICES);
  private readonly weightings = new RecentlyUsed<StackWeights>(KEPT_WEIGHTS);
  private readonly sums = new RecentlyUsed<ComparedSums>(KEPT_FRAME_SUMS);
  private readonly trees = new RecentlyUsed<CallTree>(KEPT_TREES);
  private readonly confidences: ComparisonConfidence;
  private readonly foundHazards = new RecentlyUsed<readonly Hazard[]>(KEPT_HAZARDS);

  constructor(before: OpenProfile, after: OpenProfile) {
    this.before = before;
    this.after = after;
    this.values = new ComparedValues(before.profile, after.profile);
    this.confidences = new ComparisonConfidence(before, after);
  }

  sides(view: View): readonly [before: Side, after: Side] {
    return [this.side(view, 'before'), this.side(view, 'after')];
  }

  private side(view: View, name: SideName): Side {
    const open = this[name];
    const focus = focusOf(view, name);
    const scales = this.values.shownScales(view);
    return {
      profile: open.profile,
      sampleType: sampleTypeOf(view, name),
      index: this.joinedFrames(view)[name],
      keeps: open.keptStacks(focus),
      weights: this.weights(view, name),
      scale: name === 'before' ? scales[0] : scales[1],
    };
  }

  /** Sum of a side's samples that the focus keeps, as they are compared. */
  sumOf(view: View, name: SideName): number {
    const values = this.values.of(view, name);
    const keeps = this[name].keptStacks(focusOf(view, name));
    const { stack } = this[name].profile.samples;
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
    const sampleType = this.values.pairOf(view);
    return this.foundHazards.get(`${valuesKey(view)} ${fairness.kind}`, () =>
      findHazards(this.before.profile, this.after.profile, {
        sampleType,
        hasDivisors: isDivided(fairness, sampleType.type),
        isNormalised: isNormalised(view),
      }),
    );
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
    return this.confidences.ofWhole(this.sides(view), this.values.shownScalesOfProfiles(view), key);
  }

  private comparedRows(view: View): Compared | { readonly reason: string } {
    const key = [framesKey(view), sampleTypesKey(view), focusKey(view.focus)].join(' ');
    return this.confidences.of(this.sides(view), this.values.shownScalesOfProfiles(view), key);
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
      ...this.values.shownScales(view),
    ].join(' ');
    return this.trees.get(key, () => growTree(this.sides(view), view.order));
  }

  saved(view: View): Profile {
    return differenceToSave(this.values, view, this.sides(view));
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

  private weights(view: View, name: SideName): StackWeights {
    const open = this[name];
    const focus = focusOf(view, name);
    if (this.values.isAsMeasured(view, name)) {
      // The profile keeps what it weighs by itself, for its own views too.
      return open.weights(sampleTypeOf(view, name), focus);
    }
    return this.weightings.get(`${name} ${valuesKey(view)} ${focusKey(focus)}`, () =>
      weighValues(open.profile, this.values.of(view, name), open.keptStacks(focus)),
    );
  }
}

const KEPT_WEIGHTS = 2;
const KEPT_HAZARDS = 8;

/** On the side before, a function goes by the name that it has there. */
function focusOf({ focus }: View, name: SideName): FocusRule | null {
  if (name === 'after' || focus?.kind !== 'frame') return focus;
  return { kind: 'frame', name: focus.nameBefore ?? focus.name };
}
