import type { View } from '../bridge/engine-api.ts';
import { CallTree } from '../core/analysis/call-tree.ts';
import { type FocusRule, focusStacks } from '../core/analysis/focus.ts';
import { type FrameGroups, groupByPackage } from '../core/analysis/frame-groups.ts';
import { type FrameIndex, type Granularity, indexFrames } from '../core/analysis/frames.ts';
import { type FrameSums, sumFrames, sumLeaves } from '../core/analysis/top.ts';
import { type StackWeights, weighStacks } from '../core/analysis/weights.ts';
import type { Profile } from '../core/profile/profile.ts';
import { averageSizePair } from '../core/units/average-size-pair.ts';
import { resolveUnit } from '../core/units/unit-families.ts';

/**
 * A profile that is open, with what has been worked out of it. Each step depends on a part of the view
 * only and is kept for the views that share it: frames on the granularity, weights on sample type and
 * focus, the tree on all.
 */
export class OpenProfile {
  readonly profile: Profile;
  private readonly frameIndices = new RecentlyUsed<FrameIndex>(KEPT_FRAME_INDICES);
  private readonly packages = new RecentlyUsed<FrameGroups>(KEPT_FRAME_INDICES);
  private readonly kept = new RecentlyUsed<Uint8Array | null>(KEPT_WEIGHTS);
  private readonly weightings = new RecentlyUsed<StackWeights>(KEPT_WEIGHTS);
  private readonly sums = new RecentlyUsed<FrameSums>(KEPT_FRAME_SUMS);
  private readonly averages = new RecentlyUsed<Float64Array>(KEPT_FRAME_SUMS);
  private readonly trees = new RecentlyUsed<CallTree>(KEPT_TREES);

  constructor(profile: Profile) {
    this.profile = profile;
  }

  frameIndex(granularity: Granularity, inlines: boolean): FrameIndex {
    return this.frameIndices.get(`${granularity} ${inlines}`, () =>
      indexFrames(this.profile, granularity, inlines),
    );
  }

  /** The frames of a frame index by package. */
  framePackages(granularity: Granularity, inlines: boolean): FrameGroups {
    return this.packages.get(`${granularity} ${inlines}`, () =>
      groupByPackage(this.frameIndex(granularity, inlines).frames),
    );
  }

  /** A 1 for each stack that the focus keeps; null when it keeps all. */
  keptStacks(focus: FocusRule | null): Uint8Array | null {
    return this.kept.get(focusKey(focus), () =>
      focus === null ? null : focusStacks(this.profile, focus),
    );
  }

  /** What the stacks weigh under a sample type, counting those that the focus keeps. */
  weights(sampleType: number, focus: FocusRule | null): StackWeights {
    return this.weightings.get(`${sampleType} ${focusKey(focus)}`, () =>
      weighStacks(this.profile, sampleType, this.keptStacks(focus)),
    );
  }

  /** Flat and cum of every frame. */
  frameSums({ sampleType, granularity, inlines, focus }: View): FrameSums {
    const key = [sampleType, granularity, inlines, focusKey(focus)].join(' ');
    return this.sums.get(key, () =>
      sumFrames(
        this.profile.stacks,
        this.frameIndex(granularity, inlines),
        this.weights(sampleType, focus),
      ),
    );
  }

  /**
   * For each frame the average size in bytes of the objects that it allocates itself, NaN where there
   * are none; null under a sample type that is about no objects.
   */
  averageSizes({ sampleType, granularity, inlines, focus }: View): Float64Array | null {
    const { sampleTypes } = this.profile;
    const pair = averageSizePair(sampleTypes, sampleType);
    if (pair === null) return null;
    const key = [pair.objects, granularity, inlines, focusKey(focus)].join(' ');
    return this.averages.get(key, () => {
      const index = this.frameIndex(granularity, inlines);
      const keeps = this.keptStacks(focus);
      const types = [pair.objects, pair.space] as const;
      const [objects, space] = sumLeaves(this.profile, index, types, keeps);
      const bytesPerUnit = resolveUnit(sampleTypes[pair.space]?.unit ?? '')?.unit.factor ?? 1;
      return space.map((units, frame) =>
        objects[frame] === 0 ? Number.NaN : (units / (objects[frame] ?? 0)) * bytesPerUnit,
      );
    });
  }

  tree(view: View): CallTree {
    const key = [
      view.sampleType,
      view.granularity,
      view.inlines,
      view.order,
      focusKey(view.focus),
    ].join(' ');
    return this.trees.get(
      key,
      () =>
        new CallTree(
          this.profile,
          this.frameIndex(view.granularity, view.inlines),
          this.weights(view.sampleType, view.focus),
          view.order,
        ),
    );
  }
}

/** A million-sample profile's weights are 35 MB and its trees, as far as looked at, some MB. */
const KEPT_WEIGHTS = 4;
const KEPT_TREES = 6;
const KEPT_FRAME_INDICES = 4;
const KEPT_FRAME_SUMS = 8;

function focusKey(focus: FocusRule | null): string {
  return JSON.stringify(focus);
}

/** Keeps the results that were asked for last. */
class RecentlyUsed<T> {
  private readonly results = new Map<string, T>();
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  get(key: string, make: () => T): T {
    const known = this.results.has(key);
    const result = known ? (this.results.get(key) as T) : make();
    // A Map keeps the order of insertion: taking an entry out and in again makes it the newest.
    this.results.delete(key);
    this.results.set(key, result);
    if (this.results.size > this.limit) {
      const [oldest] = this.results.keys();
      if (oldest !== undefined) this.results.delete(oldest);
    }
    return result;
  }
}
