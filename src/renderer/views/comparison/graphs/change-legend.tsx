import type { CSSProperties } from 'react';
import {
  type ChangeColor,
  changePart,
  changeScale,
} from '../../../../core/drawing/change-colors.ts';
import { INKS } from '../../../../core/drawing/colors.ts';
import type { OneSided } from '../../../../core/drawing/draw-one-sided.ts';
import { describeSampleType } from '../../../../core/units/sample-type-words.ts';
import {
  CHANGE_TICKS,
  changeScaleWords,
  changeTickWords,
} from '../../../../words/change-scale-words.ts';
import type { ShownComparison } from '../../../state/use-app.ts';
import type { Framed } from '../../../state/use-framed.ts';
import { useTheme } from '../../../theme/use-theme.ts';
import { DisplaySwitch } from '../../toolbar/display-switch.tsx';
import { comparedIn } from './compared.ts';
import './graphs.css';
import { useSideTotals } from './use-side-totals.ts';

/** What the colours of the difference graph mean: percentages with what they are of, and marks. */
export function ChangeLegend({
  shown,
  framed: { view },
  changeColor,
}: {
  readonly shown: ShownComparison;
  readonly framed: Framed;
  readonly changeColor: ChangeColor;
}) {
  const theme = useTheme();
  const compared = comparedIn(shown, view, '', null);
  const totals = useSideTotals(view);
  const { type, per } = compared;
  const colors = changeScale(theme);
  return (
    <header className="side-head change-legend">
      <h2>Difference</h2>
      <span className="side-quantity">
        {`${describeSampleType(type).title.toLowerCase()} ${per}`.trim()}
      </span>
      <DisplaySwitch />
      <figure>
        <figcaption>{changeScaleWords(changeColor, totals, compared)}</figcaption>
        <div className="change-scale">
          <div
            className="change-colors"
            style={{ background: `linear-gradient(to right, ${colors.join(', ')})` }}
          />
          {CHANGE_TICKS[changeColor].map((share) => (
            <span
              key={share}
              className="change-tick"
              data-small={(share !== 0 && Math.abs(share) < 0.1) || undefined}
              style={{ left: `${(changePart(share, changeColor) + 1) * 50}%` }}
            >
              {changeTickWords(share, changeColor)}
            </span>
          ))}
        </div>
        <ChangeKey
          mark="removed"
          words="removed"
          color={colors[0] ?? ''}
          line={INKS[theme].removed}
        />
        <ChangeKey
          mark="added"
          words="added"
          color={colors.at(-1) ?? ''}
          line={INKS[theme].added}
        />
      </figure>
    </header>
  );
}

/** What a mark means. */
function ChangeKey({
  mark,
  words,
  color,
  line,
}: {
  readonly mark: OneSided;
  readonly words: string;
  readonly color: string;
  readonly line: string;
}) {
  const style = { '--change-box': color, '--change-line': line } as CSSProperties;
  return (
    <span className="change-key" data-mark={mark} style={style}>
      {words}
    </span>
  );
}
