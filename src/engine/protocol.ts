import type { EngineMethod, OpenProgress } from '../bridge/engine-api.ts';
import type { OpenSource } from './read-profile.ts';

/*
 * What the engine's thread and its host say to each other. Each request has a number, which its answer
 * repeats.
 */

/** From the host to the engine's thread. */
export type EngineRequest = OpenRequest | QueryRequest | CloseRequest;

export interface OpenRequest {
  readonly kind: 'open';
  readonly request: number;
  /** Id under which the profile is to be open. */
  readonly profile: number;
  /** Its bytes are transferred. */
  readonly source: OpenSource;
  /** One Int32 in shared memory; the opening ends soon after it stops being 0. */
  readonly cancelFlag: SharedArrayBuffer;
}

export interface QueryRequest {
  readonly kind: 'query';
  readonly request: number;
  readonly method: EngineMethod;
  readonly params: unknown;
}

interface CloseRequest {
  readonly kind: 'close';
  readonly profile: number;
}

/** From the engine's thread to the host. */
export type EngineReply = ProgressReply | DoneReply | FailedReply;

interface ProgressReply extends OpenProgress {
  readonly kind: 'progress';
  readonly request: number;
}

interface DoneReply {
  readonly kind: 'done';
  readonly request: number;
  readonly result: unknown;
}

interface FailedReply {
  readonly kind: 'failed';
  readonly request: number;
  readonly isCancelled: boolean;
  /** A sentence for people about what is wrong with the file or the question. */
  readonly message: string;
}
