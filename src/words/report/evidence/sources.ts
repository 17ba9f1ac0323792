import type { EvidenceKind, OpenEvidence } from '../../../bridge/evidence-api.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import { tellsOf } from '../../evidence/tells-of.ts';
import type { EvidenceAnswers } from './evidence-answers.ts';

/** The texts that a kind of evidence is from: `gctrace.log`, `old.txt → new.txt`. */
export function sourceOf({ before, after }: EvidenceAnswers, kind: EvidenceKind): string {
  const [was, is] = [namesOf(before, kind), namesOf(after, kind)];
  if (was === '' || was === is) return is === '' ? was : is;
  return is === '' ? was : `${was} → ${is}`;
}

function namesOf(texts: readonly OpenEvidence[], kind: EvidenceKind): string {
  return texts
    .filter((text) => tellsOf(text, kind))
    .map(({ name }) => visibleText(name))
    .join(', ');
}
