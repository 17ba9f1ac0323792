import { parseGoName } from '../text/go-name.ts';
import { baseName } from '../text/path.ts';
import type { FrameTable } from './frames.ts';

/** Frames grouped by a text that they share. */
export interface FrameGroups {
  /** For each frame its row of `names`. */
  readonly of: Int32Array;
  /** The distinct texts; names[0] is '', the group of frames that have none. */
  readonly names: readonly string[];
}

/** Frames by import path of their package; '' for names that are not Go's. */
export function groupByPackage(frames: FrameTable): FrameGroups {
  // A function has many lines, and to take its name apart is dear.
  const known = new Map<string, string>();
  return group(frames.length, (frame) => {
    const name = frames.functionName[frame];
    let path = known.get(name);
    if (path === undefined) {
      path = parseGoName(name).packagePath;
      known.set(name, path);
    }
    return path;
  });
}

/** Frames by base name of the file that they were mapped from; `mapped` has the files of the mappings. */
export function groupByModule(frames: FrameTable, mapped: readonly string[]): FrameGroups {
  const names = mapped.map((path) => (path === '' ? '' : baseName(path)));
  return group(frames.length, (frame) => names[frames.mapping[frame]] ?? '');
}

/** Frames by source file. */
export function groupByFile(frames: FrameTable): FrameGroups {
  return group(frames.length, (frame) => frames.file[frame]);
}

function group(length: number, nameOf: (frame: number) => string): FrameGroups {
  const of = new Int32Array(length);
  const names = [''];
  const rows = new Map([['', 0]]);
  for (let frame = 0; frame < length; frame++) {
    const name = nameOf(frame);
    let row = rows.get(name);
    if (row === undefined) {
      row = names.push(name) - 1;
      rows.set(name, row);
    }
    of[frame] = row;
  }
  return { of, names };
}
