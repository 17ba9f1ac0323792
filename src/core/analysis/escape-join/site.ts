import type { FrameIndex } from '../frames.ts';
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

/** The innermost frame of a location, by frames of any granularity. */
function innermostFrame({ frameStart, frameOf }: FrameIndex, location: number): number {
  return frameOf[frameStart[location + 1] - 1];
}

/** Frames of lines of a join, by frames of any granularity; -1 of row -1. */
export function framesOfSites(join: EscapeJoin, index: FrameIndex, sites: Int32Array): Int32Array {
  return sites.map((site) => (site < 0 ? -1 : innermostFrame(index, join.location[site])));
}
