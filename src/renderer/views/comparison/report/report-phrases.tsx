import type { Phrase } from '../../../../core/text/report/report-document.ts';

/** Words, and names set apart as code. */
export function ReportPhrases({ phrases }: { readonly phrases: readonly Phrase[] }) {
  return phrases.map((phrase, at) =>
    typeof phrase === 'string' ? (
      phrase
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a sentence stand in an order.
      <code key={at}>{phrase.code}</code>
    ),
  );
}
