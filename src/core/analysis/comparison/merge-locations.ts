import type { Profile } from '../../profile/profile.ts';

/** Which locations of several profiles are the same to pprof. */
export interface MergedLocations {
  /** For each profile, the class of each of its locations. */
  readonly classOf: readonly Int32Array[];
  readonly classCount: number;
}

/**
 * Tells which locations pprof takes for the same when it merges profiles (the keys in
 * profile/merge.go): those at one distance from the start of one mapping, with equal lines.
 */
export function mergeLocations(profiles: readonly Profile[]): MergedLocations {
  const classes = new Map<string, number>();
  const functionClasses = new Map<string, number>();
  const mappingClasses = new Map<string, number>();
  const classOf = profiles.map((profile) => {
    const { locations, lines, functions, mappings } = profile;
    const mappingClass = mappingKeys(profile).map((key) => classIn(mappingClasses, key));
    const functionClass = functions.name.map((name, row) =>
      classIn(
        functionClasses,
        `${functions.startLine[row]}\0${name}\0${functions.systemName[row]}\0${functions.filename[row]}`,
      ),
    );
    return Int32Array.from({ length: locations.length }, (_, row) => {
      const mapping = locations.mapping[row];
      const address =
        mapping < 0
          ? locations.address[row]
          : BigInt.asUintN(64, locations.address[row] - mappings.start[mapping]);
      let key = `${mapping < 0 ? '' : mappingClass[mapping]}|${address}|${locations.isFolded[row]}`;
      const end = locations.lineStart[row + 1];
      for (let line = locations.lineStart[row]; line < end; line++) {
        const fn = lines.function[line];
        key += `|${fn < 0 ? '' : functionClass[fn]}:${lines.line[line]}`;
      }
      // pprof overwrites the columns of all lines but the last by what follows them in its key.
      if (end > locations.lineStart[row]) key += `|${lines.column[end - 1]}`;
      return classIn(classes, key);
    });
  });
  return { classOf, classCount: classes.size };
}

/** Whether any location of one profile can be the same as one of the other: a cheap look at mappings. */
export function mayShareLocations(one: Profile, other: Profile): boolean {
  if (one.locations.mapping.includes(-1) && other.locations.mapping.includes(-1)) return true;
  const keys = new Set(mappingKeys(one));
  return mappingKeys(other).some((key) => keys.has(key));
}

const PAGE = 0x1000n;

/** What identifies each mapping: its file, by build id if there is one, and how much of it is mapped. */
function mappingKeys({ mappings }: Profile): string[] {
  return mappings.filename.map((file, row) => {
    const size = BigInt.asUintN(64, mappings.limit[row] - mappings.start[row] + PAGE - 1n);
    return `${size - (size % PAGE)}|${mappings.offset[row]}|${mappings.buildId[row] || file}`;
  });
}

function classIn(classes: Map<string, number>, key: string): number {
  const known = classes.get(key);
  if (known !== undefined) return known;
  classes.set(key, classes.size);
  return classes.size - 1;
}
