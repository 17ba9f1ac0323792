import type { Profile } from './profile.ts';

/**
 * What is wrong with the columns of a profile, in sentences; none for a sound one. The tests run it on
 * every profile that is built or decoded: the analyses rely on all of this without looking.
 */
export function checkProfile(profile: Profile): string[] {
  const faults: string[] = [];
  checkTypes(profile, faults);
  checkSamples(profile, faults);
  checkStacks(profile, faults);
  checkLocations(profile, faults);
  checkFunctionsAndMappings(profile, faults);
  checkLabels(profile, faults);
  return faults;
}

type Column = ArrayLike<number> | ArrayLike<bigint> | readonly string[];

function checkLength(faults: string[], name: string, column: Column, length: number): void {
  if (column.length !== length) {
    faults.push(`${name} has ${column.length} entries instead of ${length}.`);
  }
}

/** Every entry is a row in [lowest, count). */
function checkRows(
  faults: string[],
  name: string,
  column: Int32Array,
  lowest: 0 | -1,
  count: number,
): void {
  const at = column.findIndex((row) => row < lowest || row >= count);
  if (at >= 0) faults.push(`${name}[${at}] is ${column[at]}, of ${count} rows.`);
}

/** `starts` parts the rows [0, count) into ranges. */
function checkStarts(
  faults: string[],
  name: string,
  starts: Int32Array,
  ranges: number,
  count: number,
): void {
  checkLength(faults, name, starts, ranges + 1);
  if (starts[0] !== 0) faults.push(`${name} begins with ${starts[0]}.`);
  const at = starts.findIndex((start, i) => i > 0 && start < starts[i - 1]);
  if (at >= 0) faults.push(`${name}[${at}] is ${starts[at]}, less than the entry before.`);
  if (starts[ranges] !== count) faults.push(`${name} ends with ${starts[ranges]}, not ${count}.`);
}

function checkIntegers(faults: string[], name: string, column: Float64Array): void {
  const at = column.findIndex((value) => !Number.isInteger(value));
  if (at >= 0) faults.push(`${name}[${at}] is ${column[at]}, which is no integer.`);
}

function checkTypes({ sampleTypes, samples, period }: Profile, faults: string[]): void {
  checkLength(
    faults,
    'samples.values',
    samples.values.map(() => 0),
    sampleTypes.length,
  );
  if (sampleTypes.length === 0 && samples.length > 0) faults.push('Samples have no types.');
  if (!Number.isInteger(period)) faults.push(`period is ${period}, which is no integer.`);
}

function checkSamples({ samples, stacks, labels }: Profile, faults: string[]): void {
  const { length, stack, values, labelStart } = samples;
  checkLength(faults, 'samples.stack', stack, length);
  checkRows(faults, 'samples.stack', stack, -1, stacks.length);
  checkStarts(faults, 'samples.labelStart', labelStart, length, labels.length);
  values.forEach((column, type) => {
    checkLength(faults, `samples.values[${type}]`, column, length);
    checkIntegers(faults, `samples.values[${type}]`, column);
  });
}

function checkStacks({ stacks, samples, locations }: Profile, faults: string[]): void {
  const { length, parent, location, subtreeEnd } = stacks;
  checkLength(faults, 'stacks.parent', parent, length);
  checkLength(faults, 'stacks.location', location, length);
  checkLength(faults, 'stacks.subtreeEnd', subtreeEnd, length);
  checkRows(faults, 'stacks.location', location, 0, locations.length);

  // Depth first: a row's parent is on the path to the row before it.
  const openRows: number[] = [];
  for (let row = 0; row < length; row++) {
    while (openRows.length > 0 && openRows.at(-1) !== parent[row]) {
      const closed = openRows.pop() as number;
      if (subtreeEnd[closed] !== row) {
        faults.push(`stacks.subtreeEnd[${closed}] is ${subtreeEnd[closed]} instead of ${row}.`);
        return;
      }
    }
    if (openRows.length === 0 && parent[row] !== -1) {
      faults.push(`stacks.parent[${row}] is ${parent[row]}, which is not above it.`);
      return;
    }
    openRows.push(row);
  }
  const unclosed = openRows.find((row) => subtreeEnd[row] !== length);
  if (unclosed !== undefined) faults.push(`stacks.subtreeEnd[${unclosed}] is not ${length}.`);

  const seen = new Set<number>();
  const isUsed = new Uint8Array(length);
  for (let i = 0; i < samples.length; i++) if (samples.stack[i] >= 0) isUsed[samples.stack[i]] = 1;
  for (let row = 0; row < length; row++) {
    const key = (parent[row] + 1) * locations.length + location[row];
    if (seen.has(key)) faults.push(`stacks row ${row} has the stack of a row before it.`);
    seen.add(key);
    if (isUsed[row] === 0 && subtreeEnd[row] === row + 1) {
      faults.push(`stacks row ${row} is no sample's stack, nor part of one.`);
    }
    if (faults.length > 20) return;
  }
}

function checkLocations(profile: Profile, faults: string[]): void {
  const { locations, lines, functions, mappings } = profile;
  const { length } = locations;
  checkLength(faults, 'locations.mapping', locations.mapping, length);
  checkLength(faults, 'locations.address', locations.address, length);
  checkLength(faults, 'locations.isFolded', locations.isFolded, length);
  checkRows(faults, 'locations.mapping', locations.mapping, -1, mappings.length);
  checkStarts(faults, 'locations.lineStart', locations.lineStart, length, lines.length);
  checkLength(faults, 'lines.function', lines.function, lines.length);
  checkLength(faults, 'lines.line', lines.line, lines.length);
  checkLength(faults, 'lines.column', lines.column, lines.length);
  checkRows(faults, 'lines.function', lines.function, -1, functions.length);
  checkIntegers(faults, 'lines.line', lines.line);
  checkIntegers(faults, 'lines.column', lines.column);
}

function checkFunctionsAndMappings({ functions, mappings }: Profile, faults: string[]): void {
  checkLength(faults, 'functions.name', functions.name, functions.length);
  checkLength(faults, 'functions.systemName', functions.systemName, functions.length);
  checkLength(faults, 'functions.filename', functions.filename, functions.length);
  checkLength(faults, 'functions.startLine', functions.startLine, functions.length);
  checkIntegers(faults, 'functions.startLine', functions.startLine);
  checkLength(faults, 'mappings.start', mappings.start, mappings.length);
  checkLength(faults, 'mappings.limit', mappings.limit, mappings.length);
  checkLength(faults, 'mappings.offset', mappings.offset, mappings.length);
  checkLength(faults, 'mappings.filename', mappings.filename, mappings.length);
  checkLength(faults, 'mappings.buildId', mappings.buildId, mappings.length);
  checkLength(faults, 'mappings.flags', mappings.flags, mappings.length);
}

function checkLabels({ labels }: Profile, faults: string[]): void {
  const { length, key, str, num, numUnit, text } = labels;
  checkLength(faults, 'labels.key', key, length);
  checkLength(faults, 'labels.str', str, length);
  checkLength(faults, 'labels.num', num, length);
  checkLength(faults, 'labels.numUnit', numUnit, length);
  checkRows(faults, 'labels.key', key, 0, text.length);
  checkRows(faults, 'labels.str', str, 0, text.length);
  checkRows(faults, 'labels.numUnit', numUnit, 0, text.length);
  if (text[0] !== '') faults.push('labels.text does not begin with the empty string.');
  const both = str.findIndex(
    (row, label) => row !== 0 && (num[label] !== 0n || numUnit[label] !== 0),
  );
  if (both >= 0) faults.push(`Label ${both} is both text and a number.`);
}
