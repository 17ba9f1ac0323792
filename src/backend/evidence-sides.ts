import type { EvidenceSide, EvidenceSummary, OpenEvidence } from '../bridge/evidence-api.ts';

/** The side of a text that has just been opened, and what becomes of one that was open. */
interface GivenSide {
  readonly side: EvidenceSide;
  /** The only run until now, which is one of two from now on; null for none. */
  readonly moved: { readonly text: OpenEvidence; readonly side: 'before' | 'after' } | null;
}

/**
 * Gives a text its side: the one that its name tells. Else it is about the only run there is, until there is a
 * second text of a kind: of the two, the one whose opening began first is the one before.
 */
export function sideFor(opened: EvidenceSummary, others: readonly OpenEvidence[]): GivenSide {
  const alike = others.filter((other) => isAlike(other, opened));
  const [first] = alike;
  const told = opened.suggestedSide;
  if (first === undefined) return { side: told ?? 'run', moved: null };
  if (alike.length > 1 || first.side !== 'run') {
    return { side: told ?? missingSide(alike), moved: null };
  }
  // Ids are given when openings begin, which may end in another order.
  const side = told ?? (opened.id < first.id ? 'before' : 'after');
  return { side, moved: { text: first, side: side === 'before' ? 'after' : 'before' } };
}

function missingSide(alike: readonly OpenEvidence[]): EvidenceSide {
  return alike.every(({ side }) => side === 'after') ? 'before' : 'after';
}

function isAlike(a: EvidenceSummary, b: EvidenceSummary): boolean {
  return a.findings.some(({ kind }) => b.findings.some((other) => other.kind === kind));
}
