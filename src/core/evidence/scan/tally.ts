import type { Extractor } from '../extractor.ts';

/** What a text said of one kind of evidence. */
export interface Gathered<Found> {
  readonly found: Found;
  /** Lines that were read. */
  readonly readLines: number;
  /** Lines that looked like this kind and could not be read. */
  readonly unreadableLines: number;
  /** Numbers, from 1 on, of the first MAX_NUMBERS of them; a line that holds several counts for each. */
  readonly unreadableLineNumbers: readonly number[];
}

export const MAX_NUMBERS = 100;

/** Gives lines to an extractor and counts what became of them. */
export class Tally<Found> {
  private readonly extractor: Extractor<Found>;
  private readLines = 0;
  private unreadableLines = 0;
  private readonly unreadableLineNumbers: number[] = [];

  constructor(extractor: Extractor<Found>) {
    this.extractor = extractor;
  }

  /** Takes a line whose number in the text is `number`. */
  take(line: string, number: number): void {
    const taken = this.extractor.take(line);
    if (taken === 'read') this.readLines++;
    if (taken !== 'unreadable') return;
    this.unreadableLines++;
    if (this.unreadableLineNumbers.length < MAX_NUMBERS) this.unreadableLineNumbers.push(number);
  }

  finish(): Gathered<Found> {
    const { readLines, unreadableLines, unreadableLineNumbers } = this;
    return { found: this.extractor.finish(), readLines, unreadableLines, unreadableLineNumbers };
  }
}
