/** Work that pages order under keys of their own, by which they end it. */
export class KeyedWork {
  private readonly what: string;
  private readonly underWay = new Map<string, AbortController>();
  private readonly endings = new Set<Promise<unknown>>();

  /** `what` is one of it, for a sentence to begin with: `An export`. */
  constructor(what: string) {
    this.what = what;
  }

  /** Does work until it is over, or `signal` tells it to end. Rejects with Error where its key is taken. */
  async run<T>(key: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.underWay.has(key)) {
      throw new Error(`${this.what} of that key is under way already.`);
    }
    const abort = new AbortController();
    this.underWay.set(key, abort);
    const result = work(abort.signal);
    this.endings.add(result);
    try {
      return await result;
    } finally {
      this.endings.delete(result);
      this.underWay.delete(key);
    }
  }

  /** Tells work that is under way to end. */
  cancel(key: string): void {
    this.underWay.get(key)?.abort();
  }

  /** Ends all of it; resolves when it is over. */
  async dispose(): Promise<void> {
    for (const abort of this.underWay.values()) abort.abort();
    await Promise.allSettled(this.endings);
  }
}
