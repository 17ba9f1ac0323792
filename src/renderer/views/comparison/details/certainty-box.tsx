import { SIDES } from '../../../../bridge/comparison-api.ts';
import type { BothSides } from '../../../../core/text/comparison/change-sentence.ts';
import {
  type Evidence,
  evidenceSentence,
  intervalWords,
  levelWords,
  relativeWords,
  verdictOf,
  verdictSentence,
  WORKLOAD_NOTE,
} from '../../../../core/text/comparison/evidence.ts';
import { type Quantity, quantityTitle } from '../../../../core/text/comparison/quantity-words.ts';
import { lowerFirst } from '../../../../core/text/lower-first.ts';
import { IntervalPlot } from './interval-plot.tsx';

/** Whether a function's change is more than sampling noise, on what grounds, and how far the values are known. */
export function CertaintyBox({
  value,
  sides,
  quantity,
  evidence,
  level,
}: {
  /** The value that it is about. */
  readonly value: 'flat' | 'cum';
  readonly sides: BothSides;
  readonly quantity: Quantity;
  /** Null where nothing of it was drawn. */
  readonly evidence: Evidence | null;
  readonly level: number;
}) {
  const verdict = verdictOf(evidence, level);
  const isSure = verdict === 'real' || verdict === 'exact';
  const direction = sides.after < sides.before ? 'fall' : 'rise';
  const tone = isSure && sides.after !== sides.before ? direction : undefined;
  const what = `${value}, ${lowerFirst(quantityTitle(quantity))}`;
  return (
    <section className="certainty" aria-label="Confidence" data-tone={tone}>
      <p>
        <strong>{verdictSentence[verdict]}</strong>{' '}
        {evidence === null
          ? 'Nothing of it was drawn on either side.'
          : evidenceSentence(evidence, verdict)}
      </p>
      {evidence !== null && verdict !== 'exact' && verdict !== 'unknown' && (
        <>
          <IntervalPlot
            intervals={SIDES.map((side) => ({ side, ...evidence[side], value: sides[side] }))}
          />
          <dl>
            <Side name="before" words={intervalWords(evidence.before, quantity)} />
            <Side name="after" words={intervalWords(evidence.after, quantity)} />
            <div>
              <dt>change</dt>
              <dd>{relativeWords(evidence.relative)} of its own before</dd>
            </div>
          </dl>
          <p className="certainty-note">
            {levelWords(level)} intervals of {what}.
          </p>
        </>
      )}
      <p className="certainty-note">{WORKLOAD_NOTE}</p>
    </section>
  );
}

function Side({ name, words }: { readonly name: 'before' | 'after'; readonly words: string }) {
  return (
    <div>
      <dt>
        <i className="side-dot" data-side={name} aria-hidden="true" />
        {name}
      </dt>
      <dd>{words}</dd>
    </div>
  );
}
