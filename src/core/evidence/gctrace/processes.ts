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
 * their logger puts before each line, and where that is the same by whose number comes next.
 */
export class Processes {
  count = 0;
  /** Those of a source, the one that wrote last first. */
  private readonly bySource = new Map<string, Process[]>();
  private last: Process | null = null;

  /** The process, from 0 on, of a collection that has `prefix` before it. */
  indexOf(prefix: string, number: number, startSeconds: number): number {
    const source = prefix === '' ? '' : prefix.replace(moments, '');
    const known = this.bySource.get(source) ?? [];
    const process =
      nearest(known, number, startSeconds, MOST_LOST) ??
      nearest([known[0] ?? this.nextOf(number)], number, startSeconds, MOST_COLLECTIONS) ??
      this.started(source);
    process.lastNumber = number;
    process.lastStartSeconds = startSeconds;
    if (process !== known[0]) this.putFirst(process, source);
    this.last = process;
    return process.index;
  }

  private started(source: string): Process {
    return { index: this.count++, lastNumber: 0, lastStartSeconds: 0, source };
  }

  private putFirst(process: Process, source: string): void {
    const others = (from: string) =>
      (this.bySource.get(from) ?? []).filter((other) => other !== process);
    if (process.source !== source) {
      const left = others(process.source);
      if (left.length > 0) this.bySource.set(process.source, left);
      else this.bySource.delete(process.source);
      process.source = source;
    }
    this.bySource.set(source, [process, ...others(source).slice(0, MOST_BY_TURNS - 1)]);
  }

  /** What the program wrote without ending its line makes a prefix of its own: the number tells then. */
  private nextOf(number: number): Process | null {
    return this.last !== null && number - this.last.lastNumber <= MOST_LOST ? this.last : null;
  }
}

/** The process that misses the fewest collections before this one, at most `most`; the first of equals. */
function nearest(
  processes: readonly (Process | null)[],
  number: number,
  startSeconds: number,
  most: number,
): Process | null {
  let found: Process | null = null;
  let fewest = most + 1;
  for (const process of processes) {
    if (process === null || startSeconds < process.lastStartSeconds) continue;
    const step = number - process.lastNumber;
    if (step > 0 && step < fewest) [found, fewest] = [process, step];
  }
  return found;
}

const MOST_COLLECTIONS = Number.MAX_SAFE_INTEGER - 1;

/** Processes of one source that are waited for; a program that is started over and over leaves many behind. */
const MOST_BY_TURNS = 16;

/** Collections whose lines got lost may stand between two that follow each other. */
const MOST_LOST = 10;

/** Dates, times of day and seconds, which differ from line to line. */
const moments = /[\d:.,TZ+/_-]{5,}/g;
