import { ProfileBuilder } from '../../profile/builder.ts';
import { ProfileFault } from '../../profile/fault.ts';
import type { Profile } from '../../profile/profile.ts';
import type { ReportProgress } from '../../profile/progress.ts';
import type { Decoding } from '../file-format.ts';
import { IdMap } from './id-map.ts';
import { ProfileReader, type RawTables } from './tables.ts';

/**
 * Decodes an uncompressed pprof protobuf (github.com/google/pprof/proto/profile.proto) into columns, in
 * one pass of a cursor that writes the samples straight into columns. A caller that gets the bytes bit
 * by bit can have it follow them.
 */
export class PprofDecoding implements Decoding {
  private reader: ProfileReader | null = new ProfileReader();

  /** Decodes what it can. Does not fault: `finish` will, and inflating may before. */
  follow(bytes: Uint8Array, validBytes: number): void {
    try {
      this.reader?.advance(bytes, validBytes, false);
    } catch {
      this.reader = null;
    }
  }

  /**
   * The profile. Throws ProfileFault with a sentence for each way in which the file can be wrong, as
   * pprof's CheckValid does, and whatever `report` throws.
   */
  finish(bytes: Uint8Array, report: ReportProgress): Profile {
    const reader = this.reader ?? new ProfileReader();
    report('decode', reader.samples.length, 0);
    try {
      reader.advance(bytes, bytes.length, true, (done, total) => report('decode', done, total));
    } catch (error) {
      throw asFault(error, reader.pos, bytes.length);
    }
    const { tables, samples } = reader;
    const builder = new ProfileBuilder();
    const locationIds = addTables(builder, tables);
    report('decode', samples.length, samples.length);
    report('tree', 0, samples.length);
    const stacks = samples.finish(
      builder.sampleTypes.length,
      tables.strings.length,
      locationIds,
      (warning) => builder.warnings.push(warning),
    );
    report('tree', samples.length, samples.length);
    builder.samples = samples.columns;
    builder.useLabelText(tables.strings);
    return builder.finish(stacks);
  }
}

/** Decodes a whole file: see `PprofDecoding`. */
export function decodePprof(bytes: Uint8Array, report: ReportProgress): Profile {
  return new PprofDecoding().finish(bytes, report);
}

/** Resolves the tables' ids and string indices into the builder's rows. */
function addTables(builder: ProfileBuilder, tables: RawTables): IdMap {
  const { strings } = tables;
  const text = (index: number): string => {
    const found = strings[index];
    if (found === undefined) {
      throw new ProfileFault(
        `It refers to string ${index}, but its string table has ${strings.length} entries.`,
      );
    }
    return found;
  };
  if (strings.length === 0) throw new ProfileFault('It has no table of strings.');
  if (strings[0] !== '') {
    throw new ProfileFault('The first entry of its string table is not the empty string.');
  }

  if (tables.sampleTypes.length === 0) {
    throw new ProfileFault('It does not say what its values mean: it has no sample types.');
  }
  for (const { type, unit } of tables.sampleTypes) {
    builder.sampleTypes.push({ type: text(type), unit: text(unit) });
  }
  if (tables.periodType !== null) {
    const { type, unit } = tables.periodType;
    builder.periodType = { type: text(type), unit: text(unit) };
  }
  builder.period = tables.period;
  builder.timeNanos = tables.timeNanos;
  builder.durationNanos = tables.durationNanos;
  builder.dropFrames = textOrEmpty(tables.dropFrames);
  builder.keepFrames = textOrEmpty(tables.keepFrames);
  builder.defaultSampleType = textOrEmpty(tables.defaultSampleType);
  builder.docUrl = textOrEmpty(tables.docUrl);
  for (const comment of tables.comments) builder.comments.push(text(comment));

  const mappingIds = new IdMap(
    'mapping',
    tables.mappings.map((mapping) => mapping.id),
  );
  for (const mapping of tables.mappings) {
    builder.addMapping({
      ...mapping,
      filename: text(mapping.filename),
      buildId: text(mapping.buildId),
    });
  }

  const functionIds = new IdMap(
    'function',
    tables.functions.map((fn) => fn.id),
  );
  for (const fn of tables.functions) {
    builder.addFunction({
      name: text(fn.name),
      systemName: text(fn.systemName),
      filename: text(fn.filename),
      startLine: fn.startLine,
    });
  }

  const locationIds = new IdMap(
    'location',
    tables.locations.map((location) => location.id),
  );
  for (const location of tables.locations) {
    location.mapping = mappingIds.row(location.mappingId);
    for (const line of location.lines) {
      line.function = functionIds.row(line.functionId);
      if (line.function < 0) {
        throw new ProfileFault(
          `Location ${location.id} has a line of function ${line.functionId}, which does not exist.`,
        );
      }
    }
    builder.addLocation(location);
  }
  if (tables.badStrings > 0) {
    builder.warnings.push(
      `${tables.badStrings === 1 ? 'A name or other text is' : `${tables.badStrings} names or other texts are`} not UTF-8; what cannot be read is shown as \u{FFFD}.`,
    );
  }
  if (tables.isPeriodInexact) {
    builder.warnings.push('The period is beyond 2^53 and was rounded to the nearest number.');
  }
  return locationIds;

  function textOrEmpty(index: number): string {
    return index === 0 ? '' : text(index);
  }
}

/** What protobufjs throws for damaged bytes, besides RangeError. */
const PROTOBUF_MESSAGES =
  /^(invalid (varint|wire type|tag|length|end group)|illegal tag|max depth)/;

/** What the language throws, as a RangeError too, when there is no memory or no room in a table. */
const MEMORY_MESSAGES = /allocation failed|array length|string length|maximum size/i;

/** Tells damaged bytes, which the cursor meets as errors of its own, from other faults and defects. */
function asFault(error: unknown, offset: number, length: number): unknown {
  if (!(error instanceof Error)) return error;
  const isOfCursor =
    error instanceof RangeError
      ? !MEMORY_MESSAGES.test(error.message)
      : PROTOBUF_MESSAGES.test(error.message);
  if (!isOfCursor) return error;
  return new ProfileFault(
    `Its protobuf breaks off or is damaged near byte ${Math.min(offset, length)} of ${length}.`,
  );
}
