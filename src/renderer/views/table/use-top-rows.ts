import { useCallback } from 'react';
import type { TopSort, View } from '../../../bridge/engine-api.ts';
import type { ValueType } from '../../../core/profile/profile.ts';
import type { PatternSource } from '../../../core/text/pattern.ts';
import { type AverageSizePair, averageSizePair } from '../../../core/units/average-size-pair.ts';
import type { App } from '../../state/app.ts';
import { useApp } from '../../state/use-app.ts';
import type { Framed } from '../../state/use-framed.ts';
import { type LatestValue, useLatest } from '../../state/use-latest.ts';
import { viewKey } from '../../state/view-key.ts';
import { type AverageParts, type TopRows, topRows } from './top-rows.ts';

/** The rows of the table under a sort and a filter. */
export function useTopRows(
  { view, frames }: Framed,
  sampleTypes: readonly ValueType[],
  sort: TopSort,
  filter: PatternSource | null,
): LatestValue<TopRows> {
  const app = useApp();
  const work = useCallback(async () => {
    const [top, parts] = await Promise.all([
      app.ask('top', { view, sort, filter }),
      averageParts(app, view, sampleTypes),
    ]);
    return topRows(view, frames, top, parts);
  }, [app, view, frames, sampleTypes, sort, filter]);
  return useLatest(work);
}

/** Sort, filter and order change nothing about them, so they are kept for the views seen last. */
const knownParts = new Map<string, Promise<AverageParts>>();
const MOST_KNOWN = 8;

function averageParts(
  app: App,
  view: View,
  sampleTypes: readonly ValueType[],
): Promise<AverageParts | null> {
  const pair = averageSizePair(sampleTypes, view.sampleType);
  if (pair === null) return Promise.resolve(null);
  const { engineLife } = app.profiles.getState();
  const key = viewKey({ ...view, sampleType: pair.objects, order: 'weight' }, engineLife);
  const known = knownParts.get(key);
  if (known !== undefined) return known;
  const asked = askAverageParts(app, view, pair);
  knownParts.set(key, asked);
  asked.catch(() => knownParts.delete(key));
  for (const oldest of knownParts.keys()) {
    if (knownParts.size <= MOST_KNOWN) break;
    knownParts.delete(oldest);
  }
  return asked;
}

async function askAverageParts(app: App, view: View, pair: AverageSizePair): Promise<AverageParts> {
  const flatOf = (sampleType: number) =>
    app.ask('top', {
      view: { ...view, sampleType },
      sort: { column: 'flat', descending: true },
      filter: null,
    });
  const [objects, space] = await Promise.all([flatOf(pair.objects), flatOf(pair.space)]);
  return { objects, space };
}
