import { useMemo } from 'react';
import type { Hazard } from '../../../../bridge/comparison-api.ts';
import type { View } from '../../../../bridge/engine-api.ts';
import { visibleText } from '../../../../core/text/visible-text.ts';
import { commonQuantities, quantityOf, shownTotals } from '../../../../words/fairness.ts';
import { chooseQuantity } from '../../../state/comparing.ts';
import { type ShownComparison, useApp } from '../../../state/use-app.ts';
import { useFramed } from '../../../state/use-framed.ts';
import { useViewAnswer } from '../../../state/use-view-answer.ts';
import '../../measures/measures.css';
import { perWords } from '../../../../words/per-words.ts';
import { ComparedCard } from './compared-card.tsx';
import './comparison-measures.css';
import { headline } from './headline.ts';
import { oneSidedWords } from './one-sided.ts';
import { WhatChanged } from './what-changed.tsx';

/** Totals of each quantity before and after, as the switch between them; and what changed most. */
export function ComparisonMeasures({
  shown: { before, after, comparison, view },
  hazards,
}: {
  readonly shown: ShownComparison;
  /** Null until they are known: before that nothing is claimed. */
  readonly hazards: readonly Hazard[] | null;
}) {
  const app = useApp();
  const whole = useWholeView(view);
  const reported = useViewAnswer('report', whole);
  const sampled = useViewAnswer('confidence', whole);
  const framed = useFramed(whole);
  // What is known of another view is not to be claimed of this one.
  const report = reported?.view === whole ? reported.answer : null;
  const chosen = quantityOf(comparison, view);
  const basis = perWords(comparison, view);
  const isSameTotal = view.base?.fairness.kind === 'sameTotal';
  const confidenceFor = (after: number) =>
    report?.totals.find(({ sampleType }) => sampleType.after === after)?.confidence ?? null;
  const isStopped = hazards?.some(({ severity }) => severity === 'stop') ?? true;
  const isTold = report !== null && !isStopped;
  const oneSided = oneSidedWords(comparison.summary);
  return (
    <section className="measures compared" aria-label="What was measured, before and after">
      <h1 className="visually-hidden">
        {visibleText(before.name)} compared with {visibleText(after.name)}
      </h1>
      <fieldset className="measure-cards">
        <legend className="visually-hidden">Quantity that is compared</legend>
        {commonQuantities(comparison).map((quantity) => (
          <ComparedCard
            key={`${quantity.before} ${quantity.after}`}
            quantity={quantity}
            totals={shownTotals(comparison, quantity, view)}
            basis={basis}
            isSameTotal={isSameTotal}
            isJudged={!isStopped}
            confidence={confidenceFor(quantity.after)}
            isChosen={quantity === chosen}
            onChoose={() => chooseQuantity(app, view, quantity)}
          />
        ))}
      </fieldset>
      {chosen !== null && (
        <section className="what-changed" aria-label="What changed most">
          {hazards !== null && isStopped && (
            <p className="headline">Nothing can be concluded: the two sides are not comparable.</p>
          )}
          {isTold && (
            <p className="headline">
              {headline(
                chosen,
                shownTotals(comparison, chosen, view),
                basis,
                isSameTotal,
                confidenceFor(chosen.after),
              )}
            </p>
          )}
          {isTold && sampled?.view === whole && framed?.view === whole && (
            <WhatChanged
              changes={{ view, report, frames: framed.frames, confidence: sampled.answer }}
              quantity={chosen}
            />
          )}
          {view.focus !== null && (
            <p className="changed-caution">The cards are about all samples, focus or not.</p>
          )}
          {oneSided !== '' && <p>{oneSided}</p>}
        </section>
      )}
    </section>
  );
}

/** The view without its focus: what the cards say is about everything. */
function useWholeView(view: View): View {
  return useMemo(() => (view.focus === null ? view : { ...view, focus: null }), [view]);
}
