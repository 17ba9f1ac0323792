/** What `Latest.run` gives for work that newer work has overtaken. */
export const OVERTAKEN = Symbol('overtaken');

interface Waiting {
  readonly start: () => void;
  readonly skip: () => void;
}

/**
 * Runs one piece of work at a time, of those that come meanwhile only the newest, and lets only the
 * newest have a result: an answer that arrives after its question was replaced is stale.
 *
 * Keeping back what is not needed any more matters because the engine answers in turn: ten questions
 * typed in a second would keep the last one waiting for the nine before it.
 */
export class Latest {
  private newest = 0;
  private isRunning = false;
  private waiting: Waiting | null = null;

  run<T>(work: () => Promise<T>): Promise<T | typeof OVERTAKEN> {
    const number = ++this.newest;
    return new Promise((resolve, reject) => {
      const start = () => {
        this.isRunning = true;
        work()
          .then(
            (result) => resolve(number === this.newest ? result : OVERTAKEN),
            (thrown: unknown) => (number === this.newest ? reject(thrown) : resolve(OVERTAKEN)),
          )
          .finally(() => this.startNext());
      };
      this.waiting?.skip();
      this.waiting = null;
      if (this.isRunning) this.waiting = { start, skip: () => resolve(OVERTAKEN) };
      else start();
    });
  }

  /** Makes whatever is under way or waiting stale. */
  drop(): void {
    this.newest++;
    this.waiting?.skip();
    this.waiting = null;
  }

  private startNext(): void {
    this.isRunning = false;
    const next = this.waiting;
    this.waiting = null;
    next?.start();
  }
}
