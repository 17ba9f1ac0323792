import type { Profile } from '../../profile/profile.ts';
import type { FrameIndex } from '../frames.ts';
import { sumFrames } from '../top.ts';
import type { StackWeights } from '../weights.ts';

/** A function in a source file, or all functions of one. */
export interface ListedPlace {
  /** Name of the function; '' for all functions of the file. */
  readonly functionName: string;
  /** Source file as the profile has it; '' when unknown. */
  readonly file: string;
  /** Line where the function starts, 1-based; 0 when unknown, and for all functions. */
  readonly startLine: number;
}

/** What lines of a source file weigh; a row is a line, ascending. */
export interface LineSums {
  /** Line number, 1-based; 0 and below for values of which the profile knows no line. */
  readonly line: Int32Array;
  /** Sum of the samples whose leaf is on the line. */
  readonly flat: Float64Array;
  /** Sum of the samples that pass through the line, each once however often it recurs. */
  readonly cum: Float64Array;
}

/**
 * Where a frame's source is: the functions that it stands for, each with the file that it is in. `of` tells the
 * frames of a view apart, `byLine` is the index of the same profile and inlines at the granularity `lines`.
 * A function that stands in several files, as generated ones may, has several places.
 */
export function placesOfFrame(of: FrameIndex, byLine: FrameIndex, frame: number): ListedPlace[] {
  const { functionName, file, startLine } = byLine.frames;
  const isFile = of.frames.functionName[frame] === '' && of.frames.file[frame] !== '';
  const places = new Map<string, ListedPlace>();
  // Both indices take a location apart into as many frames, in the same order.
  for (let at = 0; at < of.frameOf.length; at++) {
    if (of.frameOf[at] !== frame) continue;
    const row = byLine.frameOf[at];
    const name = isFile ? '' : functionName[row];
    const key = `${name}\n${file[row]}`;
    if (places.has(key)) continue;
    places.set(key, {
      functionName: name,
      file: file[row],
      startLine: isFile ? 0 : startLine[row],
    });
  }
  return [...places.values()];
}

/**
 * What the lines of a place weigh: of a function the values that `go tool pprof -list` prints (`printSource` in
 * internal/report/source.go), which sums frames at the granularity `lines`. Where lines of several functions are
 * listed, a sample still counts once for each line, also for one that two of them share.
 */
export function sumLines(
  profile: Profile,
  byLine: FrameIndex,
  weights: StackWeights,
  { functionName, file }: Pick<ListedPlace, 'functionName' | 'file'>,
): LineSums {
  const { frames } = byLine;
  const rowOf = new Map<number, number>();
  // Row 0 takes all that is not listed.
  const rowOfFrame = new Int32Array(frames.length);
  for (let frame = 0; frame < frames.length; frame++) {
    if (frames.file[frame] !== file) continue;
    if (functionName !== '' && frames.functionName[frame] !== functionName) continue;
    const line = frames.line[frame];
    const row = rowOf.get(line) ?? rowOf.size + 1;
    rowOf.set(line, row);
    rowOfFrame[frame] = row;
  }
  const length = rowOf.size + 1;
  const sums = sumFrames(
    profile.stacks,
    {
      // Only how many there are is asked of them.
      frames: { ...frames, length },
      frameStart: byLine.frameStart,
      frameOf: byLine.frameOf.map((frame) => rowOfFrame[frame]),
    },
    weights,
  );
  const lines = [...rowOf]
    .filter(([, row]) => sums.flat[row] !== 0 || sums.cum[row] !== 0)
    .sort(([a], [b]) => a - b);
  return {
    line: Int32Array.from(lines, ([line]) => line),
    flat: Float64Array.from(lines, ([, row]) => sums.flat[row]),
    cum: Float64Array.from(lines, ([, row]) => sums.cum[row]),
  };
}
