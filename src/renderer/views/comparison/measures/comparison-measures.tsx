import type { Hazard, Report, SampleTypePair } from '../../../../bridge/comparison-api.ts';
import type { View } from '../../../../bridge/engine-api.ts';
import { visibleText } from '../../../../core/text/visible-text.ts';
import { countedTotals } from '../../../../words/counted-totals.ts';
import {
  commonQuantities,
  quantityOf,
  shownScales,
  shownTotals,
} from '../../../../words/fairness.ts';
import { distinctName } from '../../../../words/namesake-note.ts';
import { packagedName } from '../../../../words/packaged-name.ts';
import { chooseQuantity } from '../../../state/comparing.ts';
import type { Comparison } from '../../../state/comparisons.ts';
import { type ComparedView, useApp } from '../../../state/use-app.ts';
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
  readonly shown: ComparedView;
  /** Null until they are known: before that nothing is claimed. */
  readonly hazards: readonly Hazard[] | null;
}) {
  const app = useApp();
  const reported = useViewAnswer('report', view);
  const sampled = useViewAnswer('confidence', view);
  const framed = useFramed(view);
  // What is known of another view is not to be claimed of this one.
  const report = reported?.view === view ? reported.answer : null;
  const chosen = quantityOf(comparison, view);
  const isSameTotal = view.base?.fairness.kind === 'sameTotal';
  const confidenceFor = (after: number) =>
    report?.totals.find(({ sampleType }) => sampleType.after === after)?.confidence ?? null;
  const isStopped = hazards?.some(({ severity }) => severity === 'stop') ?? true;
  const isTold = report !== null && !isStopped;
  const chosenTotals = chosen && totalsOf(comparison, chosen, view, report);
  const basisOf = (quantity: SampleTypePair) =>
    [perWords(comparison, view, quantity), view.focus === null ? '' : 'in focus'].filter(
      (text) => text !== '',
    );
  const oneSided = oneSidedWords(comparison.summary);
  return (
    <section className="measures compared" aria-label="What was measured, before and after">
      <h1 className="visually-hidden">
        {distinctName(before, [before, after])} compared with {distinctName(after, [before, after])}
      </h1>
      <fieldset className="measure-cards">
        <legend className="visually-hidden">Quantity that is compared</legend>
        {commonQuantities(comparison).map((quantity) => (
          <ComparedCard
            key={`${quantity.before} ${quantity.after}`}
            quantity={quantity}
            totals={totalsOf(comparison, quantity, view, report)}
            basis={basisOf(quantity)}
            isSameTotal={isSameTotal}
            isJudged={!isStopped}
            confidence={confidenceFor(quantity.after)}
            counted={
              isSameTotal || view.focus !== null
                ? null
                : countedTotals(
                    quantity.type,
                    before.memStats,
                    after.memStats,
                    shownScales(view, quantity),
                  )
            }
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
          {isTold && chosenTotals !== null && (
            <p className="headline">
              {headline(
                chosen,
                chosenTotals,
                [perWords(comparison, view, chosen), focusWords(view)]
                  .filter((text) => text !== '')
                  .join(' '),
                isSameTotal,
                confidenceFor(chosen.after),
              )}
            </p>
          )}
          {isTold && sampled?.view === view && framed?.view === view && (
            <WhatChanged
              changes={{ view, report, frames: framed.frames, confidence: sampled.answer }}
              quantity={chosen}
            />
          )}
          {oneSided !== '' && <p>{oneSided}</p>}
        </section>
      )}
    </section>
  );
}

/** What the focus keeps, when the report has come: the sums as they are shown. Without a focus they are known at once. */
function totalsOf(
  comparison: Comparison,
  quantity: SampleTypePair,
  view: View,
  report: Report | null,
): { readonly before: number; readonly after: number } | null {
  if (view.focus === null) return shownTotals(comparison, quantity, view);
  const sums = report?.totals.find(({ sampleType }) => sampleType.after === quantity.after);
  if (sums === undefined) return null;
  const [before, after] = shownScales(view, quantity);
  return { before: sums.before * before, after: sums.after * after };
}

/** What the focus leaves: `through makeLine`; '' without one. */
function focusWords({ focus }: View): string {
  if (focus === null) return '';
  const through = visibleText(focus.kind === 'frame' ? focus.name : focus.pattern.text);
  return `through ${focus.kind === 'frame' ? packagedName(through) : through}`;
}
