import type { EvidenceSide, EvidenceSummary, OpenEvidence } from '../bridge/evidence-api.ts';

/** The side of a text that has just been opened, and what becomes of one that was open. */
interface GivenSide {
  readonly side: EvidenceSide;
  /** The only run until now, which is the one before from now on; null for none. */
  readonly nowBefore: OpenEvidence | null;
}

/**
 * Gives a text its side: the one that its name tells. Else it is about the only run there is, until there is a
 * second text of a kind that is open: that one is then the one after.
 */
export function sideFor(opened: EvidenceSummary, others: readonly OpenEvidence[]): GivenSide {
  if (opened.suggestedSide !== null) return { side: opened.suggestedSide, nowBefore: null };
  const alike = others.filter((other) => isAlike(other, opened));
  if (alike.length === 0) return { side: 'run', nowBefore: null };
  const [only, ...more] = alike;
  const nowBefore = more.length === 0 && only?.side === 'run' ? only : null;
  return { side: missingSide(alike), nowBefore };
}

function missingSide(alike: readonly OpenEvidence[]): EvidenceSide {
  return alike.every(({ side }) => side === 'after') ? 'before' : 'after';
}

function isAlike(a: EvidenceSummary, b: EvidenceSummary): boolean {
  return a.findings.some(({ kind }) => b.findings.some((other) => other.kind === kind));
}
