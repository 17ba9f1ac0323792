import type { Reader } from 'protobufjs/minimal';
import type { ProfileBuilder } from '../../profile/builder.ts';
import { ProfileFault } from '../../profile/fault.ts';
import { findHotPrefixes, type HotPrefixes, NO_HOT_PREFIXES } from '../../profile/hot-prefixes.ts';
import type { ReportProgress } from '../../profile/progress.ts';
import { firstKept } from '../../profile/prune.ts';
import { SampleColumns } from '../../profile/sample-columns.ts';
import { StackRouter } from '../../profile/stack-router.ts';
import { buildStackTree, type StackTree } from '../../profile/stack-tree.ts';
import { messageEnd } from './cursor.ts';
import type { IdMap } from './id-map.ts';
import { readId, readInt64 } from './varint.ts';

/** What a first pass over the samples found. */
export interface SampleCounts {
  samples: number;
  labels: number;
  /** Locations of the deepest stack, at most: a packed id takes at least one byte. */
  deepest: number;
  /** Byte offset of every 64th sample: of its message's length. */
  readonly offsets: number[];
}

/** Samples between two progress reports: some 20 ms of work. */
const SAMPLES_PER_REPORT = 1 << 16;

/** Every so manieth sample is decoded first, to find hot prefixes; */
const SAMPLE_EVERY = 64;
/** and a prefix is hot that so many of them share: then about a thousand of all the stacks do. */
const HOT_USES = 16;

// Tags (field number << 3 | wire type) of Profile and Sample.
const PROFILE_SAMPLE = (2 << 3) | 2;
const LOCATION = (1 << 3) | 0;
const LOCATIONS_PACKED = (1 << 3) | 2;
const VALUE = (2 << 3) | 0;
const VALUES_PACKED = (2 << 3) | 2;
const LABEL = (3 << 3) | 2;

/** Adds to `counts` what the Sample message at the reader holds, and skips it. */
export function countSample(reader: Reader, counts: SampleCounts): void {
  if (counts.samples % SAMPLE_EVERY === 0) counts.offsets.push(reader.pos);
  counts.samples++;
  const end = messageEnd(reader);
  let depth = 0;
  while (reader.pos < end) {
    const tag = reader.uint32();
    if ((tag & 7) !== 2) {
      if (tag === LOCATION) depth++;
      reader.skipType(tag & 7);
      continue;
    }
    const length = reader.uint32();
    if (tag === LOCATIONS_PACKED) depth += length;
    else if (tag === LABEL) counts.labels++;
    reader.pos += length;
  }
  if (reader.pos > end) throw new RangeError('a sample is longer than it says');
  if (depth > counts.deepest) counts.deepest = depth;
}

/**
 * Decodes all samples of the Profile message at the reader into the builder's sample columns, and gives
 * the tree of their stacks.
 */
export function decodeSamples(
  reader: Reader,
  builder: ProfileBuilder,
  stringCount: number,
  locationIds: IdMap,
  counts: SampleCounts,
  report: ReportProgress,
): StackTree {
  if (builder.sampleTypes.length === 0) {
    throw new ProfileFault('It has no sample types: it does not say what was measured.');
  }
  // Before room is made for the values: a small file could ask for any amount of it.
  if (counts.samples * builder.sampleTypes.length > reader.len) {
    throw new ProfileFault(
      `It cannot hold ${builder.sampleTypes.length} values for each of its ${counts.samples} samples.`,
    );
  }
  const { fate, locations } = builder.planPruning();
  const sampleDecoder = (columns: SampleColumns, hot: HotPrefixes, count: number, step: number) =>
    new SampleDecoder(
      reader,
      columns,
      stringCount,
      locationIds,
      fate,
      new StackRouter(hot, count),
      counts.deepest,
      step,
    );

  const start = reader.pos;
  const some = new SampleColumns(builder.sampleTypes.length, counts.offsets.length, counts.labels);
  const first = sampleDecoder(some, NO_HOT_PREFIXES, counts.offsets.length, SAMPLE_EVERY);
  for (const offset of counts.offsets) {
    reader.pos = offset;
    first.decodeSample();
  }
  const hot = findHotPrefixes(
    buildStackTree(first.router.finish(), locations.length),
    HOT_USES,
    locations.length,
  );

  reader.pos = start;
  const columns = builder.reserveSamples(counts.samples, counts.labels);
  const decoder = sampleDecoder(columns, hot, counts.samples, 1);
  report('decode', 0, counts.samples);
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (tag !== PROFILE_SAMPLE) {
      reader.skipType(tag & 7);
      continue;
    }
    decoder.decodeSample();
    if (columns.length % SAMPLES_PER_REPORT === 0) {
      report('decode', columns.length, counts.samples);
    }
  }
  report('decode', columns.length, counts.samples);
  if (decoder.inexactValues > 0) {
    builder.warnings.push(
      `${decoder.inexactValues} sample values are beyond 2^53 and were rounded to the nearest number that can be shown.`,
    );
  }
  report('tree', 0, columns.length);
  const tree = buildStackTree(decoder.router.finish(), locations.length);
  report('tree', columns.length, columns.length);
  return tree;
}

class SampleDecoder {
  inexactValues = 0;
  readonly router: StackRouter;
  private readonly reader: Reader;
  private readonly columns: SampleColumns;
  private readonly stringCount: number;
  private readonly locationIds: IdMap;
  private readonly fate: Uint8Array | null;
  /** It decodes every so manieth sample. */
  private readonly step: number;
  /** Locations and number of values read of the sample at hand. */
  private readonly stack: Int32Array;
  private depth = 0;
  private valueCount = 0;

  constructor(
    reader: Reader,
    columns: SampleColumns,
    stringCount: number,
    locationIds: IdMap,
    fate: Uint8Array | null,
    router: StackRouter,
    deepest: number,
    step: number,
  ) {
    this.reader = reader;
    this.columns = columns;
    this.stringCount = stringCount;
    this.locationIds = locationIds;
    this.fate = fate;
    this.router = router;
    this.step = step;
    this.stack = new Int32Array(deepest);
  }

  /** Decodes the Sample message at the reader into the next row of the columns. */
  decodeSample(): void {
    const { reader, columns, stack } = this;
    const end = messageEnd(reader);
    this.depth = 0;
    this.valueCount = 0;
    while (reader.pos < end) {
      const tag = reader.uint32();
      switch (tag) {
        case LOCATIONS_PACKED:
          this.readLocations(messageEnd(reader));
          break;
        case LOCATION:
          this.pushLocation(readId(reader));
          break;
        case VALUES_PACKED:
          this.readValues(messageEnd(reader));
          break;
        case VALUE:
          this.pushValue(readInt64(reader, this.onInexact));
          break;
        case LABEL:
          this.readLabel(messageEnd(reader));
          break;
        default:
          reader.skipType(tag & 7);
      }
    }
    if (reader.pos > end) throw new RangeError('a sample is longer than it says');
    const typeCount = columns.values.length;
    if (this.valueCount !== typeCount) {
      throw new ProfileFault(
        `Sample ${this.sampleNumber()} has ${this.valueCount} values, but there are ${typeCount} sample types.`,
      );
    }
    this.router.add(stack, firstKept(this.fate, stack, 0, this.depth), this.depth);
    columns.endSample();
  }

  /** A packed run of location ids: nearly all bytes of a file are here. */
  private readLocations(end: number): void {
    const { reader, stack } = this;
    const { buf } = reader;
    const { dense } = this.locationIds;
    let { depth } = this;
    let { pos } = reader;
    while (pos < end) {
      const idStart = pos;
      let id = buf[pos++];
      if (id >= 0x80) {
        const second = buf[pos++];
        id = (id & 0x7f) | ((second & 0x7f) << 7);
        if (second >= 0x80) {
          const third = buf[pos++];
          id |= (third & 0x7f) << 14;
          if (third >= 0x80) id = -1;
        }
      }
      if (id >= 0 && id < dense.length && dense[id] >= 0) {
        stack[depth++] = dense[id];
        continue;
      }
      // Long, sparse or missing: the slow way.
      reader.pos = idStart;
      this.depth = depth;
      this.pushLocation(readId(reader));
      depth = this.depth;
      pos = reader.pos;
    }
    if (pos > end) throw new RangeError('a run of locations is longer than it says');
    this.depth = depth;
    reader.pos = pos;
  }

  private pushLocation(id: number | bigint): void {
    const row = this.locationIds.row(id);
    if (row < 0) {
      throw new ProfileFault(
        `Sample ${this.sampleNumber()} refers to location ${id}, which does not exist.`,
      );
    }
    this.stack[this.depth++] = row;
  }

  private readValues(end: number): void {
    const { reader } = this;
    while (reader.pos < end) this.pushValue(readInt64(reader, this.onInexact));
    if (reader.pos > end) throw new RangeError('a run of values is longer than it says');
  }

  private pushValue(value: number): void {
    const { values, length } = this.columns;
    if (this.valueCount < values.length) values[this.valueCount][length] = value;
    this.valueCount++;
  }

  private readLabel(end: number): void {
    const { reader, columns } = this;
    const row = columns.labelCount++;
    while (reader.pos < end) {
      const tag = reader.uint32();
      if (tag === 1 << 3) columns.labelKey[row] = this.readStringIndex();
      else if (tag === 2 << 3) columns.labelStr[row] = this.readStringIndex();
      else if (tag === 3 << 3) this.readLabelNumber(row);
      else if (tag === 4 << 3) columns.labelNumUnit[row] = this.readStringIndex();
      else reader.skipType(tag & 7);
    }
    if (reader.pos > end) throw new RangeError('a label is longer than it says');
    // A label is one or the other; where a file has both, pprof takes the text.
    if (columns.labelStr[row] !== 0) {
      columns.labelNumWords[row * 2] = 0;
      columns.labelNumWords[row * 2 + 1] = 0;
      columns.labelNumUnit[row] = 0;
    }
  }

  private readLabelNumber(row: number): void {
    const { reader, columns } = this;
    const number = readId(reader);
    if (typeof number === 'number' && number <= 0x7fffffff) columns.labelNumWords[row * 2] = number;
    else columns.labelNum[row] = BigInt.asIntN(64, BigInt(number));
  }

  private readStringIndex(): number {
    const index = Number(readId(this.reader));
    if (index >= this.stringCount) {
      throw new ProfileFault(
        `A label refers to string ${index}, but its string table has ${this.stringCount} entries.`,
      );
    }
    return index;
  }

  /** Of the sample at hand, counted from 1, for faults. */
  private sampleNumber(): number {
    return this.columns.length * this.step + 1;
  }

  private readonly onInexact = (): void => {
    this.inexactValues++;
  };
}
