import type { Reader } from 'protobufjs/minimal';
import { ProfileFault } from '../../profile/fault.ts';
import { SampleColumns } from '../../profile/sample-columns.ts';
import { StackRouter } from '../../profile/stack-router.ts';
import { buildStackTree, type StackTree } from '../../profile/stack-tree.ts';
import { messageEnd, readHead } from './cursor.ts';
import type { IdMap } from './id-map.ts';
import { LocationNumbers } from './location-numbers.ts';
import { readId, readInt64 } from './varint.ts';

// Tags (field number << 3 | wire type) of Sample and Label.
const LOCATION = (1 << 3) | 0;
const LOCATIONS_PACKED = (1 << 3) | 2;
const VALUE = (2 << 3) | 0;
const VALUES_PACKED = (2 << 3) | 2;
const LABEL = (3 << 3) | 2;
const LABEL_KEY = (1 << 3) | 0;
const LABEL_STR = (2 << 3) | 0;
const LABEL_NUM = (3 << 3) | 0;
const LABEL_NUM_UNIT = (4 << 3) | 0;

/** A column for each of more sample types than any profile has would cost more than the file is worth. */
const MAX_TYPES = 1024;

/**
 * Decodes samples into columns as they come, in front of the tables that they refer to. Their stacks
 * are folded by location numbers; `finish` checks all references and puts rows in their place.
 */
export class SampleDecoder {
  readonly columns = new SampleColumns(0);
  private readonly router = new StackRouter();
  private readonly locationNumbers = new LocationNumbers();
  /** Location numbers of the sample at hand, and how many values it has. */
  private stack = new Int32Array(256);
  private depth = 0;
  private valueCount = 0;
  /** What can only be judged when the tables are known. */
  private largestString = 0;
  private oddSample = 0;
  private oddValueCount = 0;
  private inexactValues = 0;

  /** Number of samples so far. */
  get length(): number {
    return this.columns.length;
  }

  /** Makes room for so many samples in all; a hint. */
  expect(samples: number): void {
    this.columns.expect(samples);
    this.router.expect(samples);
  }

  /** Decodes the Sample message at the reader. */
  decodeSample(reader: Reader): void {
    const { columns } = this;
    const end = messageEnd(reader);
    if (this.oddSample > 0) {
      // The profile is refused already; only its tables are still read, to say why.
      reader.pos = end;
      return;
    }
    this.depth = 0;
    this.valueCount = 0;
    columns.makeRoom(1, 0);
    while (reader.pos < end) {
      const tag = readHead(reader);
      switch (tag) {
        case LOCATIONS_PACKED:
          this.readLocations(reader, messageEnd(reader));
          break;
        case LOCATION:
          this.makeStackRoom(1);
          this.stack[this.depth++] = this.locationNumbers.number(readId(reader));
          break;
        case VALUES_PACKED:
          this.readValues(reader, messageEnd(reader));
          break;
        case VALUE:
          this.addValue(readInt64(reader, this.onInexact));
          break;
        case LABEL:
          this.readLabel(reader, messageEnd(reader));
          break;
        default:
          if (tag >>> 3 <= LABEL >>> 3) throw new RangeError('a field is of another type');
          reader.skipType(tag & 7);
      }
    }
    if (reader.pos > end) throw new RangeError('a sample is longer than it says');
    if (!this.hasAllValues()) return;
    this.router.add(this.stack, this.depth);
    columns.endSample();
  }

  /**
   * The tree of the stacks, by rows of the location table. Throws ProfileFault for what does not fit
   * the tables; `warn` is told of what was rounded.
   */
  finish(
    typeCount: number,
    stringCount: number,
    locationIds: IdMap,
    warn: (warning: string) => void,
  ): StackTree {
    const { columns } = this;
    if (typeCount > MAX_TYPES) {
      throw new ProfileFault(
        `It has ${typeCount} sample types; more than ${MAX_TYPES} are a defect.`,
      );
    }
    if (columns.length > 0 && columns.values.length !== typeCount) {
      throw faultOfValues(1, columns.values.length, typeCount);
    }
    if (this.oddSample > 0) throw faultOfValues(this.oddSample, this.oddValueCount, typeCount);
    if (columns.length === 0) while (columns.values.length < typeCount) columns.addType();
    if (this.largestString >= stringCount) {
      throw new ProfileFault(
        `A label refers to string ${this.largestString}, but its string table has ${stringCount} entries.`,
      );
    }
    if (this.inexactValues > 0) {
      const values =
        this.inexactValues === 1
          ? '1 sample value is beyond 2^53 and was'
          : `${this.inexactValues} sample values are beyond 2^53 and were`;
      warn(`${values} rounded to the nearest number that can be shown.`);
    }
    const tree = buildStackTree(this.router.finish());
    this.useLocationRows(tree, locationIds);
    return tree;
  }

  private useLocationRows({ stacks, stackOf }: StackTree, locationIds: IdMap): void {
    const { location, length, subtreeEnd } = stacks;
    let numbers = 0;
    for (let row = 0; row < length; row++) numbers = Math.max(numbers, location[row] + 1);
    const rowOf = new Int32Array(numbers);
    for (let number = 0; number < numbers; number++) {
      rowOf[number] = locationIds.row(this.locationNumbers.id(number));
    }
    for (let row = 0; row < length; row++) {
      const number = location[row];
      if (rowOf[number] < 0) {
        const sample = stackOf.findIndex((leaf) => leaf >= row && leaf < subtreeEnd[row]);
        const id = this.locationNumbers.id(number);
        throw new ProfileFault(
          `Sample ${sample + 1} refers to location ${id}, which does not exist.`,
        );
      }
      location[row] = rowOf[number];
    }
  }

  /** A packed run of location ids: nearly all bytes of a file are here. */
  private readLocations(reader: Reader, end: number): void {
    const { buf } = reader;
    let { depth } = this;
    let { pos } = reader;
    this.makeStackRoom(end - pos);
    const { stack } = this;
    while (pos < end) {
      const start = pos;
      let id = buf[pos++];
      if (id >= 0x80) {
        const second = buf[pos++];
        id = (id & 0x7f) | ((second & 0x7f) << 7);
        if (second >= 0x80) {
          const third = buf[pos++];
          id |= (third & 0x7f) << 14;
          if (third >= 0x80 || id >= 1 << 20) {
            reader.pos = start;
            id = this.locationNumbers.number(readId(reader));
            pos = reader.pos;
          }
        }
      }
      stack[depth++] = id;
    }
    if (pos > end) throw new RangeError('a run of locations is longer than it says');
    this.depth = depth;
    reader.pos = pos;
  }

  private makeStackRoom(locations: number): void {
    if (this.depth + locations <= this.stack.length) return;
    const larger = new Int32Array((this.depth + locations) * 2);
    larger.set(this.stack);
    this.stack = larger;
  }

  private readValues(reader: Reader, end: number): void {
    while (reader.pos < end) this.addValue(readInt64(reader, this.onInexact));
    if (reader.pos > end) throw new RangeError('a run of values is longer than it says');
  }

  /** How many columns there must be the first sample says, and `finish` checks. */
  private addValue(value: number): void {
    const { columns } = this;
    const type = this.valueCount++;
    if (columns.length === 0 && type < MAX_TYPES) columns.addType();
    if (type < columns.values.length) columns.values[type][columns.length] = value;
  }

  /** Whether the sample at hand has as many values as the first. */
  private hasAllValues(): boolean {
    const { columns, valueCount } = this;
    if (valueCount === columns.values.length) return true;
    this.oddSample = columns.length + 1;
    this.oddValueCount = valueCount;
    return false;
  }

  private readLabel(reader: Reader, end: number): void {
    const { columns } = this;
    columns.makeRoom(0, 1);
    const row = columns.labelCount++;
    while (reader.pos < end) {
      const tag = readHead(reader);
      if (tag === LABEL_KEY) columns.labelKey[row] = this.readStringIndex(reader);
      else if (tag === LABEL_STR) columns.labelStr[row] = this.readStringIndex(reader);
      else if (tag === LABEL_NUM) this.readLabelNumber(reader, row);
      else if (tag === LABEL_NUM_UNIT) columns.labelNumUnit[row] = this.readStringIndex(reader);
      else if (tag >>> 3 <= LABEL_NUM_UNIT >>> 3)
        throw new RangeError('a field is of another type');
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

  private readLabelNumber(reader: Reader, row: number): void {
    const { columns } = this;
    const number = readId(reader);
    if (typeof number === 'number' && number <= 0x7fffffff) columns.labelNumWords[row * 2] = number;
    else columns.labelNum[row] = BigInt.asIntN(64, BigInt(number));
  }

  private readStringIndex(reader: Reader): number {
    const id = readId(reader);
    const index = typeof id === 'number' ? id : Number(id);
    if (index > this.largestString) this.largestString = index;
    return index;
  }

  private readonly onInexact = (): void => {
    this.inexactValues++;
  };
}

function faultOfValues(sample: number, values: number, types: number): ProfileFault {
  return new ProfileFault(
    `Sample ${sample} has ${values} values, but there are ${types} sample types.`,
  );
}
