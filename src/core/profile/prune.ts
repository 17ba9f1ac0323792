import { compilePattern } from '../text/pattern.ts';
import type { NewLocation } from './rows.ts';

/** How the stacks of a profile are cut. */
export interface PruningPlan {
  /** The locations, without their cut lines. */
  readonly locations: NewLocation[];
  /** What becomes of each location; null where nothing is cut. */
  readonly fate: Uint8Array | null;
  /** A sentence when the patterns could not be used; '' otherwise. */
  readonly warning: string;
}

/** What becomes of a location: it stays, is cut with all below it, or stays and all below is cut. */
const KEEP = 0;
const CUT_HERE = 1;
const CUT_BELOW = 2;

/**
 * Plans to cut the frames that the producer calls uninteresting (`drop_frames`, but for `keep_frames`)
 * and all their callees, so that their values fall to the caller. This is what pprof does on reading,
 * always: profile/prune.go, `RemoveUninteresting`. A pattern that does not compile changes nothing.
 * `functionNames` are by row of the function table.
 */
export function planPruning(
  dropFrames: string,
  keepFrames: string,
  functionNames: readonly string[],
  locations: NewLocation[],
): PruningPlan {
  if (dropFrames === '') return { locations, fate: null, warning: '' };
  const drop = wholeName(dropFrames);
  const keep = wholeName(keepFrames);
  if ('error' in drop || 'error' in keep) {
    const warning =
      'The profile asks to drop frames by a pattern that cannot be read, so no frame was dropped.';
    return { locations, fate: null, warning };
  }
  const isDropped = functionNames.map((name) => {
    const bare = withoutArguments(name);
    return name !== '' && drop.matches(bare) && !(keepFrames !== '' && keep.matches(bare));
  });

  const fate = new Uint8Array(locations.length);
  const kept = locations.map((location, row) => {
    const at = location.lines.findLastIndex(
      (line) => line.function >= 0 && isDropped[line.function],
    );
    if (at < 0) return location;
    if (at === location.lines.length - 1) {
      fate[row] = CUT_HERE;
      return location;
    }
    fate[row] = CUT_BELOW;
    return { ...location, lines: location.lines.slice(at + 1) };
  });
  return { locations: kept, fate, warning: '' };
}

/**
 * Where the stack locations[from..to), leaf first, begins after the cut. A stack keeps everything up to
 * its first frame that stays, so that it is never cut away whole.
 */
export function firstKept(
  fate: Uint8Array | null,
  locations: Int32Array,
  from: number,
  to: number,
): number {
  if (fate === null) return from;
  let hasKept = false;
  for (let at = to - 1; at >= from; at--) {
    const verdict = fate[locations[at]];
    if (verdict === KEEP) hasKept = true;
    else if (hasKept) return verdict === CUT_HERE ? at + 1 : at;
  }
  return from;
}

function wholeName(pattern: string): ReturnType<typeof compilePattern> {
  return compilePattern({ text: `^(${pattern})$`, regex: true, caseSensitive: true });
}

/** C++ names whose parenthesis opens no argument list. */
const PARENTHESISED_NAMES = ['(anonymous namespace)', 'operator()'];

/** The name up to its argument list, and without the dot that PowerPC's ABI puts before names. */
function withoutArguments(name: string): string {
  const bare = name.startsWith('.') ? name.slice(1) : name;
  for (let at = bare.indexOf('('); at >= 0; at = bare.indexOf('(', at + 1)) {
    const isPartOfName = PARENTHESISED_NAMES.some((reserved) =>
      bare.startsWith(reserved, at - reserved.indexOf('(')),
    );
    if (!isPartOfName) return bare.slice(0, at);
  }
  return bare;
}
