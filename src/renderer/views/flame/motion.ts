import { between, type Viewport } from '../../../core/layout/viewport.ts';

/** How long a zoom takes, in milliseconds. */
const DURATION = 150;

/** A movement from one viewport to another. */
export class Motion {
  readonly target: Viewport;
  private readonly from: Viewport;
  private readonly startMillis: number;

  constructor(from: Viewport, target: Viewport, startMillis: number) {
    this.from = from;
    this.target = target;
    this.startMillis = startMillis;
  }

  /** Where it is at a time; `target` itself from its end on. */
  at(nowMillis: number): Viewport {
    const part = Math.min(1, Math.max(0, (nowMillis - this.startMillis) / DURATION));
    return between(this.from, this.target, 1 - (1 - part) ** 3);
  }
}

/** Whether the user asked their system for less movement. */
export function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
