import { compilePattern } from '../text/pattern.ts';
import type { StackTable } from './profile.ts';
import type { NewLocation } from './rows.ts';
import type { StackTree } from './stack-tree.ts';
import { usedStacks } from './used-stacks.ts';

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
 * Cuts the stacks of a tree, and takes out the rows that no stack has any more. A stack keeps
 * everything up to its first frame that stays, so that it is never cut away whole.
 */
export function cutStacks({ stacks, stackOf }: StackTree, fate: Uint8Array): StackTree {
  const leafOf = cutLeaves(stacks, fate);
  return usedStacks(
    stacks,
    stackOf.map((leaf) => (leaf < 0 ? leaf : leafOf[leaf])),
  );
}

/** For each row, the row where a stack that ends there ends after the cut. */
function cutLeaves(stacks: StackTable, fate: Uint8Array): Int32Array {
  const leafOf = new Int32Array(stacks.length);
  const hasKept = new Uint8Array(stacks.length);
  for (let row = 0; row < stacks.length; row++) {
    const parent = stacks.parent[row];
    const verdict = fate[stacks.location[row]];
    const isKeptAbove = parent >= 0 && hasKept[parent] === 1;
    const isCutAbove = parent >= 0 && (leafOf[parent] !== parent || isCutBelow(parent));
    if (isCutAbove) leafOf[row] = leafOf[parent];
    else leafOf[row] = verdict === CUT_HERE && isKeptAbove ? parent : row;
    hasKept[row] = isKeptAbove || verdict === KEEP ? 1 : 0;
  }
  return leafOf;

  /** Whether a row stays, but what it calls does not. */
  function isCutBelow(row: number): boolean {
    const parent = stacks.parent[row];
    return fate[stacks.location[row]] === CUT_BELOW && parent >= 0 && hasKept[parent] === 1;
  }
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
