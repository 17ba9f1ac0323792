import type { EngineMethod, ProfileSummary } from '../bridge/engine-api.ts';
import type { OpenEvidence } from '../bridge/evidence-api.ts';
import type { ExportPiece, ExportProgress, ExportRequest } from '../bridge/export-api.ts';

/*
 * What the thread of an export and its host say to each other. The host asks for one piece after the other,
 * so that no more is made than it can write.
 */

/** What the thread is started with. */
export interface ExportStart {
  readonly request: ExportRequest;
  readonly fileName: string;
  /** The profiles that are open. */
  readonly profiles: readonly ProfileSummary[];
  /** The texts that are open. */
  readonly evidence: readonly OpenEvidence[];
  readonly version: string;
  readonly nowMillis: number;
}

/** From the host to the thread. */
export type ToExport =
  /** The next piece is wanted. */
  | { readonly kind: 'next' }
  /** The engine's answer to a question of the thread, or a sentence why there is none. */
  | { readonly kind: 'answer'; readonly question: number; readonly result: unknown }
  | { readonly kind: 'refusal'; readonly question: number; readonly message: string };

/** From the thread to the host. */
export type FromExport =
  | {
      readonly kind: 'ask';
      readonly question: number;
      readonly method: EngineMethod;
      readonly params: unknown;
    }
  | { readonly kind: 'progress'; readonly progress: ExportProgress }
  | { readonly kind: 'piece'; readonly piece: ExportPiece }
  | { readonly kind: 'done' }
  /** `message` is a sentence for people. */
  | { readonly kind: 'failed'; readonly message: string };
