import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import type { CollectorProcesses } from '../../../../bridge/collector-api.ts';
import type { SideName } from '../../../../bridge/comparison-api.ts';
import type { EvidenceSides } from '../../../../bridge/evidence-api.ts';
import { noCollectionWords } from '../../../../words/evidence/no-collection-words.ts';
import { shownProcess } from '../../../state/collector.ts';
import { useApp } from '../../../state/use-app.ts';
import { useLatest } from '../../../state/use-latest.ts';
import type { FacetProps } from '../facet-props.ts';
import { ChartKey } from './chart-key.tsx';
import { Charts } from './charts.tsx';
import './collector.css';
import { FiguresTable } from './figures-table.tsx';
import type { RunSide } from './panels.ts';
import { ProcessChoices } from './process-choices.tsx';
import { Said } from './said.tsx';
import { secondsText } from './seconds-text.ts';
import { WindowBar } from './window-bar.tsx';

/** What the collector did in both runs, or in the only one. */
export function CollectorFacet({ sides }: FacetProps) {
  const app = useApp();
  const work = useCallback(
    () => app.ask('collectorProcesses', { sides, view: null }),
    [app, sides],
  );
  const { value: processes, isStale } = useLatest(work);
  if (processes === null || isStale) return <main className="workspace-wait" />;
  if (processes.before.length + processes.after.length === 0) {
    return <main className="workspace-wait">{noCollectionWords(processes)}</main>;
  }
  return <Collector sides={sides} processes={processes} />;
}

function Collector({
  sides,
  processes,
}: {
  readonly sides: EvidenceSides;
  readonly processes: CollectorProcesses;
}) {
  const app = useApp();
  const { chosen, window } = useStore(app.collector);
  const shown = useMemo(
    () => ({
      before: shownProcess(processes.before, chosen.before),
      after: shownProcess(processes.after, chosen.after),
    }),
    [processes, chosen],
  );
  const work = useCallback(
    () => app.ask('collectorFigures', { sides, view: null, processes: shown, span: window }),
    [app, sides, shown, window],
  );
  const { value: figures } = useLatest(work);
  const seconds = Math.max(
    processes.before[shown.before]?.seconds ?? 0,
    processes.after[shown.after]?.seconds ?? 0,
  );
  return (
    <main className="collector">
      <h1 className="visually-hidden">What the collector did</h1>
      <div className="collector-time">
        <div className="collector-head">
          <ProcessChoices processes={processes} shown={shown} />
          <WindowBar seconds={seconds} />
        </div>
        <ChartKey sides={sidesShown(shown)} />
        <Charts sides={sides} processes={shown} seconds={seconds} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keys */}
      <section className="collector-figures" aria-label="Figures" tabIndex={0}>
        <p role="status" className="collector-window">
          {window === null
            ? 'Of the whole trace'
            : `Of ${secondsText(window.from)} s to ${secondsText(window.to)} s from where each trace begins`}
        </p>
        {figures !== null && <Said figures={figures} />}
        {figures !== null && <FiguresTable figures={figures} />}
      </section>
    </main>
  );
}

/** A run that nothing is compared with is neither before nor after. */
function sidesShown({ before, after }: Readonly<Record<SideName, number>>): readonly RunSide[] {
  if (before < 0) return ['run'];
  return after < 0 ? ['before'] : ['before', 'after'];
}
