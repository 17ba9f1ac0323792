import type { EscapeJoin } from './escape-join.ts';

/** A line that allocates, for the few that are looked at. */
export interface Site {
  /** Row of the frames. */
  readonly frame: number;
  readonly objects: number;
  readonly bytes: number;
  readonly explainedObjects: number;
  readonly explainedBytes: number;
  /** One of `JoinClass`. */
  readonly joinClass: number;
  /** Rows of the diagnostics, those that say of an allocation first. */
  readonly messages: readonly number[];
}

/** The line of a row of the join. */
export function siteAt(join: EscapeJoin, row: number): Site {
  return {
    frame: join.frame[row],
    objects: join.objects[row],
    bytes: join.bytes[row],
    explainedObjects: join.explainedObjects[row],
    explainedBytes: join.explainedBytes[row],
    joinClass: join.joinClass[row],
    messages: [...join.message.subarray(join.messageStart[row], join.messageStart[row + 1])],
  };
}
