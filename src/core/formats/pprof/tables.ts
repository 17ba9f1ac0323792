import type { Reader } from 'protobufjs/minimal';
import protobuf from 'protobufjs/minimal.js';
import { ProfileFault } from '../../profile/fault.ts';
import { isFieldWhole, messageEnd, readHead } from './cursor.ts';
import { bytesField, eachIntField, int64Field, intField } from './fields.ts';
import { SampleDecoder } from './samples.ts';
import {
  type RawFunction,
  type RawLocation,
  type RawMapping,
  type RawValueType,
  readFunction,
  readLocation,
  readMapping,
  readValueType,
} from './table-rows.ts';

/** Tag (field number << 3 | wire type) of a sample in Profile. */
const SAMPLE = (2 << 3) | 2;

/** Everything but the samples, as the file has it: ids and string indices unresolved. */
export interface RawTables {
  strings: string[];
  /** Strings that are not UTF-8; what is wrong in them stands as U+FFFD. */
  badStrings: number;
  sampleTypes: RawValueType[];
  mappings: RawMapping[];
  locations: RawLocation[];
  functions: RawFunction[];
  comments: number[];
  periodType: RawValueType | null;
  period: number;
  isPeriodInexact: boolean;
  timeNanos: bigint;
  durationNanos: bigint;
  dropFrames: number;
  keepFrames: number;
  defaultSampleType: number;
  docUrl: number;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** How many samples a file has in all is guessed, to make room, after so many. */
const SAMPLES_TO_GUESS_FROM = 1 << 14;

/**
 * The cursor over a Profile message: decodes tables and samples in one pass, in whatever order they
 * stand. It can follow the bytes while they are still being inflated.
 */
export class ProfileReader {
  readonly tables: RawTables = {
    strings: [],
    badStrings: 0,
    sampleTypes: [],
    mappings: [],
    locations: [],
    functions: [],
    comments: [],
    periodType: null,
    period: 0,
    isPeriodInexact: false,
    timeNanos: 0n,
    durationNanos: 0n,
    dropFrames: 0,
    keepFrames: 0,
    defaultSampleType: 0,
    docUrl: 0,
  };
  readonly samples = new SampleDecoder();
  /** Bytes that were read. */
  pos = 0;

  /**
   * Reads the fields that lie whole in the first `validBytes` of `bytes`, from where the last call
   * ended. With `isAll` those are all bytes, and a field that is not whole is a fault (RangeError).
   * `onSamples` is called now and then with the number of samples so far and a guess of all.
   */
  advance(
    bytes: Uint8Array,
    validBytes: number,
    isAll: boolean,
    onSamples: (done: number, total: number) => void = () => {},
  ): void {
    const reader = protobuf.Reader.create(bytes);
    reader.len = validBytes;
    reader.pos = this.pos;
    try {
      while (reader.pos < validBytes && (isAll || isFieldWhole(reader))) {
        const start = reader.pos;
        const tag = readHead(reader);
        if (tag !== SAMPLE) {
          this.readField(reader, tag >>> 3, tag & 7);
          continue;
        }
        const end = messageEnd(reader);
        reader.pos = start;
        const before = this.samples.length;
        this.samples.decode(reader, end);
        const { length } = this.samples;
        if (before < SAMPLES_TO_GUESS_FROM && length >= SAMPLES_TO_GUESS_FROM) {
          this.samples.expect(guessOfAll(length));
        }
        onSamples(length, guessOfAll(length));
      }
    } finally {
      this.pos = reader.pos;
    }

    function guessOfAll(samples: number): number {
      return Math.ceil((samples / reader.pos) * bytes.length);
    }
  }

  private readField(reader: Reader, field: number, wireType: number): void {
    const { tables } = this;
    switch (field) {
      case 1:
        tables.sampleTypes.push(readValueType(reader, wireType));
        return;
      case 2:
        throw new RangeError('a sample is not a message');
      case 3:
        tables.mappings.push(readMapping(reader, wireType));
        return;
      case 4:
        tables.locations.push(readLocation(reader, wireType));
        return;
      case 5:
        tables.functions.push(readFunction(reader, wireType));
        return;
      case 6:
        this.addString(bytesField(reader, wireType));
        return;
      case 7:
        tables.dropFrames = intField(reader, wireType);
        return;
      case 8:
        tables.keepFrames = intField(reader, wireType);
        return;
      case 9:
        if (tables.timeNanos !== 0n) {
          throw new ProfileFault(
            'It holds two profiles, one after the other.',
            'Save each capture to a file of its own.',
          );
        }
        tables.timeNanos = int64Field(reader, wireType);
        return;
      case 10:
        tables.durationNanos = int64Field(reader, wireType);
        return;
      case 11:
        tables.periodType = readValueType(reader, wireType);
        return;
      case 12:
        tables.period = intField(reader, wireType, () => {
          tables.isPeriodInexact = true;
        });
        return;
      case 13:
        eachIntField(reader, wireType, (comment) => tables.comments.push(comment));
        return;
      case 14:
        tables.defaultSampleType = intField(reader, wireType);
        return;
      case 15:
        tables.docUrl = intField(reader, wireType);
        return;
      default:
        reader.skipType(wireType);
    }
  }

  private addString(bytes: Uint8Array): void {
    const text = utf8.decode(bytes);
    this.tables.strings.push(text);
    if (!text.includes('\u{FFFD}')) return;
    try {
      strictUtf8.decode(bytes);
    } catch {
      this.tables.badStrings++;
    }
  }
}
