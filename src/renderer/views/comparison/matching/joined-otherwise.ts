import { joinReason } from '../../../../core/text/join-words.ts';

/** Frames that were joined by other than the exact name, by how they were. */
export interface JoinedOtherwise {
  /** Ascending frame ids for each kind that occurs. */
  readonly groups: readonly {
    readonly kind: number;
    readonly words: string;
    readonly frames: readonly number[];
  }[];
  /** How many frames have the same name on both sides, and how many are on one alone. */
  readonly exact: number;
  readonly onlyBefore: number;
  readonly onlyAfter: number;
}

/** Reads the column that says how frames were joined. */
export function joinedOtherwise(by: Uint8Array): JoinedOtherwise {
  const frames: number[][] = [];
  for (const [frame, kind] of by.entries()) {
    frames[kind] ??= [];
    frames[kind].push(frame);
  }
  const groups = frames.flatMap((found, kind) => {
    const words = joinReason(kind);
    return words === '' ? [] : [{ kind, words, frames: found }];
  });
  return {
    groups,
    exact: frames[0]?.length ?? 0,
    onlyBefore: frames[1]?.length ?? 0,
    onlyAfter: frames[2]?.length ?? 0,
  };
}
