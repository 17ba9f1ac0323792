import type { EvidenceKind } from '../../../bridge/evidence-api.ts';
import type { ReportEntry } from '../../../core/text/report/report-document.ts';
import { tellsOf } from '../../evidence/tells-of.ts';
import type { EvidenceAnswers } from './evidence-answers.ts';

/** What each kind of evidence would add, and the command that gives it. */
const WANTED: readonly (readonly [kind: EvidenceKind, what: string, command: string])[] = [
  ['gctrace', 'Collections and pauses', 'GODEBUG=gctrace=1 ./SERVICE 2> gctrace.log'],
  ['benchmarks', 'Benchmarks', "go test -run '^$' -bench . -benchmem -count 10 ./... > bench.txt"],
  ['escape', 'What the compiler says of allocations', 'go build -gcflags=-m=2 ./... 2> escape.txt'],
  ['load', 'Latencies and the number of requests', 'hey -z 30s http://HOST/PATH > load.txt'],
];

/** What is missing for a whole answer, of each side or of the only run, with the command that would give it. */
export function missingEvidence(
  { before, after }: Pick<EvidenceAnswers, 'before' | 'after'>,
  isComparison: boolean,
): ReportEntry[] {
  return WANTED.flatMap(([kind, what, command]) => {
    const ofBefore = isComparison && !before.some((text) => tellsOf(text, kind));
    const ofAfter = !after.some((text) => tellsOf(text, kind));
    if (!ofBefore && !ofAfter) return [];
    const side = ofBefore && ofAfter ? '' : ofBefore ? ', before' : isComparison ? ', after' : '';
    return [{ label: `${what}${side}`, text: [{ code: command }, ', and open what it writes.'] }];
  });
}
