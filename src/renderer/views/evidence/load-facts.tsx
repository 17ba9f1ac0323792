import { useMemo } from 'react';
import { latencyWords, loadWords } from '../../../words/evidence/load-words.ts';
import { useLoadReports } from '../../state/use-load-reports.ts';

/** What load generators reported in a text. */
export function LoadFacts({ text }: { readonly text: number }) {
  const sides = useMemo(() => ({ before: [], after: [text] }), [text]);
  const reports = useLoadReports(sides)?.after ?? [];
  return (
    <ul className="load-facts">
      {reports.map((report, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a report is its place in the text.
        <li key={at}>
          {loadWords(report)}.{latencyWords(report) !== '' && ` ${latencyWords(report)}.`}
        </li>
      ))}
    </ul>
  );
}
