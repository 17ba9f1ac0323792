import { LineCursor } from './line-cursor.ts';

/*
 * A line about a collection, in the form of gcMarkTermination in Go's runtime/mgc.go:
 *
 *     gc 5 @0.206s 5%: 0.048+8.7+0.005 ms clock, 0.096+2.5/5.2/0.12+0.010 ms cpu, 12->14->8 MB, 15 MB goal, 2 P
 *
 * Go 1.18 put `0 MB stacks, 0 MB globals, ` before the processors. Go 1.5 had five phases,
 *
 *     gc 1 @0.009s 1%: 0.059+0.17+0.005+0.24+0.12 ms clock, 0.17+0.17+0+0/0.36/0.067+0.38 ms cpu, 5->5->3 MB, …
 *
 * of which the second and third run beside the program, as the fourth does.
 */

/** Fields of a collection, in the order of the columns of `Collections`, whose declarations say what they mean. */
export const FIELDS = [
  'number',
  'startSeconds',
  'cumulativePercent',
  'sweepStopMillis',
  'concurrentMillis',
  'markStopMillis',
  'sweepStopCpuMillis',
  'assistCpuMillis',
  'backgroundCpuMillis',
  'idleCpuMillis',
  'markStopCpuMillis',
  'heapStartMB',
  'heapEndMB',
  'heapLiveMB',
  'heapGoalMB',
  'stacksMB',
  'globalsMB',
  'processors',
  'isForced',
] as const;

const BEGINNING = 'gc ';

/** Where the next thing that may be a collection begins; -1 if there is none. */
export const nextBeginning = (line: string, from: number): number => line.indexOf(BEGINNING, from);

/** What there is at a place of a line: `damaged` begins as a collection, with `gc N @`, and goes on otherwise. */
type Looks = 'collection' | 'damaged' | 'other';

/** Reads the collections of lines. `fields` is overwritten by each. */
export class CollectionReader {
  /** The fields of the last collection, in the order of FIELDS. */
  readonly fields = new Float64Array(FIELDS.length);
  private readonly cursor = new LineCursor();

  /** Where what was read last ends, or where it stopped to be a collection. */
  get end(): number {
    return this.cursor.position;
  }

  /** Reads what begins at a place that `nextBeginning` found. */
  read(line: string, start: number): Looks {
    const { cursor, fields } = this;
    cursor.start(line, start + BEGINNING.length);
    let field = 0;
    const put = (value: number) => {
      fields[field++] = value;
    };
    put(cursor.whole(NUMBER_DIGITS));
    cursor.expect(' @');
    if (cursor.isLost) return 'other';
    put(cursor.amount());
    cursor.expect('s ');
    put(cursor.whole());
    cursor.expect('%: ');
    const hasFivePhases = this.readClock(put);
    cursor.expect(', ');
    this.readCpu(put, hasFivePhases);
    cursor.expect(', ');
    this.readHeap(put);
    put(cursor.whole());
    cursor.expect(' P');
    const isForced = cursor.passes(' (forced)');
    if (!isForced) cursor.passes(' (checkmark)');
    put(isForced ? 1 : 0);
    return cursor.isLost || fields[PROCESSORS] === 0 ? 'damaged' : 'collection';
  }

  /** Whether there are five phases. */
  private readClock(put: (value: number) => void): boolean {
    const { cursor } = this;
    put(cursor.amount());
    cursor.expect('+');
    let concurrent = cursor.amount();
    cursor.expect('+');
    let last = cursor.amount();
    const hasFivePhases = cursor.passes('+');
    if (hasFivePhases) {
      concurrent += last + cursor.amount();
      cursor.expect('+');
      last = cursor.amount();
    }
    put(concurrent);
    put(last);
    cursor.expect(' ms clock');
    return hasFivePhases;
  }

  private readCpu(put: (value: number) => void, hasFivePhases: boolean): void {
    const { cursor } = this;
    put(cursor.amount());
    cursor.expect('+');
    let scanning = 0;
    for (let phase = 0; hasFivePhases && phase < 2; phase++) {
      scanning += cursor.amount();
      cursor.expect('+');
    }
    put(cursor.amount());
    cursor.expect('/');
    put(scanning + cursor.amount());
    cursor.expect('/');
    put(cursor.amount());
    cursor.expect('+');
    put(cursor.amount());
    cursor.expect(' ms cpu');
  }

  private readHeap(put: (value: number) => void): void {
    const { cursor } = this;
    put(cursor.whole());
    this.expectArrow();
    put(cursor.whole());
    this.expectArrow();
    put(cursor.whole());
    cursor.expect(' MB, ');
    put(cursor.whole());
    cursor.expect(' MB goal, ');
    const goalEnd = cursor.position;
    const stacks = cursor.whole();
    if (!cursor.passes(' MB stacks, ')) {
      // It was the number of processors.
      cursor.position = goalEnd;
      put(-1);
      put(-1);
      return;
    }
    put(stacks);
    put(cursor.whole());
    cursor.expect(' MB globals, ');
  }

  private expectArrow(): void {
    // As encoders of JSON write it that mind HTML, those of Docker and of Go among them.
    if (!this.cursor.passes(JSON_ARROW)) this.cursor.expect('->');
  }
}

const JSON_ARROW = '-\\u003e';
const NUMBER_DIGITS = 10;
const PROCESSORS = FIELDS.indexOf('processors');

/** Whether a line is one of Go 1.4 or older: `gc1(1): 4+0+92+0 us, 0 -> 0 MB, 21 (21-0) objects, …`. */
export const isAncient = (line: string): boolean => /\bgc\d+\(\d+\): /.test(line);
