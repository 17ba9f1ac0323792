import { describeSampleType } from '../../../core/units/sample-type-words.ts';
import { comparedFacts } from '../../../words/compared-box-words.ts';
import type { Compared, FlameBox } from './flame-types.ts';

/** The numbers of a box before and after, what changed, and how many times as much it is. */
export function ComparedFacts({
  box,
  compared,
}: {
  readonly box: FlameBox;
  readonly compared: Compared;
}) {
  return (
    <table className="compared-facts">
      <thead>
        <tr>
          <th scope="col">
            {`${describeSampleType(compared.type).noun.many} ${compared.per}`.trim()}
          </th>
          <th scope="col">before</th>
          <th scope="col">after</th>
          <th scope="col">change</th>
          <th scope="col">ratio</th>
        </tr>
      </thead>
      <tbody>
        {comparedFacts(box, compared).map(({ label, before, after, change, ratio }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{before}</td>
            <td>{after}</td>
            <td>{change}</td>
            <td>{ratio}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
