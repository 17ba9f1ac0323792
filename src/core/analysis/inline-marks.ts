import type { StackTable } from '../profile/profile.ts';
import type { FrameIndex } from './frames.ts';
import type { StackWeights } from './weights.ts';

/** What pprof writes behind a frame's name; its value is an index into `INLINE_MARKS`. */
export const INLINE_MARKS = ['', ' (inline)', ' (partial-inline)'] as const;

const INLINED = 1;
const CALLED = 2;

/**
 * For each frame its index into `INLINE_MARKS`. A frame is marked when a caller is known into which
 * it was always inlined, and partially when another caller calls it as well: the edges of
 * internal/graph/graph.go, and `TextItems` in internal/report/report.go.
 *
 * A pair of caller and callee that recurs in a stack counts at its outermost place. `kept` has a 1
 * for each frame that is shown where a table is cut short; a frame's caller is then the nearest one
 * that is shown.
 */
export function inlineMarks(
  stacks: StackTable,
  { frames, frameStart, frameOf }: FrameIndex,
  weights: StackWeights,
  kept: Uint8Array | null = null,
): Uint8Array {
  const edges = new Edges(frames.length);
  const mayBeMarked = inlinedFrames(frames.length, frameStart, frameOf);
  /** The innermost shown frame of each stack; -1 when none is shown. */
  const innermost = new Int32Array(stacks.length);
  for (let row = 0; row < stacks.length; row++) {
    const above = stacks.parent[row];
    const first = frameStart[stacks.location[row]];
    const end = frameStart[stacks.location[row] + 1];
    let caller = above < 0 ? -1 : innermost[above];
    for (let at = first; at < end; at++) {
      const frame = frameOf[at];
      if (kept !== null && kept[frame] === 0) continue;
      if (mayBeMarked[frame] !== 0 && caller >= 0 && caller !== frame) {
        if (weights.weight[row] !== 0) {
          edges.note(caller, frame, at > first, row, stacks.subtreeEnd[row]);
        }
      }
      caller = frame;
    }
    innermost[row] = caller;
  }
  return edges.marks();
}

/** A 1 for each frame that is inlined in some location. */
function inlinedFrames(length: number, frameStart: Int32Array, frameOf: Int32Array): Uint8Array {
  const isInlined = new Uint8Array(length);
  for (let location = 0; location < frameStart.length - 1; location++) {
    for (let at = frameStart[location] + 1; at < frameStart[location + 1]; at++) {
      isInlined[frameOf[at]] = 1;
    }
  }
  return isInlined;
}

/** The pairs of caller and callee, and how each callee came to be below its caller. */
class Edges {
  private readonly frameCount: number;
  private readonly edgeOf = new Map<number, number>();
  private readonly callee: number[] = [];
  private readonly isInlined: boolean[] = [];
  /** The row up to which the pair is on the path already. */
  private readonly onPathUntil: number[] = [];

  constructor(frameCount: number) {
    this.frameCount = frameCount;
  }

  note(caller: number, callee: number, isInlined: boolean, row: number, subtreeEnd: number): void {
    const key = caller * this.frameCount + callee;
    const edge = this.edgeOf.get(key);
    if (edge === undefined) {
      this.edgeOf.set(key, this.callee.length);
      this.callee.push(callee);
      this.isInlined.push(isInlined);
      this.onPathUntil.push(subtreeEnd);
    } else if (row >= this.onPathUntil[edge]) {
      this.onPathUntil[edge] = subtreeEnd;
      if (!isInlined) this.isInlined[edge] = false;
    }
  }

  marks(): Uint8Array {
    const seen = new Uint8Array(this.frameCount);
    this.callee.forEach((callee, edge) => {
      seen[callee] |= this.isInlined[edge] ? INLINED : CALLED;
    });
    return seen.map((ways) => (ways === (INLINED | CALLED) ? 2 : ways === INLINED ? 1 : 0));
  }
}
