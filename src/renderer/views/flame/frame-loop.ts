import { busy } from '../../idle.ts';

/** Draws once in the next frame of the screen, however often it was asked for, and says when it rests. */
export class FrameLoop {
  private readonly draw: (nowMillis: number) => void;
  private pending = 0;
  private done: (() => void) | null = null;

  constructor(draw: (nowMillis: number) => void) {
    this.draw = draw;
  }

  request(): void {
    this.done ??= busy();
    if (this.pending !== 0) return;
    this.pending = requestAnimationFrame((nowMillis) => {
      this.pending = 0;
      this.draw(nowMillis);
    });
  }

  /** After a drawing: rests, unless another one was asked for or something is waited for. */
  rest(isWaiting: boolean): void {
    if (isWaiting || this.pending !== 0) return;
    this.done?.();
    this.done = null;
  }

  stop(): void {
    cancelAnimationFrame(this.pending);
    this.done?.();
  }
}
