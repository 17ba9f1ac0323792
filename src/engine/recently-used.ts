/** Keeps the results that were asked for last. */
export class RecentlyUsed<T> {
  private readonly results = new Map<string, T>();
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  get(key: string, make: () => T): T {
    const known = this.results.has(key);
    const result = known ? (this.results.get(key) as T) : make();
    // A Map keeps the order of insertion: taking an entry out and in again makes it the newest.
    this.results.delete(key);
    this.results.set(key, result);
    if (this.results.size > this.limit) {
      const [oldest] = this.results.keys();
      if (oldest !== undefined) this.results.delete(oldest);
    }
    return result;
  }

  /** Forgets the results whose key is so. */
  drop(isGone: (key: string) => boolean): void {
    for (const key of this.results.keys()) if (isGone(key)) this.results.delete(key);
  }
}
