import { Popover } from '@base-ui/react/popover';
import { useId, useState } from 'react';
import type { Fairness } from '../../../../bridge/comparison-api.ts';
import { visibleText } from '../../../../core/text/visible-text.ts';
import { formatCount } from '../../../../core/units/count.ts';
import { describeSampleType, isStock } from '../../../../core/units/sample-type-words.ts';
import {
  commonQuantities,
  isDivided,
  quantityOf,
  sameTotalRatio,
} from '../../../../words/fairness.ts';
import { divide, scaleToSameTotal, showAsMeasured } from '../../../state/comparing.ts';
import { type ComparedView, useApp } from '../../../state/use-app.ts';
import { Icon } from '../../parts/icon.tsx';
import { Segmented } from '../../parts/segmented.tsx';
import { useLayer } from '../../parts/use-layer.ts';
import { shortDivisor } from './divisor-draft.ts';
import { DivisorForm } from './divisor-form.tsx';
import './fairness.css';

const kinds: readonly (readonly [Fairness['kind'], string])[] = [
  ['asMeasured', 'As measured'],
  ['per', 'Divided'],
  ['sameTotal', 'Same total'],
];

/** The words that say what makes both runs comparable, and open what can be chosen instead. */
export function FairnessChoice({
  shown,
  isOpen,
  onOpenChange,
}: {
  readonly shown: ComparedView;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}) {
  const layer = useLayer();
  const leadId = useId();
  const { lead, word, rest } = fairnessWords(shown);
  return (
    <Popover.Root open={isOpen} onOpenChange={onOpenChange}>
      <span className="word-choice">
        <span id={leadId}>{lead}</span>
        <Popover.Trigger
          className="word-trigger"
          aria-label={`Values are ${lead} ${word} ${rest}`.trim()}
        >
          {word}
          {rest !== '' && <span className="fairness-rest">{rest}</span>}
          <Icon name="caret" size={14} />
        </Popover.Trigger>
      </span>
      <Popover.Portal container={layer}>
        <Popover.Positioner className="popup-layer" align="start" sideOffset={4}>
          <Popover.Popup className="popup fairness">
            <Popover.Title>What makes both runs comparable</Popover.Title>
            <FairnessForm shown={shown} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function FairnessForm({ shown }: { readonly shown: ComparedView }) {
  const app = useApp();
  const { view, comparison } = shown;
  const current = view.base?.fairness.kind ?? 'asMeasured';
  // To divide was chosen, and the numbers are still to come.
  const [isAsking, setAsking] = useState(false);
  const kind = isAsking && current === 'asMeasured' ? 'per' : current;
  const stocks = commonQuantities(comparison)
    .filter(({ type }) => isStock(type))
    .map((quantity) => describeSampleType(quantity).title);
  const choose = (chosen: Fairness['kind']) => {
    setAsking(chosen === 'per');
    if (chosen === 'sameTotal') scaleToSameTotal(app, view);
    else if (chosen === 'per' && comparison.divisors !== null)
      divide(app, view, comparison.divisors);
    else showAsMeasured(app, view);
  };
  return (
    <>
      <Segmented legend="Show values" choices={kinds} value={kind} onChange={choose} />
      {kind === 'asMeasured' && (
        <p>Values are as the profiles have them: the run that did more work looks worse.</p>
      )}
      {kind === 'sameTotal' ? (
        <p>
          Values after are multiplied so that both sides have the same total, as by go tool pprof
          -normalize. This compares shares; whether there is less in all is not to be seen.
        </p>
      ) : (
        <DivisorForm shown={shown} onDivide={(divisors) => divide(app, view, divisors)} />
      )}
      {kind === 'per' && stocks.length > 0 && (
        <p className="divisor-hint">
          {stocks.join(', ')}: shown as measured. What is there at one moment does not add up during
          a run, so no count of the run divides it.
        </p>
      )}
    </>
  );
}

function fairnessWords({ view, comparison }: ComparedView) {
  const fairness = view.base?.fairness;
  if (fairness?.kind === 'per') {
    const [before, after] = [shortDivisor(fairness.before), shortDivisor(fairness.after)];
    const numbers = before === after ? `${before} each` : `${before} / ${after}`;
    const quantity = quantityOf(comparison, view);
    if (quantity !== null && !isDivided(view, quantity)) {
      return { lead: 'values', word: 'as measured', rest: 'live: not divided' };
    }
    return {
      lead: 'per',
      word: visibleText(comparison.per?.trim() ?? '') || 'unit',
      rest: numbers,
    };
  }
  if (fairness?.kind === 'sameTotal') {
    const quantity = quantityOf(comparison, view);
    const row = quantity === null ? -1 : comparison.summary.sampleTypes.indexOf(quantity);
    const ratio = formatCount(sameTotalRatio(comparison.summary, row, view));
    return { lead: 'scaled to', word: 'the same total', rest: `after × ${ratio}` };
  }
  return { lead: 'values', word: 'as measured', rest: '' };
}
