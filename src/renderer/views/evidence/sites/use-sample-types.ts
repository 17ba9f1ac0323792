import { useStore } from 'zustand';
import type { View } from '../../../../bridge/engine-api.ts';
import type { ValueType } from '../../../../core/profile/profile.ts';
import { useApp } from '../../../state/use-app.ts';

const NONE: readonly ValueType[] = [];

/** The sample types of the profile of a view, or of the one after. */
export function useSampleTypes(view: View): readonly ValueType[] {
  const { profiles } = useApp();
  return useStore(
    profiles,
    (state) => state.profiles.find(({ id }) => id === view.profile)?.sampleTypes ?? NONE,
  );
}
