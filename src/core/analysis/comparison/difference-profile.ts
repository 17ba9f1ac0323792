import { keepSamples } from '../../profile/keep-samples.ts';
import type { LabelTable, Profile, ValueType } from '../../profile/profile.ts';

/** A side of a difference: a profile, and for each sample type of the difference its samples' values. */
export interface DifferenceSide {
  readonly profile: Profile;
  readonly values: readonly Float64Array[];
}

/** The label that marks samples of the base, and what percentages refer to. */
const BASE_KEY = 'pprof::base';
const BASE_VALUE = 'true';

/**
 * After less before as one profile, as pprof makes it under `-diff_base` (internal/driver/fetch.go and
 * `Merge` in profile/merge.go): the samples after, then those before with negated values and the label
 * `pprof::base` = `true`. Samples stay one by one; pprof adds equal ones up when it reads them. Of what
 * both say of their making, the earliest time, the sum of the durations and the largest period hold;
 * other facts are those after. The mappings before are those after and more (`ontoMappings`). Samples that
 * are nothing under all types are left out.
 */
export function differenceProfile(
  before: DifferenceSide,
  after: DifferenceSide,
  sampleTypes: readonly ValueType[],
): Profile {
  const base = withBaseLabel(before.profile);
  const own = after.profile;
  const shift = {
    stack: own.stacks.length,
    location: own.locations.length,
    line: own.lines.length,
    function: own.functions.length,
    label: own.labels.length,
    labelText: own.labels.text.length,
  };
  const difference: Profile = {
    ...own,
    ...headersOf(base, own, sampleTypes),
    sampleTypes,
    samples: {
      length: own.samples.length + base.samples.length,
      stack: joinedRows(own.samples.stack, base.samples.stack, shift.stack),
      values: sampleTypes.map((_, type) => lessBefore(after.values[type], before.values[type])),
      labelStart: joinedRows(
        own.samples.labelStart,
        base.samples.labelStart.subarray(1),
        shift.label,
      ),
    },
    stacks: {
      length: own.stacks.length + base.stacks.length,
      parent: joinedRows(own.stacks.parent, base.stacks.parent, shift.stack),
      location: joinedRows(own.stacks.location, base.stacks.location, shift.location),
      subtreeEnd: joinedRows(own.stacks.subtreeEnd, base.stacks.subtreeEnd, shift.stack),
    },
    locations: {
      length: own.locations.length + base.locations.length,
      // Both sides refer to one table of mappings.
      mapping: joinedRows(own.locations.mapping, base.locations.mapping, 0),
      address: joined(BigUint64Array, own.locations.address, base.locations.address),
      lineStart: joinedRows(
        own.locations.lineStart,
        base.locations.lineStart.subarray(1),
        shift.line,
      ),
      isFolded: joined(Uint8Array, own.locations.isFolded, base.locations.isFolded),
    },
    lines: {
      length: own.lines.length + base.lines.length,
      function: joinedRows(own.lines.function, base.lines.function, shift.function),
      line: joined(Float64Array, own.lines.line, base.lines.line),
      column: joined(Float64Array, own.lines.column, base.lines.column),
    },
    functions: {
      length: own.functions.length + base.functions.length,
      name: [...own.functions.name, ...base.functions.name],
      systemName: [...own.functions.systemName, ...base.functions.systemName],
      filename: [...own.functions.filename, ...base.functions.filename],
      startLine: joined(Float64Array, own.functions.startLine, base.functions.startLine),
    },
    mappings: base.mappings,
    labels: joinedLabels(own.labels, base.labels, shift.labelText),
  };
  return keepSamples(difference, (sample) =>
    difference.samples.values.some((column) => column[sample] !== 0),
  );
}

/** What is said of the making of both, as `combineHeaders` in profile/merge.go does. */
function headersOf(
  before: Profile,
  after: Profile,
  sampleTypes: readonly ValueType[],
): Partial<Profile> {
  const [was, is] = [before.timeNanos, after.timeNanos];
  const isEarlier = is === 0n || (was !== 0n && was < is);
  return {
    timeNanos: isEarlier ? was : is,
    durationNanos: before.durationNanos + after.durationNanos,
    period: Math.max(before.period, after.period),
    periodType: after.periodType ?? before.periodType,
    comments: [...new Set([...after.comments, ...before.comments])],
    defaultSampleType: sampleTypes.some(({ type }) => type === after.defaultSampleType)
      ? after.defaultSampleType
      : '',
    docUrl: after.docUrl || before.docUrl,
  };
}

/** The profile, whose samples all have the label of the base; what they had under its key is gone. */
function withBaseLabel(profile: Profile): Profile {
  const { samples, labels } = profile;
  const text = [...labels.text, BASE_KEY, BASE_VALUE];
  const [baseKey, baseValue] = [labels.text.length, labels.text.length + 1];
  const oldKey = labels.text.indexOf(BASE_KEY);
  const room = labels.length + samples.length;
  const key = new Int32Array(room);
  const str = new Int32Array(room);
  const num = new BigInt64Array(room);
  const numUnit = new Int32Array(room);
  const labelStart = new Int32Array(samples.length + 1);
  let at = 0;
  for (let sample = 0; sample < samples.length; sample++) {
    for (let row = samples.labelStart[sample]; row < samples.labelStart[sample + 1]; row++) {
      if (labels.key[row] === oldKey && labels.str[row] !== 0) continue;
      key[at] = labels.key[row];
      str[at] = labels.str[row];
      num[at] = labels.num[row];
      numUnit[at++] = labels.numUnit[row];
    }
    key[at] = baseKey;
    str[at++] = baseValue;
    labelStart[sample + 1] = at;
  }
  return {
    ...profile,
    samples: { ...samples, labelStart },
    labels: {
      length: at,
      key: key.subarray(0, at),
      str: str.subarray(0, at),
      num: num.subarray(0, at),
      numUnit: numUnit.subarray(0, at),
      text,
    },
  };
}

function joinedLabels(first: LabelTable, second: LabelTable, shift: number): LabelTable {
  // The empty text is 0 in both, and stays what it is.
  const texts = (rows: Int32Array) => rows.map((row) => (row === 0 ? 0 : row + shift));
  return {
    length: first.length + second.length,
    key: joined(Int32Array, first.key, texts(second.key)),
    str: joined(Int32Array, first.str, texts(second.str)),
    num: joined(BigInt64Array, first.num, second.num),
    numUnit: joined(Int32Array, first.numUnit, texts(second.numUnit)),
    text: [...first.text, ...second.text],
  };
}

function lessBefore(after: Float64Array, before: Float64Array): Float64Array {
  const values = joined(Float64Array, after, before);
  // 0 less the value, for no negative zero.
  for (let row = after.length; row < values.length; row++) values[row] = 0 - values[row];
  return values;
}

/** Rows of a table and, moved by its length, rows of the one behind it; -1 stays. */
function joinedRows(first: Int32Array, second: Int32Array, shift: number): Int32Array {
  const rows = joined(Int32Array, first, second);
  for (let at = first.length; at < rows.length; at++) if (rows[at] >= 0) rows[at] += shift;
  return rows;
}

interface Column<T> {
  readonly length: number;
  set(from: T, at?: number): void;
}

function joined<T extends Column<T>>(type: new (length: number) => T, first: T, second: T): T {
  const both = new type(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
