import type { Profile } from '../profile/profile.ts';
import type { FrameIndex } from './frames.ts';
import type { Occurrences } from './occurrences.ts';

/** Sums of samples in every sample type; as many entries as there are sample types. */
export interface SelfAndTotal {
  /** Of the samples that end in the thing. */
  readonly self: readonly number[];
  /** Of the samples that pass through it or end in it. */
  readonly total: readonly number[];
}

const PASSES = 1;
const ENDS = 2;

/**
 * Flat (`self`) and cum (`total`) of one frame in every sample type. `keeps` has a 1 for each stack
 * whose samples count; null keeps all.
 */
export function sumFrameSamples(
  profile: Profile,
  { frameStart, frameOf }: FrameIndex,
  keeps: Uint8Array | null,
  { frame, rows }: Occurrences,
): SelfAndTotal {
  const { location, subtreeEnd, length } = profile.stacks;
  const marks = new Uint8Array(length);
  for (const outermost of rows) {
    for (let row = outermost; row < subtreeEnd[outermost]; row++) {
      const leaf = frameOf[frameStart[location[row] + 1] - 1];
      marks[row] = leaf === frame ? PASSES | ENDS : PASSES;
    }
  }
  return sumMarked(profile, keeps, marks, 0);
}

/**
 * Self and total, in every sample type, of the box at the end of a path of frames from the outermost
 * caller; an empty path is the root, where samples without a stack end.
 *
 * It looks at all stacks of that path, where a call tree holds only those that weigh something under
 * its own sample type.
 */
export function sumBoxSamples(
  profile: Profile,
  index: FrameIndex,
  keeps: Uint8Array | null,
  path: Int32Array,
): SelfAndTotal {
  const { stacks } = profile;
  const marks = new Uint8Array(stacks.length);
  if (path.length === 0) {
    marks.fill(PASSES);
    return sumMarked(profile, keeps, marks, keeps === null ? PASSES | ENDS : 0);
  }
  const { stack, framesUsed } = stacksOfPath(profile, index, path);
  stack.forEach((row, i) => {
    marks.fill(PASSES, row, stacks.subtreeEnd[row]);
    const location = stacks.location[row];
    const frames = index.frameStart[location + 1] - index.frameStart[location];
    if (framesUsed[i] === frames) marks[row] = PASSES | ENDS;
  });
  return sumMarked(profile, keeps, marks, 0);
}

/** The outermost stacks that begin with a path, and how many frames of their last location it takes. */
function stacksOfPath(
  { stacks }: Profile,
  { frameStart, frameOf }: FrameIndex,
  path: Int32Array,
): { stack: number[]; framesUsed: number[] } {
  const { location, subtreeEnd } = stacks;
  let stack: number[] = [];
  let framesUsed: number[] = [];
  path.forEach((frame, depth) => {
    const nextStack: number[] = [];
    const nextFramesUsed: number[] = [];
    const noteIfOnPath = (row: number, used: number): void => {
      if (frameOf[frameStart[location[row]] + used] !== frame) return;
      nextStack.push(row);
      nextFramesUsed.push(used + 1);
    };
    const noteSiblings = (first: number, end: number): void => {
      for (let row = first; row < end; row = subtreeEnd[row]) noteIfOnPath(row, 0);
    };
    if (depth === 0) noteSiblings(0, stacks.length);
    stack.forEach((row, i) => {
      const used = framesUsed[i];
      if (frameStart[location[row]] + used < frameStart[location[row] + 1]) noteIfOnPath(row, used);
      else noteSiblings(row + 1, subtreeEnd[row]);
    });
    stack = nextStack;
    framesUsed = nextFramesUsed;
  });
  return { stack, framesUsed };
}

/** Sums the samples of marked stacks; `stackless` is the mark of samples without a stack. */
function sumMarked(
  { samples }: Profile,
  keeps: Uint8Array | null,
  marks: Uint8Array,
  stackless: number,
): SelfAndTotal {
  // Samples stand in no order of stacks: the marks are fetched once, not for each sample type.
  const sampleMarks = new Uint8Array(samples.length);
  for (let sample = 0; sample < samples.length; sample++) {
    const stack = samples.stack[sample];
    if (stack < 0) sampleMarks[sample] = stackless;
    else if (keeps === null || keeps[stack] !== 0) sampleMarks[sample] = marks[stack];
  }
  return {
    self: samples.values.map((values) => sumWhere(values, sampleMarks, ENDS)),
    total: samples.values.map((values) => sumWhere(values, sampleMarks, PASSES)),
  };
}

function sumWhere(values: Float64Array, marks: Uint8Array, mark: number): number {
  let sum = 0;
  for (let i = 0; i < marks.length; i++) if ((marks[i] & mark) !== 0) sum += values[i];
  return sum;
}
