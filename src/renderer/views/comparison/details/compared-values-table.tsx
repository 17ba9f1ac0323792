import type { ReactNode } from 'react';
import type { BothSides } from '../../../../core/text/comparison/change-sentence.ts';
import type { Verdict } from '../../../../core/text/comparison/evidence.ts';
import {
  type Quantity,
  quantityTitle,
  shownChange,
  shownInFull,
  shownValue,
} from '../../../../core/text/comparison/quantity-words.ts';
import { formatBytes } from '../../../../core/units/bytes.ts';
import { formatSigned } from '../../../../core/units/change.ts';
import { formatRatio } from '../../../../core/units/ratio.ts';
import { formatShare } from '../../../../core/units/share.ts';
import { notANumber, withMinus } from '../../../../core/units/signs.ts';
import { changeTone } from '../../../../words/table/change-tone.ts';
import { ChangeText } from '../table/change-text.tsx';
import type { ComparedValues } from './compared-values.ts';
import { SideColumns } from './side-columns.tsx';

/** What a function measured on both sides in some quantities; `verdictOf` is about the first, which is viewed. */
export function ComparedValuesTable({
  values,
  verdictOf,
}: {
  readonly values: readonly ComparedValues[];
  readonly verdictOf: (value: 'flat' | 'cum') => Verdict;
}) {
  return (
    <table className="values-table compared-values">
      <SideColumns first="Value" last="change" />
      {values.map((row) => (
        <QuantityRows
          key={`${row.quantity.sampleType.type} ${row.quantity.sampleType.unit}`}
          values={row}
          verdictOf={row.isViewed ? verdictOf : null}
        />
      ))}
    </table>
  );
}

function QuantityRows({
  values: { quantity, flat, cum, totals, averageSize },
  verdictOf,
}: {
  readonly values: ComparedValues;
  /** Null for quantities that are not viewed, of whose changes nothing is claimed. */
  readonly verdictOf: ((value: 'flat' | 'cum') => Verdict) | null;
}) {
  const share = ({ before, after }: BothSides): BothSides => ({
    before: before / totals.before,
    after: after / totals.after,
  });
  const percent = (value: number) => formatShare(value, 1);
  return (
    <tbody data-viewed={verdictOf !== null || undefined}>
      <tr>
        <th className="quantity-head" scope="rowgroup" colSpan={4}>
          {quantityTitle(quantity)}
        </th>
      </tr>
      <ValueRow
        label="flat"
        meaning={FLAT}
        sides={flat}
        quantity={quantity}
        verdict={verdictOf?.('flat')}
      />
      <ValueRow
        label="cum"
        meaning={CUM}
        sides={cum}
        quantity={quantity}
        verdict={verdictOf?.('cum')}
      />
      {verdictOf !== null && (
        <>
          <OtherRow
            label="flat, % of its side"
            meaning="Flat as a share of all that was measured on the same side"
            sides={share(flat)}
            write={percent}
            change={points(share(flat))}
          />
          <OtherRow
            label="cum, % of its side"
            meaning="Cum as a share of all that was measured on the same side"
            sides={share(cum)}
            write={percent}
            change={points(share(cum))}
          />
        </>
      )}
      {averageSize !== null && (
        <OtherRow
          label="average size"
          meaning="Of the objects that the function itself allocates"
          sides={averageSize}
          write={formatBytes}
          change={formatSigned(averageSize.after - averageSize.before, formatBytes)}
        />
      )}
    </tbody>
  );
}

const FLAT = 'In the function itself';
const CUM = 'In the function and in what it calls';

/** A difference of percentages is none of percent. */
function points({ before, after }: BothSides): string {
  const change = (after - before) * 100;
  if (Number.isNaN(change)) return notANumber;
  const write = (value: number) => withMinus(value, (magnitude) => magnitude.toFixed(1));
  return `${formatSigned(change, write)} pts`;
}

function ValueRow({
  label,
  meaning,
  sides: { before, after },
  quantity,
  verdict,
}: {
  readonly label: string;
  readonly meaning: string;
  readonly sides: BothSides;
  readonly quantity: Quantity;
  readonly verdict: Verdict | undefined;
}) {
  const change = after - before;
  const text = shownChange(change, quantity);
  return (
    <tr>
      <th scope="row" title={meaning}>
        {label}
      </th>
      <td title={shownInFull(before, quantity)}>{shownValue(before, quantity)}</td>
      <td title={shownInFull(after, quantity)}>{shownValue(after, quantity)}</td>
      <td>
        {verdict === undefined ? (
          text
        ) : (
          <ChangeText tone={changeTone(change, verdict)} text={text} />
        )}
        <small>{formatRatio(before, after)}</small>
      </td>
    </tr>
  );
}

function OtherRow({
  label,
  meaning,
  sides: { before, after },
  write,
  change,
}: {
  readonly label: string;
  readonly meaning: string;
  readonly sides: BothSides;
  readonly write: (value: number) => string;
  readonly change: ReactNode;
}) {
  return (
    <tr>
      <th scope="row" title={meaning}>
        {label}
      </th>
      <td>{write(before)}</td>
      <td>{write(after)}</td>
      <td>
        {change}
        <small />
      </td>
    </tr>
  );
}
