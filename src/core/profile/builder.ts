import type {
  LabelTable,
  LineTable,
  LocationTable,
  MappingTable,
  Profile,
  ValueType,
} from './profile.ts';
import { pruneStacks } from './prune.ts';
import type { NewFunction, NewLabel, NewLocation, NewMapping } from './rows.ts';
import { buildStackTree } from './stack-tree.ts';

/**
 * Collects a profile and freezes it into columns. Small tables are added row by row; samples either
 * row by row (`addSample`) or, by a decoder that knows their number, straight into the columns of
 * `samples` after `reserveSamples`.
 */
export class ProfileBuilder {
  defaultSampleType = '';
  periodType: ValueType | null = null;
  period = 0;
  timeNanos = 0n;
  durationNanos = 0n;
  docUrl = '';
  dropFrames = '';
  keepFrames = '';
  readonly comments: string[] = [];
  readonly warnings: string[] = [];
  readonly sampleTypes: ValueType[] = [];
  samples: SampleColumns = new SampleColumns(0, 0, 0, 0);

  private readonly mappings: Required<NewMapping>[] = [];
  private readonly functions: Required<NewFunction>[] = [];
  private readonly locations: NewLocation[] = [];
  private labelText: string[] = [''];
  private readonly labelTextIndex = new Map<string, number>([['', 0]]);
  private finished = false;

  /** Row of the new mapping. */
  addMapping(mapping: NewMapping): number {
    this.mappings.push({
      start: mapping.start ?? 0n,
      limit: mapping.limit ?? 0n,
      offset: mapping.offset ?? 0n,
      filename: mapping.filename ?? '',
      buildId: mapping.buildId ?? '',
      flags: mapping.flags ?? 0,
    });
    return this.mappings.length - 1;
  }

  /** Row of the new function. */
  addFunction(fn: NewFunction): number {
    this.functions.push({
      name: fn.name ?? '',
      systemName: fn.systemName ?? '',
      filename: fn.filename ?? '',
      startLine: fn.startLine ?? 0,
    });
    return this.functions.length - 1;
  }

  /** Row of the new location. */
  addLocation(location: NewLocation): number {
    this.locations.push(location);
    return this.locations.length - 1;
  }

  /** Row of a string in the label table, added when new. */
  internLabelText(text: string): number {
    const known = this.labelTextIndex.get(text);
    if (known !== undefined) return known;
    this.labelText.push(text);
    this.labelTextIndex.set(text, this.labelText.length - 1);
    return this.labelText.length - 1;
  }

  /** Takes over a ready label string table (index 0 is ''), so that a decoder can keep its own indices. */
  useLabelText(text: string[]): void {
    this.labelText = text;
    this.labelTextIndex.clear();
  }

  /** Makes room for samples that are written straight into `samples`; the sample types must be known. */
  reserveSamples(count: number, locationCount: number, labelCount: number): SampleColumns {
    this.samples = new SampleColumns(this.sampleTypes.length, count, locationCount, labelCount);
    return this.samples;
  }

  /**
   * Adds one sample: rows of `locations` leaf first, and one value for each sample type. All sample
   * types must be added before.
   */
  addSample(
    locations: readonly number[],
    values: readonly number[],
    labels: readonly NewLabel[] = [],
  ): void {
    if (this.samples.values.length !== this.sampleTypes.length) {
      this.samples = new SampleColumns(this.sampleTypes.length, 16, 64, 16);
    }
    const { samples } = this;
    samples.makeRoom(1, locations.length, labels.length);
    for (const location of locations) samples.locations[samples.locationCount++] = location;
    for (let type = 0; type < this.sampleTypes.length; type++) {
      samples.values[type][samples.length] = values[type];
    }
    for (const label of labels) {
      const row = samples.labelCount++;
      samples.labelKey[row] = this.internLabelText(label.key);
      if ('str' in label) {
        samples.labelStr[row] = this.internLabelText(label.str);
      } else {
        samples.labelNum[row] = label.num;
        samples.labelNumUnit[row] = this.internLabelText(label.unit ?? '');
      }
    }
    samples.endSample();
  }

  /** The frozen profile. The builder is spent afterwards; a second call throws. */
  finish(): Profile {
    if (this.finished) throw new Error('A ProfileBuilder can be finished only once.');
    this.finished = true;
    const functions = {
      length: this.functions.length,
      name: this.functions.map((fn) => fn.name),
      systemName: this.functions.map((fn) => fn.systemName),
      filename: this.functions.map((fn) => fn.filename),
      startLine: Float64Array.from(this.functions, (fn) => fn.startLine),
    };
    const pruned = pruneStacks({
      dropFrames: this.dropFrames,
      keepFrames: this.keepFrames,
      functionNames: functions.name,
      locations: this.locations,
      stacks: {
        length: this.samples.length,
        start: this.samples.locationStart,
        locations: this.samples.locations,
        locationCount: this.locations.length,
      },
    });
    if (pruned.warning !== '') this.warnings.push(pruned.warning);
    const { stacks, stackOf } = buildStackTree(pruned.stacks);
    const { length, values, labelStart } = this.samples;
    const profile: Profile = {
      sampleTypes: this.sampleTypes,
      defaultSampleType: this.defaultSampleType,
      periodType: this.periodType,
      period: this.period,
      timeNanos: this.timeNanos,
      durationNanos: this.durationNanos,
      comments: this.comments,
      docUrl: this.docUrl,
      dropFrames: this.dropFrames,
      keepFrames: this.keepFrames,
      samples: {
        length,
        stack: stackOf,
        values: values.map((column) => column.subarray(0, length)),
        labelStart: labelStart.subarray(0, length + 1),
      },
      stacks,
      ...locationColumns(pruned.locations),
      functions,
      mappings: mappingColumns(this.mappings),
      labels: this.labelColumns(),
      warnings: this.warnings,
    };
    // The stacks stand in the tree now; their list is the largest thing here.
    this.samples = new SampleColumns(0, 0, 0, 0);
    return profile;
  }

  private labelColumns(): LabelTable {
    const { labelCount, labelKey, labelStr, labelNum, labelNumUnit } = this.samples;
    return {
      length: labelCount,
      key: labelKey.subarray(0, labelCount),
      str: labelStr.subarray(0, labelCount),
      num: labelNum.subarray(0, labelCount),
      numUnit: labelNumUnit.subarray(0, labelCount),
      text: this.labelText,
    };
  }
}

/** The samples while they are collected: columns with spare room at their ends. */
export class SampleColumns {
  /** Rows in use in each group of columns. */
  length = 0;
  locationCount = 0;
  labelCount = 0;
  /** As in `StackList`: leaf first. */
  locationStart: Int32Array<ArrayBuffer>;
  locations: Int32Array<ArrayBuffer>;
  values: Float64Array<ArrayBuffer>[];
  labelStart: Int32Array<ArrayBuffer>;
  labelKey: Int32Array<ArrayBuffer>;
  labelStr: Int32Array<ArrayBuffer>;
  labelNum: BigInt64Array<ArrayBuffer>;
  /** The same memory as `labelNum` in words, low before high: a decoder writes small numbers there. */
  labelNumWords: Int32Array<ArrayBuffer>;
  labelNumUnit: Int32Array<ArrayBuffer>;

  constructor(typeCount: number, samples: number, locations: number, labels: number) {
    this.locationStart = new Int32Array(samples + 1);
    this.locations = new Int32Array(locations);
    this.values = Array.from({ length: typeCount }, () => new Float64Array(samples));
    this.labelStart = new Int32Array(samples + 1);
    this.labelKey = new Int32Array(labels);
    this.labelStr = new Int32Array(labels);
    this.labelNum = new BigInt64Array(labels);
    this.labelNumWords = new Int32Array(this.labelNum.buffer);
    this.labelNumUnit = new Int32Array(labels);
  }

  /** Ends the sample whose locations, values and labels were just written. */
  endSample(): void {
    this.length++;
    this.locationStart[this.length] = this.locationCount;
    this.labelStart[this.length] = this.labelCount;
  }

  /** Makes sure that so many more rows fit. */
  makeRoom(samples: number, locations: number, labels: number): void {
    if (this.length + samples >= this.locationStart.length) {
      const room = (this.length + samples) * 2;
      this.locationStart = resized(this.locationStart, new Int32Array(room + 1));
      this.labelStart = resized(this.labelStart, new Int32Array(room + 1));
      this.values = this.values.map((column) => resized(column, new Float64Array(room)));
    }
    if (this.locationCount + locations > this.locations.length) {
      this.locations = resized(
        this.locations,
        new Int32Array((this.locationCount + locations) * 2),
      );
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

function locationColumns(rows: readonly NewLocation[]): {
  locations: LocationTable;
  lines: LineTable;
} {
  const { length } = rows;
  let lineCount = 0;
  for (const row of rows) lineCount += row.lines.length;
  const locations = {
    length,
    mapping: new Int32Array(length),
    address: new BigUint64Array(length),
    lineStart: new Int32Array(length + 1),
    isFolded: new Uint8Array(length),
  };
  const lines = {
    length: lineCount,
    function: new Int32Array(lineCount),
    line: new Float64Array(lineCount),
    column: new Float64Array(lineCount),
  };
  let at = 0;
  for (let row = 0; row < length; row++) {
    const location = rows[row];
    locations.mapping[row] = location.mapping ?? -1;
    locations.address[row] = location.address ?? 0n;
    locations.isFolded[row] = location.isFolded === true ? 1 : 0;
    for (const line of location.lines) {
      lines.function[at] = line.function;
      lines.line[at] = line.line ?? 0;
      lines.column[at] = line.column ?? 0;
      at++;
    }
    locations.lineStart[row + 1] = at;
  }
  return { locations, lines };
}

function mappingColumns(rows: readonly Required<NewMapping>[]): MappingTable {
  return {
    length: rows.length,
    start: BigUint64Array.from(rows, (row) => row.start),
    limit: BigUint64Array.from(rows, (row) => row.limit),
    offset: BigUint64Array.from(rows, (row) => row.offset),
    filename: rows.map((row) => row.filename),
    buildId: rows.map((row) => row.buildId),
    flags: Uint8Array.from(rows, (row) => row.flags),
  };
}
