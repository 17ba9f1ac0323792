/** An investigation as some version had it. */
export type OlderFile = Readonly<Record<string, unknown>>;

/**
 * What makes of each version the next one: the first step makes version 2 of version 1. A step may rely on
 * nothing: the result is checked once, as the newest version, when all steps are done. A file of each version
 * lies in tests/fixtures/investigation.
 */
export const STEPS: readonly ((file: OlderFile) => OlderFile)[] = [withoutEvidence];

/** Version 1 knew profiles alone. */
function withoutEvidence(file: OlderFile): OlderFile {
  return { ...file, evidence: [], facet: 'profile' };
}

/** The same investigation in the newest of the versions that `steps` lead to. */
export function migrated(
  file: OlderFile,
  version: number,
  steps: readonly ((file: OlderFile) => OlderFile)[] = STEPS,
): OlderFile {
  return steps.slice(version - 1).reduce((older, step) => step(older), file);
}
