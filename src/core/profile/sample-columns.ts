/** The values and labels of samples while they are collected: columns with spare room at their ends. */
export class SampleColumns {
  /** Rows in use in each group of columns. */
  length = 0;
  labelCount = 0;
  values: Float64Array<ArrayBuffer>[];
  labelStart: Int32Array<ArrayBuffer>;
  labelKey: Int32Array<ArrayBuffer>;
  labelStr: Int32Array<ArrayBuffer>;
  labelNum: BigInt64Array<ArrayBuffer>;
  /** The same memory as `labelNum` in words, low before high: a decoder writes small numbers there. */
  labelNumWords: Int32Array<ArrayBuffer>;
  labelNumUnit: Int32Array<ArrayBuffer>;

  constructor(typeCount: number, samples: number, labels: number) {
    this.values = Array.from({ length: typeCount }, () => new Float64Array(samples));
    this.labelStart = new Int32Array(samples + 1);
    this.labelKey = new Int32Array(labels);
    this.labelStr = new Int32Array(labels);
    this.labelNum = new BigInt64Array(labels);
    this.labelNumWords = new Int32Array(this.labelNum.buffer);
    this.labelNumUnit = new Int32Array(labels);
  }

  /** Ends the sample whose values and labels were just written. */
  endSample(): void {
    this.length++;
    this.labelStart[this.length] = this.labelCount;
  }

  /** Makes sure that so many more rows fit. */
  makeRoom(samples: number, labels: number): void {
    if (this.length + samples >= this.labelStart.length) {
      const room = (this.length + samples) * 2;
      this.labelStart = resized(this.labelStart, new Int32Array(room + 1));
      this.values = this.values.map((column) => resized(column, new Float64Array(room)));
    }
    if (this.labelCount + labels > this.labelKey.length) {
      const room = (this.labelCount + labels) * 2;
      this.labelKey = resized(this.labelKey, new Int32Array(room));
      this.labelStr = resized(this.labelStr, new Int32Array(room));
      this.labelNum = resized(this.labelNum, new BigInt64Array(room));
      this.labelNumWords = new Int32Array(this.labelNum.buffer);
      this.labelNumUnit = resized(this.labelNumUnit, new Int32Array(room));
    }
  }
}

function resized<T extends Int32Array | Float64Array | BigInt64Array>(column: T, larger: T): T {
  // One of three element types on both sides, which the compiler cannot follow.
  (larger as { set(from: unknown): void }).set(column);
  return larger;
}
