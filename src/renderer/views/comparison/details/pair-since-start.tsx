import type { MemStats } from '../../../../core/profile/mem-stats.ts';
import { memStatsPair } from '../../../../words/mem-stats-pair.ts';
import { SideColumns } from './side-columns.tsx';

/** What Go's runtime counted since both processes started; nothing where neither profile has it. */
export function PairSinceStart({
  before,
  after,
}: {
  readonly before: MemStats | null;
  readonly after: MemStats | null;
}) {
  const figures = memStatsPair(before, after);
  if (figures.length === 0) return null;
  return (
    <table className="values-table pair-facts pair-since-start">
      <caption>Since the processes started, counted by Go’s runtime and not sampled</caption>
      <SideColumns first="Figure" last="change" />
      <tbody>
        {figures.map((figure) => (
          <tr key={figure.label}>
            <th scope="row">{figure.label}</th>
            {[figure.before, figure.after, figure.change].map((text, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a figure is its column.
              <td key={column}>{text || <span className="muted">–</span>}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
