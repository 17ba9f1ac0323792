import { SIDES } from '../../../../bridge/comparison-api.ts';
import type { SideIndex } from '../../../../core/layout/linked-viewport.ts';
import { formatQuantity } from '../../../../core/units/quantity.ts';
import { describeSampleType } from '../../../../core/units/sample-type-words.ts';
import type { ShownComparison } from '../../../state/use-app.ts';
import type { Framed } from '../../../state/use-framed.ts';
import { DisplaySwitch } from '../../toolbar/display-switch.tsx';
import { comparedIn } from './compared.ts';
import { useSideTotals } from './use-side-totals.ts';

const TITLES = ['Before', 'After'] as const;

/** What the graph of a side is of: which side, what was measured, per what, and how much it is in all. */
export function SideHead({
  side,
  shown,
  framed: { view },
}: {
  readonly side: SideIndex;
  readonly shown: ShownComparison;
  readonly framed: Framed;
}) {
  const { type, scales, per } = comparedIn(shown, view, '', side);
  const totals = useSideTotals(view);
  return (
    <header className="side-head">
      <i className="side-dot" data-side={SIDES[side]} />
      <h2>{TITLES[side]}</h2>
      <span className="side-quantity">
        {`${describeSampleType(type).title.toLowerCase()} ${per}`}
      </span>
      <span className="side-total">
        {totals === null ? '' : formatQuantity((totals[side] ?? 0) * scales[side], type)}
      </span>
      {side === 1 && <DisplaySwitch />}
    </header>
  );
}
