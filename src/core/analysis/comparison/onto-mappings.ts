import type { Profile } from '../../profile/profile.ts';
import { mergeMappings } from './merge-mappings.ts';

/**
 * The profile before on the mappings after, behind which stand those of its own that pprof merges into none
 * of them. Addresses move along (`mapMapping` in pprof's profile/merge.go).
 */
export function ontoMappings(before: Profile, { mappings: theirs }: Profile): Profile {
  const { mappings, locations } = before;
  const merged = mergeMappings(mappings, theirs);
  const own = Array.from(merged.keys()).filter((row) => merged[row] < 0);
  const into = merged.map((row, mapping) => (row < 0 ? theirs.length + own.indexOf(mapping) : row));
  const bigints = (column: 'start' | 'limit' | 'offset') =>
    BigUint64Array.from([...theirs[column], ...own.map((row) => mappings[column][row])]);
  const texts = (column: 'filename' | 'buildId') => [
    ...theirs[column],
    ...own.map((row) => mappings[column][row]),
  ];
  const flags = theirs.flags.slice();
  // What one side had not resolved is not resolved in the whole.
  merged.forEach((row, mapping) => {
    if (row >= 0) flags[row] &= mappings.flags[mapping];
  });
  return {
    ...before,
    mappings: {
      length: theirs.length + own.length,
      start: bigints('start'),
      limit: bigints('limit'),
      offset: bigints('offset'),
      filename: texts('filename'),
      buildId: texts('buildId'),
      flags: Uint8Array.from([...flags, ...own.map((row) => mappings.flags[row])]),
    },
    locations: {
      ...locations,
      mapping: locations.mapping.map((row) => (row < 0 ? row : into[row])),
      address: locations.address.map((address, row) => {
        const mapping = locations.mapping[row];
        if (mapping < 0 || merged[mapping] < 0) return address;
        const moved = address + theirs.start[merged[mapping]] - mappings.start[mapping];
        return BigInt.asUintN(64, moved);
      }),
    },
  };
}
