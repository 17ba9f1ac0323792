import type { View } from '../bridge/engine-api.ts';
import { CallTree } from '../core/analysis/call-tree.ts';
import { type FocusRule, focusStacks } from '../core/analysis/focus.ts';
import { type FrameIndex, type Granularity, indexFrames } from '../core/analysis/frames.ts';
import { type StackWeights, weighStacks } from '../core/analysis/weights.ts';
import type { Profile } from '../core/profile/profile.ts';

/**
 * A profile that is open, with what has been worked out of it. Each step depends on a part of the view
 * only and is kept for the views that share it: frames on the granularity, weights on sample type and
 * focus, the tree on all.
 */
export class OpenProfile {
  readonly profile: Profile;
  private readonly frameIndices = new RecentlyUsed<FrameIndex>(KEPT_FRAME_INDICES);
  private readonly kept = new RecentlyUsed<Uint8Array | null>(KEPT_WEIGHTS);
  private readonly weightings = new RecentlyUsed<StackWeights>(KEPT_WEIGHTS);
  private readonly trees = new RecentlyUsed<CallTree>(KEPT_TREES);

  constructor(profile: Profile) {
    this.profile = profile;
  }

  frameIndex(granularity: Granularity, inlines: boolean): FrameIndex {
    return this.frameIndices.get(`${granularity} ${inlines}`, () =>
      indexFrames(this.profile, granularity, inlines),
    );
  }

  /** What the stacks weigh under a sample type, counting those that the focus keeps. */
  weights(sampleType: number, focus: FocusRule | null): StackWeights {
    const key = focusKey(focus);
    return this.weightings.get(`${sampleType} ${key}`, () => {
      const keeps = this.kept.get(key, () =>
        focus === null ? null : focusStacks(this.profile, focus),
      );
      return weighStacks(this.profile, sampleType, keeps);
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
