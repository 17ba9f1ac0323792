import type { EngineMethod, OpenProgress, ProfileSummary } from '../bridge/engine-api.ts';
import type { EvidenceSummary } from '../bridge/evidence-api.ts';
import type { OpenSource } from './read-profile.ts';

/*
 * What the engine's thread and its host say to each other. Each request has a number, which its answer
 * repeats.
 */

/** From the host to the engine's thread. */
export type EngineRequest = OpenRequest | RecogniseRequest | QueryRequest | CloseRequest;

export interface OpenRequest {
  readonly kind: 'open';
  readonly request: number;
  /** Id under which the profile is to be open. */
  readonly profile: number;
  /** A file as its bytes, which are transferred, or a text that is read by the engine itself. */
  readonly source: OpenSource | TextFile;
  /** One Int32 in shared memory; the opening ends soon after it stops being 0. */
  readonly cancelFlag: SharedArrayBuffer;
}

/** A text that is too long, maybe, to be held as a whole. */
export interface TextFile {
  /** File name, for people. */
  readonly name: string;
  /** Where it is, for people; '' when only the bytes are known. */
  readonly path: string;
  /** The file to read. */
  readonly file: string;
  readonly fileBytes: number;
}

/** What was opened, without the digest of its file, which the host works out. */
export type OpenedContent =
  | { readonly kind: 'profile'; readonly profile: Omit<ProfileSummary, 'sha256'> }
  | { readonly kind: 'evidence'; readonly evidence: Omit<EvidenceSummary, 'sha256'> };

/** Asks of a file that begins so whether it is a text to be searched: true or false. */
interface RecogniseRequest {
  readonly kind: 'recognise';
  readonly request: number;
  readonly head: Uint8Array;
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
