import type { RefObject } from 'react';
import { useCallback } from 'react';
import { useStore } from 'zustand';
import type { Hazard } from '../../../../bridge/comparison-api.ts';
import type { View } from '../../../../bridge/engine-api.ts';
import { quantityOf, shownTotals } from '../../../../words/fairness.ts';
import { type ShownComparison, useApp } from '../../../state/use-app.ts';
import type { Framed } from '../../../state/use-framed.ts';
import { useLatest } from '../../../state/use-latest.ts';
import type { FlameGraphHandle } from '../../flame/flame-types.ts';
import { Breadcrumb } from '../../status/breadcrumb.tsx';
import '../../status/status-bar.css';
import { perWords } from '../../../../words/per-words.ts';
import './comparison-status.css';
import { PPROF_MODES, percentWords } from '../../../../words/percent-words.ts';
import {
  depthHazard,
  sampleCountWords,
  samplingPairWords,
  truncationWords,
} from '../../../../words/sampling-pair-words.ts';

/** The bottom line: the path of the selected box, how both sides were sampled, what percentages are of. */
export function ComparisonStatus({
  shown,
  framed,
  flame,
  hazards,
}: {
  readonly shown: ShownComparison;
  readonly framed: Framed;
  readonly flame: RefObject<FlameGraphHandle | null>;
  readonly hazards: readonly Hazard[] | null;
}) {
  const { before, after, comparison, view, selection } = shown;
  const { screen } = useApp();
  const percentOf = useStore(screen, (state) => state.comparison.percentOf);
  const net = useNetTotal(percentOf === 'net' ? view : null);
  const quantity = quantityOf(comparison, view);
  const sampling = samplingPairWords(before, after);
  const depth = hazards === null ? undefined : depthHazard(hazards);
  return (
    <footer className="status-bar">
      <Breadcrumb framed={framed} selection={selection} flame={flame} />
      {sampling !== '' && <span className="status-sampling">{sampling}</span>}
      <span
        className={depth === undefined ? 'status-depth' : 'status-caution'}
        title={depth?.message}
      >
        {truncationWords(hazards)}
      </span>
      <span className="status-samples">
        {sampleCountWords(before.counts.samples, after.counts.samples)}
      </span>
      {quantity !== null && (
        <span title={PPROF_MODES[percentOf] || undefined}>
          {percentWords(
            percentOf,
            quantity,
            { ...shownTotals(comparison, quantity, view), net },
            perWords(comparison, view, quantity),
            view,
          )}
          {PPROF_MODES[percentOf] !== '' && (
            <span className="status-pprof"> ({PPROF_MODES[percentOf]})</span>
          )}
        </span>
      )}
    </footer>
  );
}

/** What percentages of the net change refer to, as it is shown (divided); null while nobody asks for it. */
function useNetTotal(view: View | null): number | null {
  const app = useApp();
  const work = useCallback(
    () => (view === null ? Promise.resolve(0) : app.ask('netTotal', { view })),
    [app, view],
  );
  const { value, isStale } = useLatest(view === null ? null : work);
  return isStale ? null : value;
}
