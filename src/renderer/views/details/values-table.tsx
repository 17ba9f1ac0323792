import type { FrameDetails } from '../../../bridge/frames-api.ts';
import type { ValueType } from '../../../core/profile/profile.ts';
import { formatExactQuantity, formatValue } from '../../../core/units/quantity.ts';
import { describeSampleType } from '../../../core/units/sample-type-words.ts';
import { formatShare } from '../../../core/units/share.ts';
import { averageSizes } from './average-sizes.ts';

/** What a function measured in all sample types at once: itself, and with what it calls. */
export function ValuesTable({
  details: { flat, cum, totals },
  sampleTypes,
}: {
  readonly details: FrameDetails;
  readonly sampleTypes: readonly ValueType[];
}) {
  return (
    <table className="values-table">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Sample type</span>
          </th>
          <th scope="col" title="In the function itself">
            flat
          </th>
          <th scope="col" title="In the function and in what it calls">
            cum
          </th>
        </tr>
      </thead>
      <tbody>
        {sampleTypes.map((sampleType, index) => {
          const total = totals[index] ?? 0;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a sample type is its column.
            <tr key={index}>
              <th scope="row">{describeSampleType(sampleType).title}</th>
              <Value value={flat[index] ?? 0} total={total} sampleType={sampleType} />
              <Value value={cum[index] ?? 0} total={total} sampleType={sampleType} />
            </tr>
          );
        })}
        {averageSizes(sampleTypes, flat, cum).map(({ title, flat: own, cum: all }) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            <td>
              {own}
              <small />
            </td>
            <td>
              {all}
              <small />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({
  value,
  total,
  sampleType,
}: {
  readonly value: number;
  readonly total: number;
  readonly sampleType: ValueType;
}) {
  return (
    <td title={formatExactQuantity(value, sampleType)}>
      {formatValue(value, sampleType.unit)}
      <small>{formatShare(value, total)}</small>
    </td>
  );
}
