/** Lines that look like evidence and could not be read: how many, and the numbers of the first ones, from 1 on. */
export interface UnreadableLines {
  readonly count: number;
  readonly first: readonly number[];
}

const KEPT = 100;

/** Gathers them. */
export class UnreadableCounter implements UnreadableLines {
  count = 0;
  readonly first: number[] = [];

  add(lineNumber: number): void {
    this.count++;
    if (this.first.length < KEPT) this.first.push(lineNumber);
  }
}
