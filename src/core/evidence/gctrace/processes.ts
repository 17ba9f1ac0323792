/** The last collection of a process. */
interface Process {
  readonly index: number;
  lastNumber: number;
  lastStartSeconds: number;
  source: string;
}

/**
 * Tells the processes apart that write to one text. A process goes on as long as its numbers and seconds rise:
 * where they fall back the program was started anew. Several may write by turns, told apart then by what
 * their logger puts before each line.
 */
export class Processes {
  count = 0;
  private readonly bySource = new Map<string, Process>();
  private last: Process | null = null;

  /** The process, from 0 on, of a collection that has `prefix` before it. */
  indexOf(prefix: string, number: number, startSeconds: number): number {
    const source = prefix === '' ? '' : prefix.replace(moments, '');
    const known = this.bySource.get(source) ?? this.nextOf(number);
    const process =
      known !== null && number > known.lastNumber && startSeconds >= known.lastStartSeconds
        ? known
        : { index: this.count++, lastNumber: 0, lastStartSeconds: 0, source };
    process.lastNumber = number;
    process.lastStartSeconds = startSeconds;
    if (process !== known || process.source !== source) this.keep(process, source);
    this.last = process;
    return process.index;
  }

  private keep(process: Process, source: string): void {
    if (process.source !== source) this.bySource.delete(process.source);
    process.source = source;
    this.bySource.set(source, process);
  }

  /** What the program wrote without ending its line makes a prefix of its own: the number tells then. */
  private nextOf(number: number): Process | null {
    return this.last !== null && number - this.last.lastNumber <= MOST_LOST ? this.last : null;
  }
}

/** Collections whose lines got lost may stand between two that follow each other. */
const MOST_LOST = 10;

/** Dates, times of day and seconds, which differ from line to line. */
const moments = /[\d:.,TZ+/_-]{5,}/g;
