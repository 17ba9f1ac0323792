import type { RunSide } from './panels.ts';

/** What the lines of the charts are. */
export function ChartKey({ sides }: { readonly sides: readonly RunSide[] }) {
  return (
    <ul className="chart-key" aria-label="Lines of the charts">
      {sides.map((side) => (
        <li key={side}>
          <i className="side-dot" data-side={side} aria-hidden="true" />
          {NAMES[side]}
        </li>
      ))}
      <li className="chart-key-lead">Heap:</li>
      <li>
        <i className="key-mark" data-shape="band" aria-hidden="true" />
        from live to the end of a collection
      </li>
      <li>
        <i className="key-mark" data-shape="thin" aria-hidden="true" />
        at its start
      </li>
      <li>
        <i className="key-mark" data-shape="dashed" aria-hidden="true" />
        goal
      </li>
    </ul>
  );
}

const NAMES: Readonly<Record<RunSide, string>> = {
  before: 'Before',
  after: 'After',
  run: 'The run',
};
