import type { Reader } from 'protobufjs/minimal';
import protobuf from 'protobufjs/minimal.js';
import { ProfileFault } from '../../profile/fault.ts';
import { MappingFlag } from '../../profile/profile.ts';
import { eachField, isFieldWhole, messageEnd } from './cursor.ts';
import { countSample, type SampleCounts } from './samples.ts';
import { readId, readInt64, readUint64 } from './varint.ts';

type Id = number | bigint;

/** Everything but the samples, as the file has it: ids and string indices unresolved. */
export interface RawTables {
  strings: string[];
  sampleTypes: RawValueType[];
  mappings: RawMapping[];
  locations: RawLocation[];
  functions: RawFunction[];
  comments: number[];
  periodType: RawValueType | null;
  period: number;
  timeNanos: bigint;
  durationNanos: bigint;
  dropFrames: number;
  keepFrames: number;
  defaultSampleType: number;
  docUrl: number;
}

interface RawValueType {
  type: number;
  unit: number;
}

interface RawMapping {
  id: Id;
  start: bigint;
  limit: bigint;
  offset: bigint;
  filename: number;
  buildId: number;
  flags: number;
}

interface RawFunction {
  id: Id;
  name: number;
  systemName: number;
  filename: number;
  startLine: number;
}

interface RawLocation {
  id: Id;
  mappingId: Id;
  address: bigint;
  lines: RawLine[];
  isFolded: boolean;
}

interface RawLine {
  functionId: Id;
  line: number;
  column: number;
}

const utf8 = new TextDecoder('utf-8');

/**
 * The first pass over a Profile message: decodes its tables and counts what its samples hold. It can
 * follow the bytes while they are still being inflated.
 */
export class TableScanner {
  readonly tables: RawTables = {
    strings: [],
    sampleTypes: [],
    mappings: [],
    locations: [],
    functions: [],
    comments: [],
    periodType: null,
    period: 0,
    timeNanos: 0n,
    durationNanos: 0n,
    dropFrames: 0,
    keepFrames: 0,
    defaultSampleType: 0,
    docUrl: 0,
  };
  readonly counts: SampleCounts = { samples: 0, labels: 0, deepest: 0, offsets: [] };
  /** Bytes that were scanned. */
  pos = 0;

  /**
   * Scans the fields that lie whole in the first `validBytes` of `bytes`, from where the last call
   * ended. With `isAll` those are all bytes, and a field that is not whole is a fault (RangeError).
   */
  advance(bytes: Uint8Array, validBytes: number, isAll: boolean): void {
    const reader = protobuf.Reader.create(bytes);
    reader.len = validBytes;
    reader.pos = this.pos;
    try {
      while (reader.pos < validBytes && (isAll || isFieldWhole(reader))) {
        const tag = reader.uint32();
        this.readField(reader, tag >>> 3, tag & 7);
      }
    } finally {
      this.pos = reader.pos;
    }
  }

  private readField(reader: Reader, field: number, wireType: number): void {
    const { tables } = this;
    switch (field) {
      case 1:
        tables.sampleTypes.push(readValueType(reader));
        return;
      case 2:
        countSample(reader, this.counts);
        return;
      case 3:
        tables.mappings.push(readMapping(reader));
        return;
      case 4:
        tables.locations.push(readLocation(reader));
        return;
      case 5:
        tables.functions.push(readFunction(reader));
        return;
      case 6:
        tables.strings.push(utf8.decode(readBytes(reader)));
        return;
      case 7:
        tables.dropFrames = readInt(reader);
        return;
      case 8:
        tables.keepFrames = readInt(reader);
        return;
      case 9:
        if (tables.timeNanos !== 0n) {
          throw new ProfileFault(
            'It holds two profiles, one after the other: split it and open them one by one.',
          );
        }
        tables.timeNanos = BigInt.asIntN(64, readUint64(reader));
        return;
      case 10:
        tables.durationNanos = BigInt.asIntN(64, readUint64(reader));
        return;
      case 11:
        tables.periodType = readValueType(reader);
        return;
      case 12:
        tables.period = readInt(reader);
        return;
      case 13:
        eachInt(reader, wireType, (comment) => tables.comments.push(comment));
        return;
      case 14:
        tables.defaultSampleType = readInt(reader);
        return;
      case 15:
        tables.docUrl = readInt(reader);
        return;
      default:
        reader.skipType(wireType);
    }
  }
}

function readValueType(reader: Reader): RawValueType {
  const valueType: RawValueType = { type: 0, unit: 0 };
  eachField(reader, messageEnd(reader), (field, wireType) => {
    if (field === 1) valueType.type = readInt(reader);
    else if (field === 2) valueType.unit = readInt(reader);
    else reader.skipType(wireType);
  });
  return valueType;
}

function readMapping(reader: Reader): RawMapping {
  const mapping: RawMapping = {
    id: 0,
    start: 0n,
    limit: 0n,
    offset: 0n,
    filename: 0,
    buildId: 0,
    flags: 0,
  };
  const readFlag = (flag: number): void => {
    if (reader.bool()) mapping.flags |= flag;
  };
  eachField(reader, messageEnd(reader), (field, wireType) => {
    if (field === 1) mapping.id = readId(reader);
    else if (field === 2) mapping.start = readUint64(reader);
    else if (field === 3) mapping.limit = readUint64(reader);
    else if (field === 4) mapping.offset = readUint64(reader);
    else if (field === 5) mapping.filename = readInt(reader);
    else if (field === 6) mapping.buildId = readInt(reader);
    else if (field === 7) readFlag(MappingFlag.functions);
    else if (field === 8) readFlag(MappingFlag.filenames);
    else if (field === 9) readFlag(MappingFlag.lineNumbers);
    else if (field === 10) readFlag(MappingFlag.inlineFrames);
    else reader.skipType(wireType);
  });
  return mapping;
}

function readLocation(reader: Reader): RawLocation {
  const location: RawLocation = { id: 0, mappingId: 0, address: 0n, lines: [], isFolded: false };
  eachField(reader, messageEnd(reader), (field, wireType) => {
    if (field === 1) location.id = readId(reader);
    else if (field === 2) location.mappingId = readId(reader);
    else if (field === 3) location.address = readUint64(reader);
    else if (field === 4) location.lines.push(readLine(reader));
    else if (field === 5) location.isFolded = reader.bool();
    else reader.skipType(wireType);
  });
  return location;
}

function readLine(reader: Reader): RawLine {
  const line: RawLine = { functionId: 0, line: 0, column: 0 };
  eachField(reader, messageEnd(reader), (field, wireType) => {
    if (field === 1) line.functionId = readId(reader);
    else if (field === 2) line.line = readInt(reader);
    else if (field === 3) line.column = readInt(reader);
    else reader.skipType(wireType);
  });
  return line;
}

function readFunction(reader: Reader): RawFunction {
  const fn: RawFunction = { id: 0, name: 0, systemName: 0, filename: 0, startLine: 0 };
  eachField(reader, messageEnd(reader), (field, wireType) => {
    if (field === 1) fn.id = readId(reader);
    else if (field === 2) fn.name = readInt(reader);
    else if (field === 3) fn.systemName = readInt(reader);
    else if (field === 4) fn.filename = readInt(reader);
    else if (field === 5) fn.startLine = readInt(reader);
    else reader.skipType(wireType);
  });
  return fn;
}

/** A repeated integer field, packed or not. */
function eachInt(reader: Reader, wireType: number, onValue: (value: number) => void): void {
  if (wireType !== 2) {
    onValue(readInt(reader));
    return;
  }
  const end = messageEnd(reader);
  while (reader.pos < end) onValue(readInt(reader));
}

function readBytes(reader: Reader): Uint8Array {
  const end = messageEnd(reader);
  const bytes = reader.buf.subarray(reader.pos, end);
  reader.pos = end;
  return bytes;
}

/** String indices and line numbers: beyond 2^53 they can be nothing but damage, caught where used. */
function readInt(reader: Reader): number {
  return readInt64(reader, () => {});
}
