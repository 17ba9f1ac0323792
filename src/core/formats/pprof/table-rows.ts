import type { Reader } from 'protobufjs/minimal';
import { MappingFlag } from '../../profile/profile.ts';
import { eachField } from './cursor.ts';
import { boolField, idField, intField, messageField, uint64Field } from './fields.ts';

/*
 * The messages that are rows of tables, as the file has them: ids and string indices unresolved. Each is read where
 * the reader stands at its length; `outerType` is its wire type.
 */

type Id = number | bigint;

export interface RawValueType {
  type: number;
  unit: number;
}

export interface RawMapping {
  id: Id;
  start: bigint;
  limit: bigint;
  offset: bigint;
  filename: number;
  buildId: number;
  flags: number;
}

export interface RawFunction {
  id: Id;
  name: number;
  systemName: number;
  filename: number;
  startLine: number;
}

/** A `NewLocation` as soon as its ids are resolved: there are too many to make other ones of them. */
export interface RawLocation {
  id: Id;
  mappingId: Id;
  mapping: number;
  address: bigint;
  lines: RawLine[];
  isFolded: boolean;
}

interface RawLine {
  functionId: Id;
  function: number;
  line: number;
  column: number;
}

export function readValueType(reader: Reader, outerType: number): RawValueType {
  const valueType: RawValueType = { type: 0, unit: 0 };
  eachField(reader, messageField(reader, outerType), (field, wireType) => {
    if (field === 1) valueType.type = intField(reader, wireType);
    else if (field === 2) valueType.unit = intField(reader, wireType);
    else reader.skipType(wireType);
  });
  return valueType;
}

export function readMapping(reader: Reader, outerType: number): RawMapping {
  const mapping: RawMapping = {
    id: 0,
    start: 0n,
    limit: 0n,
    offset: 0n,
    filename: 0,
    buildId: 0,
    flags: 0,
  };
  const readFlag = (flag: number, wireType: number): void => {
    if (boolField(reader, wireType)) mapping.flags |= flag;
  };
  eachField(reader, messageField(reader, outerType), (field, wireType) => {
    if (field === 1) mapping.id = idField(reader, wireType);
    else if (field === 2) mapping.start = uint64Field(reader, wireType);
    else if (field === 3) mapping.limit = uint64Field(reader, wireType);
    else if (field === 4) mapping.offset = uint64Field(reader, wireType);
    else if (field === 5) mapping.filename = intField(reader, wireType);
    else if (field === 6) mapping.buildId = intField(reader, wireType);
    else if (field === 7) readFlag(MappingFlag.functions, wireType);
    else if (field === 8) readFlag(MappingFlag.filenames, wireType);
    else if (field === 9) readFlag(MappingFlag.lineNumbers, wireType);
    else if (field === 10) readFlag(MappingFlag.inlineFrames, wireType);
    else reader.skipType(wireType);
  });
  return mapping;
}

export function readLocation(reader: Reader, outerType: number): RawLocation {
  const location: RawLocation = {
    id: 0,
    mappingId: 0,
    mapping: -1,
    address: 0n,
    lines: [],
    isFolded: false,
  };
  eachField(reader, messageField(reader, outerType), (field, wireType) => {
    if (field === 1) location.id = idField(reader, wireType);
    else if (field === 2) location.mappingId = idField(reader, wireType);
    else if (field === 3) location.address = uint64Field(reader, wireType);
    else if (field === 4) location.lines.push(readLine(reader, wireType));
    else if (field === 5) location.isFolded = boolField(reader, wireType);
    else reader.skipType(wireType);
  });
  return location;
}

function readLine(reader: Reader, outerType: number): RawLine {
  const line: RawLine = { functionId: 0, function: -1, line: 0, column: 0 };
  eachField(reader, messageField(reader, outerType), (field, wireType) => {
    if (field === 1) line.functionId = idField(reader, wireType);
    else if (field === 2) line.line = intField(reader, wireType);
    else if (field === 3) line.column = intField(reader, wireType);
    else reader.skipType(wireType);
  });
  return line;
}

export function readFunction(reader: Reader, outerType: number): RawFunction {
  const fn: RawFunction = { id: 0, name: 0, systemName: 0, filename: 0, startLine: 0 };
  eachField(reader, messageField(reader, outerType), (field, wireType) => {
    if (field === 1) fn.id = idField(reader, wireType);
    else if (field === 2) fn.name = intField(reader, wireType);
    else if (field === 3) fn.systemName = intField(reader, wireType);
    else if (field === 4) fn.filename = intField(reader, wireType);
    else if (field === 5) fn.startLine = intField(reader, wireType);
    else reader.skipType(wireType);
  });
  return fn;
}
