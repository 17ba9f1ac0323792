import type { ConfidenceColumns, KnownConfidence } from '../bridge/comparison-api.ts';
import {
  type Evidence,
  evidenceAt,
  type Verdict,
  verdictOf,
} from '../core/text/comparison/evidence.ts';
import { rowOfFrame } from './row-of-frame.ts';

/** How sure the changes of functions are, by frame. */
export class FrameEvidence {
  readonly known: KnownConfidence;

  constructor(known: KnownConfidence) {
    this.known = known;
  }

  /** Of the flat or the cum value of a frame; null where nothing of it was drawn. */
  of(frame: number, value: 'flat' | 'cum'): Evidence | null {
    const row = rowOfFrame(this.known.frame, frame);
    return row < 0 ? null : evidenceAt(this.columns(value), row);
  }

  /** What the evidence allows to be said. */
  verdict(frame: number, value: 'flat' | 'cum'): Verdict {
    return verdictOf(this.of(frame, value), this.known.level);
  }

  private columns(value: 'flat' | 'cum'): ConfidenceColumns {
    return this.known[value];
  }
}
