import type { LabelTable, Profile } from './profile.ts';
import { usedStacks } from './used-stacks.ts';

/**
 * The profile with some of its samples, and with those stacks, locations and functions alone that they
 * refer to (as `Compact` in pprof's profile/merge.go; mappings all stay). `isKept` is asked for each row
 * of `samples`.
 */
export function keepSamples(profile: Profile, isKept: (sample: number) => boolean): Profile {
  const { samples } = profile;
  const rows = new Int32Array(samples.length);
  let count = 0;
  for (let sample = 0; sample < rows.length; sample++) if (isKept(sample)) rows[count++] = sample;
  // Where all stay, a million samples need not be copied.
  if (count === samples.length) return withUsedLocations(profile);
  const kept = rows.subarray(0, count);
  const { stacks, stackOf } = usedStacks(
    profile.stacks,
    kept.map((sample) => samples.stack[sample]),
  );
  const values = samples.values.map((column) =>
    Float64Array.from(kept, (sample) => column[sample]),
  );
  const { labels, labelStart } = labelsOf(profile, kept);
  const chosen = { length: kept.length, stack: stackOf, values, labelStart };
  return withUsedLocations({ ...profile, samples: chosen, stacks, labels });
}

function labelsOf(
  { samples, labels }: Profile,
  kept: Int32Array,
): { labels: LabelTable; labelStart: Int32Array } {
  const labelStart = new Int32Array(kept.length + 1);
  kept.forEach((sample, row) => {
    labelStart[row + 1] =
      labelStart[row] + samples.labelStart[sample + 1] - samples.labelStart[sample];
  });
  const length = labelStart[kept.length];
  const rows = new Int32Array(length);
  kept.forEach((sample, row) => {
    const shift = samples.labelStart[sample] - labelStart[row];
    for (let at = labelStart[row]; at < labelStart[row + 1]; at++) rows[at] = at + shift;
  });
  return {
    labels: {
      length,
      key: rows.map((row) => labels.key[row]),
      str: rows.map((row) => labels.str[row]),
      num: BigInt64Array.from(rows, (row) => labels.num[row]),
      numUnit: rows.map((row) => labels.numUnit[row]),
      text: labels.text,
    },
    labelStart,
  };
}

/** The profile without the locations that no stack has, and the functions of those alone. */
function withUsedLocations(profile: Profile): Profile {
  const { stacks, locations, lines, functions } = profile;
  const isLocationUsed = new Uint8Array(locations.length);
  for (const location of stacks.location) isLocationUsed[location] = 1;
  const usedLocations = usedRows(isLocationUsed);
  const usedLines = Int32Array.from(
    usedLocations.rows.flatMap((location) => {
      const first = locations.lineStart[location];
      return Array.from({ length: locations.lineStart[location + 1] - first }, (_, i) => first + i);
    }),
  );
  const isFunctionUsed = new Uint8Array(functions.length);
  for (const line of usedLines) {
    if (lines.function[line] >= 0) isFunctionUsed[lines.function[line]] = 1;
  }
  const usedFunctions = usedRows(isFunctionUsed);
  const lineStart = new Int32Array(usedLocations.rows.length + 1);
  usedLocations.rows.forEach((row, place) => {
    const count = locations.lineStart[row + 1] - locations.lineStart[row];
    lineStart[place + 1] = lineStart[place] + count;
  });
  return {
    ...profile,
    stacks: { ...stacks, location: stacks.location.map((row) => usedLocations.place[row]) },
    locations: {
      length: usedLocations.rows.length,
      mapping: Int32Array.from(usedLocations.rows, (row) => locations.mapping[row]),
      address: BigUint64Array.from(usedLocations.rows, (row) => locations.address[row]),
      lineStart,
      isFolded: Uint8Array.from(usedLocations.rows, (row) => locations.isFolded[row]),
    },
    lines: {
      length: usedLines.length,
      function: usedLines.map((line) =>
        lines.function[line] < 0 ? -1 : usedFunctions.place[lines.function[line]],
      ),
      line: Float64Array.from(usedLines, (line) => lines.line[line]),
      column: Float64Array.from(usedLines, (line) => lines.column[line]),
    },
    functions: {
      length: usedFunctions.rows.length,
      name: usedFunctions.rows.map((row) => functions.name[row]),
      systemName: usedFunctions.rows.map((row) => functions.systemName[row]),
      filename: usedFunctions.rows.map((row) => functions.filename[row]),
      startLine: Float64Array.from(usedFunctions.rows, (row) => functions.startLine[row]),
    },
  };
}

/** The rows that are marked, and for each row its place among them, -1 where it is not. */
function usedRows(isUsed: Uint8Array): { rows: number[]; place: Int32Array } {
  const rows = Array.from(isUsed.keys()).filter((row) => isUsed[row] === 1);
  const place = new Int32Array(isUsed.length).fill(-1);
  rows.forEach((row, at) => {
    place[row] = at;
  });
  return { rows, place };
}
