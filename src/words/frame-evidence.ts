import type { ConfidenceColumns, KnownConfidence } from '../bridge/comparison-api.ts';
import {
  type Evidence,
  evidenceAt,
  type Verdict,
  verdictOf,
} from '../core/text/comparison/evidence.ts';

/** How sure the changes of functions are, by frame. */
export class FrameEvidence {
  readonly known: KnownConfidence;

  constructor(known: KnownConfidence) {
    this.known = known;
  }

  /** Of the flat or the cum value of a frame; null where nothing of it was drawn. */
  of(frame: number, value: 'flat' | 'cum'): Evidence | null {
    const row = this.rowOf(frame);
    return row < 0 ? null : evidenceAt(this.columns(value), row);
  }

  /** What the evidence allows to be said. */
  verdict(frame: number, value: 'flat' | 'cum'): Verdict {
    return verdictOf(this.of(frame, value), this.known.level);
  }

  private columns(value: 'flat' | 'cum'): ConfidenceColumns {
    return this.known[value];
  }

  /** Frames ascend: to look one up needs no index of all of them. */
  private rowOf(frame: number): number {
    const { frame: frames } = this.known;
    let low = 0;
    let high = frames.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = frames[middle] ?? 0;
      if (found === frame) return middle;
      if (found < frame) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}
