import type { Reader } from 'protobufjs/minimal';
import type { ProfileBuilder, SampleColumns } from '../../profile/builder.ts';
import { ProfileFault } from '../../profile/fault.ts';
import type { ReportProgress } from '../../profile/progress.ts';
import { messageEnd } from './cursor.ts';
import type { IdMap } from './id-map.ts';
import { readId, readInt64 } from './varint.ts';

/** How much room the samples need. */
export interface SampleCounts {
  samples: number;
  /** At most so many locations in all stacks together: a packed id takes at least one byte. */
  locations: number;
  labels: number;
}

/** Samples between two progress reports: some 20 ms of work. */
const SAMPLES_PER_REPORT = 1 << 16;

// Tags (field number << 3 | wire type) of Profile and Sample.
const PROFILE_SAMPLE = (2 << 3) | 2;
const LOCATION = (1 << 3) | 0;
const LOCATIONS_PACKED = (1 << 3) | 2;
const VALUE = (2 << 3) | 0;
const VALUES_PACKED = (2 << 3) | 2;
const LABEL = (3 << 3) | 2;

/** Adds to `counts` what the Sample message at the reader holds, and skips it. */
export function countSample(reader: Reader, counts: SampleCounts): void {
  counts.samples++;
  const end = messageEnd(reader);
  while (reader.pos < end) {
    const tag = reader.uint32();
    if ((tag & 7) !== 2) {
      if (tag === LOCATION) counts.locations++;
      reader.skipType(tag & 7);
      continue;
    }
    const length = reader.uint32();
    if (tag === LOCATIONS_PACKED) counts.locations += length;
    else if (tag === LABEL) counts.labels++;
    reader.pos += length;
  }
  if (reader.pos > end) throw new RangeError('a sample is longer than it says');
}

/** Decodes all samples of the Profile message at the reader into the builder's sample columns. */
export function decodeSamples(
  reader: Reader,
  builder: ProfileBuilder,
  stringCount: number,
  locationIds: IdMap,
  counts: SampleCounts,
  report: ReportProgress,
): void {
  if (builder.sampleTypes.length === 0 && counts.samples > 0) {
    throw new ProfileFault('It has samples, but does not say what their values mean.');
  }
  const columns = builder.reserveSamples(counts.samples, counts.locations, counts.labels);
  const decoder = new SampleDecoder(reader, columns, stringCount, locationIds);
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
}

class SampleDecoder {
  inexactValues = 0;
  private readonly reader: Reader;
  private readonly columns: SampleColumns;
  private readonly stringCount: number;
  private readonly locationIds: IdMap;
  /** Values read of the sample at hand. */
  private valueCount = 0;

  constructor(reader: Reader, columns: SampleColumns, stringCount: number, locationIds: IdMap) {
    this.reader = reader;
    this.columns = columns;
    this.stringCount = stringCount;
    this.locationIds = locationIds;
  }

  /** Decodes the Sample message at the reader into the next row of the columns. */
  decodeSample(): void {
    const { reader, columns } = this;
    const end = messageEnd(reader);
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
        `Sample ${columns.length + 1} has ${this.valueCount} values, but there are ${typeCount} sample types.`,
      );
    }
    columns.endSample();
  }

  /** A packed run of location ids: nearly all bytes of a file are here. */
  private readLocations(end: number): void {
    const { reader } = this;
    const { buf } = reader;
    const { dense } = this.locationIds;
    const { locations } = this.columns;
    let { locationCount } = this.columns;
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
      if (id >= 0 && id < dense.length && dense[id] >= 0 && pos <= end) {
        locations[locationCount++] = dense[id];
        continue;
      }
      // Long, sparse or missing: the slow way.
      reader.pos = idStart;
      this.columns.locationCount = locationCount;
      this.pushLocation(readId(reader));
      locationCount = this.columns.locationCount;
      pos = reader.pos;
    }
    this.columns.locationCount = locationCount;
    reader.pos = pos;
  }

  private pushLocation(id: number | bigint): void {
    const row = this.locationIds.row(id);
    if (row < 0) {
      throw new ProfileFault(
        `Sample ${this.columns.length + 1} refers to location ${id}, which does not exist.`,
      );
    }
    this.columns.locations[this.columns.locationCount++] = row;
  }

  private readValues(end: number): void {
    const { reader } = this;
    while (reader.pos < end) this.pushValue(readInt64(reader, this.onInexact));
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

  private readonly onInexact = (): void => {
    this.inexactValues++;
  };
}
