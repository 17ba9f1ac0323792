import type { CollectorFigures, CollectorSides } from '../../../../bridge/collector-api.ts';
import {
  collectorSentences,
  symptomChange,
} from '../../../../words/evidence/collector-sentences.ts';

/** What the figures bear out, in sentences. */
export function Said({ figures: { before, after } }: { readonly figures: CollectorSides }) {
  const headline = before !== null && after !== null ? symptomChange(before, after) : '';
  return (
    <div className="collector-said">
      {headline !== '' && <p className="collector-headline">{headline}</p>}
      <Sentences figures={before} side={after === null ? null : 'before'} />
      <Sentences figures={after} side={before === null ? null : 'after'} />
    </div>
  );
}

function Sentences({
  figures,
  side,
}: {
  readonly figures: CollectorFigures | null;
  /** Null where there is only one. */
  readonly side: 'before' | 'after' | null;
}) {
  const sentences = figures === null ? [] : collectorSentences(figures);
  if (sentences.length === 0) return null;
  return (
    <section data-side={side ?? undefined}>
      {side !== null && (
        <h2>
          <i className="side-dot" data-side={side} aria-hidden="true" />
          {side === 'before' ? 'Before' : 'After'}
        </h2>
      )}
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  );
}
