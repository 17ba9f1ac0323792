import type { EvidenceSide } from '../../bridge/evidence-api.ts';
import type { InvestigationView } from '../../bridge/investigation.ts';
import type { INVESTIGATION_FORMAT } from '../../core/investigation/recognise.ts';

/** Of what is written; older ones are read as well. */
export const INVESTIGATION_VERSION = 2;

/** An investigation as its JSON has it, in the newest version. docs/investigation.md says what each part means. */
export interface InvestigationFile extends InvestigationView {
  readonly format: typeof INVESTIGATION_FORMAT;
  readonly version: typeof INVESTIGATION_VERSION;
  /** The program that wrote it, for people: `Allocscope 0.1.0`. */
  readonly savedBy: string;
  /** One profile, or two that are compared: the one before, then the one after. */
  readonly profiles: readonly FileReference[];
  /** The texts with evidence that were open beside them. */
  readonly evidence: readonly EvidenceReference[];
  readonly notes: string;
}

/** A file that an investigation is about. One without paths is inside that of the investigation. */
export interface FileReference {
  /** File name to show. */
  readonly name: string;
  /** In lower-case hexadecimal. */
  readonly sha256: string;
  /** Where it was when the investigation was saved, as the system writes it. */
  readonly path: string | null;
  /** The same from the investigation's folder on, with slashes; null where no way leads there. */
  readonly relativePath: string | null;
}

/** A text with evidence, and the run that it is about. */
export interface EvidenceReference extends FileReference {
  readonly side: EvidenceSide;
}
