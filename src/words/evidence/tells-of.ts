import type { EvidenceKind, EvidenceSummary } from '../../bridge/evidence-api.ts';

/** Whether anything of a kind could be read in a text. */
export const tellsOf = ({ findings }: Pick<EvidenceSummary, 'findings'>, kind: EvidenceKind) =>
  findings.some((finding) => finding.kind === kind && finding.count > 0);
