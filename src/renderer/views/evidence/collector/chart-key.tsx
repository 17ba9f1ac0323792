import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { type ChartPart, togglePart } from '../../../state/collector.ts';
import { useApp } from '../../../state/use-app.ts';
import type { RunSide } from './panels.ts';

/** What the lines of the charts are, and which of them are shown. */
export function ChartKey({ sides }: { readonly sides: readonly RunSide[] }) {
  const isPair = sides.length > 1;
  return (
    <ul className="chart-key" aria-label="Lines of the charts">
      {sides.map((side) => (
        <li key={side}>
          {isPair && side !== 'run' ? (
            <PartSwitch part={side}>
              <i className="side-dot" data-side={side} aria-hidden="true" />
              {NAMES[side]}
            </PartSwitch>
          ) : (
            <span className="chart-part">
              <i className="side-dot" data-side={side} aria-hidden="true" />
              {NAMES[side]}
            </span>
          )}
        </li>
      ))}
      <li className="chart-key-lead">Heap:</li>
      <li className="chart-part">
        <i className="key-mark" data-shape="band" aria-hidden="true" />
        from live to the end of a collection
      </li>
      <li>
        <PartSwitch part="start">
          <i className="key-mark" data-shape="thin" aria-hidden="true" />
          at its start
        </PartSwitch>
      </li>
      <li>
        <PartSwitch part="goal">
          <i className="key-mark" data-shape="dashed" aria-hidden="true" />
          goal
        </PartSwitch>
      </li>
    </ul>
  );
}

const NAMES: Readonly<Record<RunSide, string>> = {
  before: 'Before',
  after: 'After',
  run: 'The run',
};

/** Leaves a part out of the charts, or puts it back. */
function PartSwitch({
  part,
  children,
}: {
  readonly part: ChartPart;
  readonly children: ReactNode;
}) {
  const { collector } = useApp();
  const isShown = useStore(collector, ({ hidden }) => !hidden.includes(part));
  return (
    <button
      type="button"
      className="chart-part"
      aria-pressed={isShown}
      onClick={() => togglePart(collector, part)}
    >
      {children}
    </button>
  );
}
