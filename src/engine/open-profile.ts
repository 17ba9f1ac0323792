import type { View } from '../bridge/engine-api.ts';
import type { FramesOf } from '../bridge/frames-api.ts';
import { CallTree } from '../core/analysis/call-tree.ts';
import { type ColumnSum, sumColumn } from '../core/analysis/column-sums.ts';
import { type HeapDraws, recoverHeapDraws } from '../core/analysis/comparison/heap-draws.ts';
import { type FocusRule, focusStacks } from '../core/analysis/focus.ts';
import { type FrameGroups, groupByModule, groupByPackage } from '../core/analysis/frame-groups.ts';
import { type FrameIndex, type Granularity, indexFrames } from '../core/analysis/frames.ts';
import { type FrameSums, sumFrames, sumLeaves } from '../core/analysis/top.ts';
import { type StackWeights, weighStacks } from '../core/analysis/weights.ts';
import { keepSamples } from '../core/profile/keep-samples.ts';
import type { Profile } from '../core/profile/profile.ts';
import { averageSizePair } from '../core/units/average-size-pair.ts';
import { resolveUnit } from '../core/units/unit-families.ts';
import { RecentlyUsed } from './recently-used.ts';
import type { SharedFrames, Side, Subject } from './subject.ts';

/**
 * A profile that is open, with what has been worked out of it. Each step depends on a part of the view
 * only and is kept for the views that share it: frames on the granularity, weights on sample type and
 * focus, the tree on all.
 */
export class OpenProfile implements Subject {
  readonly profile: Profile;
  /** Of each sample type, over all samples. */
  readonly columnSums: readonly ColumnSum[];
  private readonly frameIndices = new RecentlyUsed<FrameIndex>(KEPT_FRAME_INDICES);
  private readonly packageGroups = new RecentlyUsed<FrameGroups>(KEPT_FRAME_INDICES);
  private readonly kept = new RecentlyUsed<Uint8Array | null>(KEPT_WEIGHTS);
  private readonly weightings = new RecentlyUsed<StackWeights>(KEPT_WEIGHTS);
  private readonly sums = new RecentlyUsed<FrameSums>(KEPT_FRAME_SUMS);
  private readonly averages = new RecentlyUsed<Float64Array>(KEPT_FRAME_SUMS);
  private readonly trees = new RecentlyUsed<CallTree>(KEPT_TREES);
  private readonly draws = new RecentlyUsed<HeapDraws | string>(KEPT_DRAWS);

  constructor(profile: Profile) {
    this.profile = profile;
    this.columnSums = profile.samples.values.map(sumColumn);
  }

  sides({ sampleType, granularity, inlines, focus }: View): readonly [Side] {
    return [
      {
        profile: this.profile,
        sampleType,
        index: this.frameIndex(granularity, inlines),
        keeps: this.keptStacks(focus),
        weights: this.weights(sampleType, focus),
        scale: 1,
      },
    ];
  }

  frames({ granularity, inlines }: FramesOf): SharedFrames {
    const { frames: table } = this.frameIndex(granularity, inlines);
    return { table, modules: groupByModule(table, this.profile.mappings.filename), joined: null };
  }

  ownFrames({ granularity, inlines }: Pick<FramesOf, 'granularity' | 'inlines'>): [FrameIndex] {
    return [this.frameIndex(granularity, inlines)];
  }

  packages({ granularity, inlines }: FramesOf): FrameGroups {
    return this.packageGroups.get(`${granularity} ${inlines}`, () =>
      groupByPackage(this.frameIndex(granularity, inlines).frames),
    );
  }

  frameIndex(granularity: Granularity, inlines: boolean): FrameIndex {
    return this.frameIndices.get(`${granularity} ${inlines}`, () =>
      indexFrames(this.profile, granularity, inlines),
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

  /** How the objects of a Go heap profile were drawn, or a sentence why that is unknown. */
  heapDraws(moment: 'alloc' | 'inuse'): HeapDraws | string {
    return this.draws.get(moment, () => recoverHeapDraws(this.profile, moment));
  }

  tree(view: View): CallTree {
    const { sampleType, granularity, inlines, order, focus } = view;
    const key = [sampleType, granularity, inlines, order, focusKey(focus)].join(' ');
    return this.trees.get(key, () => growTree(this.sides(view), order));
  }

  saved({ focus }: View): Profile {
    const keeps = this.keptStacks(focus);
    if (keeps === null) return this.profile;
    const { stack } = this.profile.samples;
    return keepSamples(this.profile, (sample) => keeps[stack[sample] ?? -1] === 1);
  }
}

/** The tree of one or more sides. */
export function growTree(sides: readonly Side[], order: View['order']): CallTree {
  const trees = sides.map(({ profile, index, weights, scale }) => ({
    stacks: profile.stacks,
    index,
    weights,
    scale,
  }));
  return new CallTree(trees, order === 'name' ? (sides[0]?.index.frames.name ?? []) : null);
}

/** A text that is equal for equal focuses. */
export function focusKey(focus: FocusRule | null): string {
  return JSON.stringify(focus);
}

/** A million-sample profile's weights are 35 MB and its trees, as far as looked at, some MB. */
const KEPT_WEIGHTS = 4;
const KEPT_DRAWS = 2;
export const KEPT_TREES = 6;
export const KEPT_FRAME_INDICES = 4;
export const KEPT_FRAME_SUMS = 8;
