/** The values and labels of samples while they are collected: columns with spare room at their ends. */
export class SampleColumns {
  /** Rows in use in each group of columns. */
  length = 0;
  labelCount = 0;
  readonly values: Float64Array<ArrayBuffer>[] = [];
  labelStart = new Int32Array(INITIAL_ROOM + 1);
  labelKey = new Int32Array(INITIAL_ROOM);
  labelStr = new Int32Array(INITIAL_ROOM);
  labelNum = new BigInt64Array(INITIAL_ROOM);
  labelNumUnit = new Int32Array(INITIAL_ROOM);

  /** A decoder that does not know the number of sample types yet begins with 0 and calls `addType`. */
  constructor(typeCount: number) {
    for (let type = 0; type < typeCount; type++) this.addType();
  }

  /** Adds a column of values; before the first sample has ended. */
  addType(): void {
    this.values.push(new Float64Array(this.labelStart.length - 1));
  }

  /** Makes room for so many samples in all, with as many labels each as so far; a hint. */
  expect(samples: number): void {
    const labels = Math.ceil((samples * this.labelCount) / Math.max(1, this.length));
    this.makeRoom(samples - this.length, labels - this.labelCount);
  }

  /** Ends the sample whose values and labels were just written. */
  endSample(): void {
    this.length++;
    this.labelStart[this.length] = this.labelCount;
  }

  /** Makes sure that so many more rows fit. */
  makeRoom(samples: number, labels: number): void {
    if (this.length + samples >= this.labelStart.length) {
      const room = Math.max(this.length + samples, this.length * 2);
      this.labelStart = resized(this.labelStart, new Int32Array(room + 1));
      // In place: code that was compiled for this array would not hold for another kind of one.
      for (let type = 0; type < this.values.length; type++) {
        this.values[type] = resized(this.values[type], new Float64Array(room));
      }
    }
    if (this.labelCount + labels > this.labelKey.length) {
      const room = Math.max(this.labelCount + labels, this.labelCount * 2);
      this.labelKey = resized(this.labelKey, new Int32Array(room));
      this.labelStr = resized(this.labelStr, new Int32Array(room));
      this.labelNum = resized(this.labelNum, new BigInt64Array(room));
      this.labelNumUnit = resized(this.labelNumUnit, new Int32Array(room));
    }
  }
}

const INITIAL_ROOM = 64;

function resized<T extends Int32Array | Float64Array | BigInt64Array>(column: T, larger: T): T {
  // One of three element types on both sides, which the compiler cannot follow.
  (larger as { set(from: unknown): void }).set(column);
  return larger;
}
