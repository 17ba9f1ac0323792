import { compilePattern } from '../text/pattern.ts';
import type { NewLocation } from './rows.ts';
import type { StackList } from './stack-list.ts';

interface Prunable {
  readonly dropFrames: string;
  readonly keepFrames: string;
  /** Names by row of the function table. */
  readonly functionNames: readonly string[];
  readonly locations: readonly NewLocation[];
  readonly stacks: StackList;
}

interface Pruned {
  readonly locations: readonly NewLocation[];
  readonly stacks: StackList;
  /** A sentence when the patterns could not be used; '' otherwise. */
  readonly warning: string;
}

/** What becomes of a location: it stays, is cut with all below it, or stays and all below is cut. */
const KEEP = 0;
const CUT_HERE = 1;
const CUT_BELOW = 2;

/**
 * Cuts the frames that the producer calls uninteresting (`drop_frames`, but for `keep_frames`) and
 * all their callees from the stacks, so that their values fall to the caller. A stack keeps
 * everything up to its first frame that does not match. This is what pprof does on reading, always:
 * profile/prune.go, `RemoveUninteresting`. A pattern that does not compile changes nothing.
 */
export function pruneStacks(input: Prunable): Pruned {
  const { locations, stacks } = input;
  if (input.dropFrames === '') return { locations, stacks, warning: '' };
  const drop = compilePattern({
    text: `^(${input.dropFrames})$`,
    regex: true,
    caseSensitive: true,
  });
  const keep = compilePattern({
    text: `^(${input.keepFrames})$`,
    regex: true,
    caseSensitive: true,
  });
  if ('error' in drop || 'error' in keep) {
    const warning =
      'The profile asks to drop frames by a pattern that cannot be read, so no frame was dropped.';
    return { locations, stacks, warning };
  }
  const isDropped = input.functionNames.map((name) => {
    const bare = withoutArguments(name);
    return name !== '' && drop.matches(bare) && !(input.keepFrames !== '' && keep.matches(bare));
  });

  const fate = new Uint8Array(locations.length);
  const cutLocations = locations.map((location, row) => {
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

  const start = new Int32Array(stacks.length + 1);
  const kept = new Int32Array(stacks.locations.length);
  let count = 0;
  for (let stack = 0; stack < stacks.length; stack++) {
    const root = stacks.start[stack + 1] - 1;
    let leaf = stacks.start[stack];
    let userFrameFound = false;
    for (let at = root; at >= leaf; at--) {
      const verdict = fate[stacks.locations[at]];
      if (verdict === KEEP) userFrameFound = true;
      else if (userFrameFound) leaf = verdict === CUT_HERE ? at + 1 : at;
    }
    for (let at = leaf; at <= root; at++) kept[count++] = stacks.locations[at];
    start[stack + 1] = count;
  }
  return {
    locations: cutLocations,
    stacks: { ...stacks, start, locations: kept },
    warning: '',
  };
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
