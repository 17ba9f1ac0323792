import type { StackTable } from '../profile/profile.ts';
import type { FrameIndex } from './frames.ts';
import type { StackWeights } from './weights.ts';

/** The stacks of one profile as a call tree merges them. */
export interface TreeSide {
  readonly stacks: StackTable;
  /** Which frames its locations are; all sides of a tree share one frame table. */
  readonly index: FrameIndex;
  readonly weights: StackWeights;
  /** What one unit of its values takes in width: 1, or less where a side is shown per request. */
  readonly scale: number;
}
