import { useCallback } from 'react';
import type { TopSort } from '../../../core/analysis/top-order.ts';
import type { PatternSource } from '../../../core/text/pattern.ts';
import { useApp } from '../../state/use-app.ts';
import type { Framed } from '../../state/use-framed.ts';
import { type LatestValue, useLatest } from '../../state/use-latest.ts';
import { type TopRows, topRows } from './top-rows.ts';

/** The rows of the table under a sort and a filter. */
export function useTopRows(
  { view, frames }: Framed,
  sort: TopSort,
  filter: PatternSource | null,
): LatestValue<TopRows> {
  const app = useApp();
  const work = useCallback(
    async () => topRows(view, frames, await app.ask('top', { view, sort, filter })),
    [app, view, frames, sort, filter],
  );
  return useLatest(work);
}
