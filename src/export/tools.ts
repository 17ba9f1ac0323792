import type {
  EngineMethod,
  EngineParams,
  EngineResult,
  ProfileSummary,
} from '../bridge/engine-api.ts';
import type { OpenEvidence } from '../bridge/evidence-api.ts';
import type { ExportProgress } from '../bridge/export-api.ts';

/** What an export is made with. */
export interface ExportTools {
  /** Asks the engine, which has the profiles open. */
  ask<M extends EngineMethod>(method: M, params: EngineParams<M>): Promise<EngineResult<M>>;
  /** The texts that are open. */
  readonly evidence: readonly OpenEvidence[];
  /** Facts of an open profile. Throws Error with a sentence when it is not open. */
  profile(id: number): ProfileSummary;
  /** Is told how far the export is, often; throws what ends the export when it is cancelled. */
  report(progress: ExportProgress): void;
  /** Version of Allocscope, and the moment of the export in milliseconds since 1970. */
  readonly version: string;
  readonly nowMillis: number;
}
