import type { OpenEvidence } from '../../../bridge/evidence-api.ts';
import type { Phrase, ReportEntry } from '../../../core/text/report/report-document.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import { findingWords, longLineWords, unreadableWords } from '../../evidence/finding-words.ts';
import type { EvidenceAnswers } from './evidence-answers.ts';

/** The texts that a report rests on, each with all by which it is found again and what could not be read of it. */
export function textEntries(
  { before, after }: Pick<EvidenceAnswers, 'before' | 'after'>,
  isComparison: boolean,
): ReportEntry[] {
  const entry = (label: string) => (text: OpenEvidence) => ({ label, text: factsOf(text) });
  return [
    ...before.map(entry('Text, before')),
    ...after.map(entry(isComparison ? 'Text, after' : 'Text')),
  ];
}

function factsOf(text: OpenEvidence): Phrase[] {
  const found = text.findings.filter(({ count }) => count > 0).map(findingWords);
  const unread = [...text.findings.map(unreadableWords), longLineWords(text)];
  const warning = unread.filter((words) => words !== '').join(' ');
  return [
    { code: visibleText(text.name) },
    `, ${[...found, 'SHA-256 '].join(', ')}`,
    { code: text.sha256 },
    ...(warning === '' ? [] : [`. ${warning}`]),
  ];
}
