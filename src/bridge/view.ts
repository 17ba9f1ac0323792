import type { SiblingOrder } from '../core/analysis/call-tree.ts';
import type { FocusRule } from '../core/analysis/focus.ts';
import type { Granularity } from '../core/analysis/frames.ts';
import type { Base } from './comparison-api.ts';

/**
 * A way of looking at an open profile, or at two that are compared. Equal views give equal answers. Frame
 * ids hold while the profiles are open, node ids while the view is among the last that were asked about:
 * keep paths, not nodes.
 */
export interface View {
  /** Id of the open profile; in a comparison of the one after. */
  readonly profile: number;
  /** Index into its sample types. */
  readonly sampleType: number;
  readonly granularity: Granularity;
  readonly inlines: boolean;
  readonly order: SiblingOrder;
  readonly focus: FocusRule | null;
  /** What the profile is compared with; null for one profile alone. */
  readonly base: Base | null;
}
