import { useStore } from 'zustand';
import type { SideName } from '../../../bridge/comparison-api.ts';
import type { ProfileSummary } from '../../../bridge/engine-api.ts';
import { useApp } from '../../state/use-app.ts';

/** The two profiles that are compared, or were last; null when there are none. */
export function usePair(): Readonly<Record<SideName, ProfileSummary>> | null {
  const { profiles: store } = useApp();
  const profiles = useStore(store, (state) => state.profiles);
  const pair = useStore(store, (state) => state.pair);
  const before = profiles.find(({ id }) => id === pair?.before);
  const after = profiles.find(({ id }) => id === pair?.after);
  return before === undefined || after === undefined ? null : { before, after };
}
