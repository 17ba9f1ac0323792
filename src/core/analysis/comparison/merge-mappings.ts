import type { MappingTable } from '../../profile/profile.ts';

/**
 * For each mapping of the before side the one of the after side that pprof merges it into, -1 where
 * there is none: `Mapping.key` and `mapMapping` in profile/merge.go. Sizes count in whole pages.
 */
export function mergeMappings(before: MappingTable, after: MappingTable): Int32Array {
  const rows = new Map<string, number>();
  for (let row = after.length - 1; row >= 0; row--) {
    rows.set(mergeKey(after, row), row);
    rows.set(fullKey(after, row), row);
  }
  return Int32Array.from(
    { length: before.length },
    (_, row) => rows.get(fullKey(before, row)) ?? rows.get(mergeKey(before, row)) ?? -1,
  );
}

function mergeKey({ start, limit, offset, filename, buildId }: MappingTable, row: number): string {
  const pages = BigInt.asUintN(64, limit[row] - start[row] + 0xfffn) >> 12n;
  return `${pages} ${offset[row]} ${buildId[row] || filename[row]}`;
}

/** Of several that could be merged, a mapping is rather joined with its like. */
function fullKey(mappings: MappingTable, row: number): string {
  return `${mappings.start[row]} ${mappings.filename[row]}\0${mergeKey(mappings, row)}`;
}
