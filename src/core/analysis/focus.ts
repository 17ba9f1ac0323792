import type { Profile } from '../profile/profile.ts';
import { cleanPath } from '../text/path.ts';
import { compilePattern, type PatternSource } from '../text/pattern.ts';

/**
 * Which stacks count. By `frame`: those through its function, at whichever granularity the name was printed. By
 * `pattern`: those with a line whose function, file or mapping matches, as for pprof's -focus (profile/filter.go).
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
  let functionHit: boolean[];
  let mappingHit: boolean[];
  if (focus.kind === 'frame') {
    const isFrame = frameTest(focus.name);
    functionHit = functions.name.map((name, row) => isFrame(name, functions.filename[row]));
    mappingHit = mappings.filename.map(() => false);
  } else {
    const pattern = compilePattern(focus.pattern);
    if ('error' in pattern) throw new Error(pattern.error);
    const { matches } = pattern;
    functionHit = functions.name.map(
      (name, row) => matches(name) || matches(functions.filename[row]),
    );
    mappingHit = mappings.filename.map(matches);
  }
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

/**
 * Whether a function is that of a frame's printed name, which is the function's, or has an address before
 * it and a file and line behind it; or whether it is in the file that the name is.
 */
function frameTest(frameName: string): (name: string, filename: string) => boolean {
  const withoutAddress = frameName.replace(/^[0-9a-f]{16} /, '');
  return (name, filename) => {
    if (name === '') return false;
    return (
      name === withoutAddress ||
      withoutAddress.startsWith(`${name} `) ||
      cleanPath(filename) === frameName
    );
  };
}
