import type { Writer } from 'protobufjs/minimal';
import protobuf from 'protobufjs/minimal.js';
import { MappingFlag, type Profile, type ValueType } from '../../profile/profile.ts';
import { encodeSamples } from './encode-samples.ts';

/**
 * Encodes a profile as uncompressed pprof protobuf: ids count from 1, repeated numbers are packed, and
 * each string stands once. Decoding the result gives an equal profile; frames that `dropFrames` cut on
 * reading are gone.
 */
export function encodePprof(profile: Profile): Uint8Array {
  const encoding = new PprofEncoding(profile);
  const head = encoding.head();
  const samples = encoding.samples(0, profile.samples.length);
  const bytes = new Uint8Array(head.length + samples.length);
  bytes.set(head);
  bytes.set(samples, head.length);
  return bytes;
}

/**
 * Encodes a profile in pieces, which put one behind the other are the file: the head, then runs of
 * samples. A million samples would be some 200 MB at once.
 */
export class PprofEncoding {
  readonly profile: Profile;
  private readonly strings = new StringTable();
  /** By row of the label texts. */
  private readonly labelStrings: Int32Array;

  constructor(profile: Profile) {
    this.profile = profile;
    const { key, str, numUnit, text } = profile.labels;
    this.labelStrings = new Int32Array(text.length);
    for (const column of [key, str, numUnit]) {
      for (const row of column) {
        // 0 is the empty string, and not interned yet.
        if (this.labelStrings[row] === 0) this.labelStrings[row] = this.strings.index(text[row]);
      }
    }
  }

  /** Everything but the samples. */
  head(): Uint8Array {
    const { profile, strings } = this;
    const writer = protobuf.Writer.create();
    for (const type of profile.sampleTypes) writeValueType(writer, 1, type, strings);
    writeMappings(writer, profile, strings);
    writeLocations(writer, profile);
    writeFunctions(writer, profile, strings);
    const rest = {
      dropFrames: strings.index(profile.dropFrames),
      keepFrames: strings.index(profile.keepFrames),
      comments: profile.comments.map((comment) => strings.index(comment)),
      defaultSampleType: strings.index(profile.defaultSampleType),
      docUrl: strings.index(profile.docUrl),
    };
    if (profile.periodType !== null) writeValueType(writer, 11, profile.periodType, strings);
    for (const text of strings.texts) writer.uint32(tag(6, 2)).string(text);
    writeNumber(writer, 7, rest.dropFrames);
    writeNumber(writer, 8, rest.keepFrames);
    writeBigint(writer, 9, profile.timeNanos);
    writeBigint(writer, 10, profile.durationNanos);
    writeNumber(writer, 12, profile.period);
    if (rest.comments.length > 0) writePacked(writer, 13, rest.comments);
    writeNumber(writer, 14, rest.defaultSampleType);
    writeNumber(writer, 15, rest.docUrl);
    return writer.finish();
  }

  /** The samples [from, to). */
  samples(from: number, to: number): Uint8Array {
    return encodeSamples(this.profile, this.labelStrings, from, to);
  }
}

class StringTable {
  readonly texts = [''];
  private readonly indices = new Map([['', 0]]);

  index(text: string): number {
    const known = this.indices.get(text);
    if (known !== undefined) return known;
    this.texts.push(text);
    this.indices.set(text, this.texts.length - 1);
    return this.texts.length - 1;
  }
}

function writeMappings(writer: Writer, { mappings }: Profile, strings: StringTable): void {
  for (let row = 0; row < mappings.length; row++) {
    writer.uint32(tag(3, 2)).fork();
    writeNumber(writer, 1, row + 1);
    writeBigint(writer, 2, mappings.start[row]);
    writeBigint(writer, 3, mappings.limit[row]);
    writeBigint(writer, 4, mappings.offset[row]);
    writeNumber(writer, 5, strings.index(mappings.filename[row]));
    writeNumber(writer, 6, strings.index(mappings.buildId[row]));
    writeNumber(writer, 7, (mappings.flags[row] & MappingFlag.functions) === 0 ? 0 : 1);
    writeNumber(writer, 8, (mappings.flags[row] & MappingFlag.filenames) === 0 ? 0 : 1);
    writeNumber(writer, 9, (mappings.flags[row] & MappingFlag.lineNumbers) === 0 ? 0 : 1);
    writeNumber(writer, 10, (mappings.flags[row] & MappingFlag.inlineFrames) === 0 ? 0 : 1);
    writer.ldelim();
  }
}

function writeLocations(writer: Writer, { locations, lines }: Profile): void {
  for (let row = 0; row < locations.length; row++) {
    writer.uint32(tag(4, 2)).fork();
    writeNumber(writer, 1, row + 1);
    writeNumber(writer, 2, locations.mapping[row] + 1);
    writeBigint(writer, 3, locations.address[row]);
    for (let line = locations.lineStart[row]; line < locations.lineStart[row + 1]; line++) {
      writer.uint32(tag(4, 2)).fork();
      writeNumber(writer, 1, lines.function[line] + 1);
      writeNumber(writer, 2, lines.line[line]);
      writeNumber(writer, 3, lines.column[line]);
      writer.ldelim();
    }
    writeNumber(writer, 5, locations.isFolded[row]);
    writer.ldelim();
  }
}

function writeFunctions(writer: Writer, { functions }: Profile, strings: StringTable): void {
  for (let row = 0; row < functions.length; row++) {
    writer.uint32(tag(5, 2)).fork();
    writeNumber(writer, 1, row + 1);
    writeNumber(writer, 2, strings.index(functions.name[row]));
    writeNumber(writer, 3, strings.index(functions.systemName[row]));
    writeNumber(writer, 4, strings.index(functions.filename[row]));
    writeNumber(writer, 5, functions.startLine[row]);
    writer.ldelim();
  }
}

function writeValueType(
  writer: Writer,
  field: number,
  { type, unit }: ValueType,
  strings: StringTable,
): void {
  writer.uint32(tag(field, 2)).fork();
  writeNumber(writer, 1, strings.index(type));
  writeNumber(writer, 2, strings.index(unit));
  writer.ldelim();
}

function writePacked(writer: Writer, field: number, numbers: readonly number[]): void {
  writer.uint32(tag(field, 2)).fork();
  for (const number of numbers) writer.int64(number);
  writer.ldelim();
}

/** A field that is 0 is not written. */
function writeNumber(writer: Writer, field: number, value: number): void {
  if (value !== 0) writer.uint32(tag(field, 0)).int64(value);
}

function writeBigint(writer: Writer, field: number, value: bigint): void {
  if (value === 0n) return;
  const low = Number(BigInt.asIntN(32, value));
  const high = Number(BigInt.asIntN(32, value >> 32n));
  // protobufjs knows 64 bits by these two properties; the type asks for all of the Long class.
  const long = { low, high, unsigned: false } as Parameters<Writer['int64']>[0];
  writer.uint32(tag(field, 0)).int64(long);
}

function tag(field: number, wireType: number): number {
  return (field << 3) | wireType;
}
