import type { CaptureProgress } from '../../bridge/capture-api.ts';

/** Follows a capture, and may end it. */
export interface CaptureControl {
  readonly report: (progress: CaptureProgress) => void;
  readonly signal: AbortSignal;
}
