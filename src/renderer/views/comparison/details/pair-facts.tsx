import type { ProfileSummary, View } from '../../../../bridge/engine-api.ts';
import { useHazards } from '../../../state/use-hazards.ts';
import { PathText } from '../../parts/path-text.tsx';
import { PairSinceStart } from './pair-since-start.tsx';
import { profileFacts } from './profile-facts.ts';
import { SideColumns } from './side-columns.tsx';

/** Facts of both profiles beside each other; stands where no function is selected. */
export function PairFacts({
  before,
  after,
  view,
}: {
  readonly before: ProfileSummary;
  readonly after: ProfileSummary;
  readonly view: View;
}) {
  const [ours, theirs] = [profileFacts(before), profileFacts(after)];
  const hazards = useHazards(view) ?? [];
  const cut = hazards.filter(({ kind }) => kind === 'depth' || kind === 'merged');
  return (
    <div className="profile-details">
      <h2>No function selected</h2>
      <p>Click a box or a row to see what became of a function, and how sure that is.</p>
      <table className="values-table pair-facts">
        <caption>The profiles</caption>
        <SideColumns first="Fact" />
        <tbody>
          {ours.map(({ label, text }, row) => (
            <Fact key={label} label={label} before={text} after={theirs[row]?.text ?? ''} />
          ))}
        </tbody>
      </table>
      <PairSinceStart before={before.memStats} after={after.memStats} />
      {cut.map(({ message, advice }) => (
        <p key={message}>
          {message} {advice}
        </p>
      ))}
    </div>
  );
}

/** What neither side tells is left out; what is the same stands once. */
function Fact({
  label,
  before,
  after,
}: {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}) {
  if (before === '' && after === '') return null;
  return (
    <tr>
      <th scope="row">{label}</th>
      {before === after ? (
        <td colSpan={2}>
          <PathText path={before} /> <span className="muted">on both sides</span>
        </td>
      ) : (
        [before, after].map((text, side) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a side is its column.
          <td key={side}>
            {text === '' ? <span className="muted">not told</span> : <PathText path={text} />}
          </td>
        ))
      )}
    </tr>
  );
}
