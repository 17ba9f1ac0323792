import { busy } from '../../idle.ts';

/** How long the pointer has to stay before more is asked about a box, in milliseconds. */
const DELAY = 120;

/**
 * Asks the engine about what the pointer lingers on. A million samples make that question a matter of
 * some 100 ms, in which the engine could not say what a zoom shows.
 */
export class Lingering {
  private end: () => void = () => {};

  /** Asks after a while, unless something else is asked, or nothing more, before. */
  ask<T>(request: () => Promise<T>, onAnswer: (answer: T) => void): void {
    this.cancel();
    const done = busy();
    let isOver = false;
    const timer = setTimeout(() => {
      request()
        .then(
          (answer) => {
            if (!isOver) onAnswer(answer);
          },
          () => {}, // Nothing depends on it.
        )
        .finally(done);
    }, DELAY);
    this.end = () => {
      isOver = true;
      clearTimeout(timer);
      done();
    };
  }

  cancel(): void {
    this.end();
    this.end = () => {};
  }
}
