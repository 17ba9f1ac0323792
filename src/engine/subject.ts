import type { View } from '../bridge/engine-api.ts';
import type { FramesOf } from '../bridge/frames-api.ts';
import type { CallTree } from '../core/analysis/call-tree.ts';
import type { FrameGroups } from '../core/analysis/frame-groups.ts';
import type { FrameIndex, FrameTable } from '../core/analysis/frames.ts';
import type { StackWeights } from '../core/analysis/weights.ts';
import type { Profile } from '../core/profile/profile.ts';

/** What a view looks at: one profile, or two that are compared. */
export interface Subject {
  /** One profile, or the one before and the one after. */
  sides(view: View): readonly Side[];
  /** The frames that frame ids refer to. */
  frames(of: FramesOf): SharedFrames;
  /** The frames of each side as its own profile tells them apart: not joined with those of the other. */
  ownFrames(of: Pick<FramesOf, 'granularity' | 'inlines'>): readonly FrameIndex[];
  /** Those frames by package. */
  packages(of: FramesOf): FrameGroups;
  tree(view: View): CallTree;
  /** What a file of the view holds: the samples that the focus keeps, or the difference of both sides. */
  saved(view: View): Profile;
}

/** The frames of all sides. */
export interface SharedFrames {
  readonly table: FrameTable;
  /** By module: base name of the mapped file. */
  readonly modules: FrameGroups;
  /** How those of two sides were joined; null for one profile. */
  readonly joined: { readonly by: Uint8Array; readonly nameBefore: readonly string[] } | null;
}

/** One profile under a view. */
export interface Side {
  readonly profile: Profile;
  /** Index of the view's quantity in its sample types. */
  readonly sampleType: number;
  /** Refers to the frames that all sides share. */
  readonly index: FrameIndex;
  /** A 1 for each stack that the focus keeps; null when it keeps all. */
  readonly keeps: Uint8Array | null;
  readonly weights: StackWeights;
  /** What one of its values takes in width, and is multiplied with to be shown. */
  readonly scale: number;
}
