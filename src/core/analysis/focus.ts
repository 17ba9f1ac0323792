import type { Profile } from '../profile/profile.ts';
import { compilePattern, type PatternSource } from '../text/pattern.ts';

/**
 * Which stacks count: those through a function of exactly that name, or those with a line whose
 * function, file or mapping matches, as pprof's -focus picks them (profile/filter.go).
 */
export type FocusRule =
  | {
      readonly kind: 'frame';
      readonly name: string;
      /** Its name on the side before of a comparison; null where it is the same. */
      readonly nameBefore?: string | null | undefined;
    }
  | { readonly kind: 'pattern'; readonly pattern: PatternSource };

/** A 1 for each stack that a focus keeps. Throws Error with a sentence when its pattern is wrong. */
export function focusStacks(profile: Profile, focus: FocusRule): Uint8Array {
  const { stacks } = profile;
  const isHit = focusLocations(profile, focus);
  const keeps = new Uint8Array(stacks.length);
  // A stack is kept if its own location is hit or its caller's stack is kept; callers stand before.
  for (let row = 0; row < stacks.length; row++) {
    const parent = stacks.parent[row];
    keeps[row] = isHit[stacks.location[row]] | (parent < 0 ? 0 : keeps[parent]);
  }
  return keeps;
}

function focusLocations(profile: Profile, focus: FocusRule): Uint8Array {
  const { functions, lines, locations, mappings } = profile;
  let matches: (text: string) => boolean;
  if (focus.kind === 'frame') {
    matches = (text) => text === focus.name;
  } else {
    const pattern = compilePattern(focus.pattern);
    if ('error' in pattern) throw new Error(pattern.error);
    matches = pattern.matches;
  }
  const isByName = focus.kind === 'frame';
  const functionHit = functions.name.map(
    (name, row) => matches(name) || (!isByName && matches(functions.filename[row])),
  );
  const mappingHit = mappings.filename.map((filename) => !isByName && matches(filename));
  const hit = new Uint8Array(locations.length);
  for (let location = 0; location < locations.length; location++) {
    const mapping = locations.mapping[location];
    let isHit = mapping >= 0 && mappingHit[mapping];
    for (let row = locations.lineStart[location]; row < locations.lineStart[location + 1]; row++) {
      const fn = lines.function[row];
      isHit ||= fn >= 0 && functionHit[fn];
    }
    hit[location] = isHit ? 1 : 0;
  }
  return hit;
}
