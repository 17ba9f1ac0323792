/** What waits until nothing moves. */
export class Stillness {
  private readonly waiting = new Set<() => void>();

  /** Lets something wait. The result takes it back. */
  add(act: () => void): () => void {
    this.waiting.add(act);
    return () => this.waiting.delete(act);
  }

  /** Nothing moves: does what waited. */
  come(): void {
    for (const act of this.waiting) {
      this.waiting.delete(act);
      act();
    }
  }
}
