import { formatCount } from '../../../../core/units/count.ts';
import { quantityOf, sameTotalRatio } from '../../../../words/fairness.ts';
import { showAsMeasured } from '../../../state/comparing.ts';
import { type ComparedView, useApp } from '../../../state/use-app.ts';
import './guard.css';

/** Says that values after are not as measured, while they are scaled to the total before. */
export function SameTotalBanner({ shown: { comparison, view } }: { readonly shown: ComparedView }) {
  const app = useApp();
  const quantity = quantityOf(comparison, view);
  if (view.base?.fairness.kind !== 'sameTotal' || quantity === null) return null;
  const row = comparison.summary.sampleTypes.indexOf(quantity);
  const ratio = sameTotalRatio(comparison.summary, row, view);
  return (
    <section className="same-total" aria-label="Scaling">
      <p>
        <b>Scaled to the same total: values after × {formatCount(ratio)}.</b> Shares compare,
        amounts after are not what was measured.
      </p>
      <button type="button" className="button" onClick={() => showAsMeasured(app, view)}>
        Show as measured
      </button>
    </section>
  );
}
