import type { FrameShares } from '../../../../bridge/frames-api.ts';
import type { BothSides } from '../../../../core/text/comparison/change-sentence.ts';

/** A caller or callee with what passes on each side, as shown; frame -1 as in FrameShares. */
export interface JoinedShare extends BothSides {
  readonly frame: number;
}

/** The callers or callees of both sides as one list, the heaviest on either side first. */
export function joinedShares(
  before: FrameShares,
  after: FrameShares,
  [scaleBefore, scaleAfter]: readonly [before: number, after: number],
): JoinedShare[] {
  const shares = new Map<number, { frame: number; before: number; after: number }>();
  const add = ({ frame: frames, value }: FrameShares, side: 'before' | 'after', scale: number) => {
    for (const [at, frame] of frames.entries()) {
      const share = shares.get(frame) ?? { frame, before: 0, after: 0 };
      share[side] += (value[at] ?? 0) * scale;
      shares.set(frame, share);
    }
  };
  add(before, 'before', scaleBefore);
  add(after, 'after', scaleAfter);
  const weight = (share: BothSides) => Math.max(Math.abs(share.before), Math.abs(share.after));
  return [...shares.values()].sort((a, b) => weight(b) - weight(a));
}
