import { useCallback } from 'react';
import { useStore } from 'zustand';
import { useApp } from '../../../state/use-app.ts';
import { useLatest } from '../../../state/use-latest.ts';
import type { FacetProps } from '../facet-props.ts';
import { BenchmarkHead } from './benchmark-head.tsx';
import { BenchmarkList } from './benchmark-list.tsx';
import './benchmarks.css';

/** What benchmarks measured in both runs, or in the only one, and how sure the difference is. */
export function BenchmarksFacet({ sides }: FacetProps) {
  const app = useApp();
  const ignoredKeys = useStore(app.benchmarks, (state) => state.ignoredKeys);
  const work = useCallback(
    () => app.ask('benchmarks', { sides, view: null, ignoredKeys }),
    [app, sides, ignoredKeys],
  );
  const { value: comparison, isStale } = useLatest(work);
  if (comparison === null) return <main className="workspace-wait" />;
  if (comparison.tables.length === 0) {
    return (
      <main className="workspace-wait">
        None of the lines that look like results of benchmarks could be read, or none is of a run
        that is shown.
      </main>
    );
  }
  return (
    <main className="benchmarks" data-stale={isStale || undefined}>
      <BenchmarkHead
        comparison={comparison}
        isPair={sides.before.length > 0 && sides.after.length > 0}
      />
      <BenchmarkList comparison={comparison} sides={sides} />
    </main>
  );
}
