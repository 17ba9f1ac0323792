import { createStore } from 'zustand/vanilla';
import type { ProfileSummary } from '../../bridge/engine-api.ts';
import type { Settings } from '../../bridge/settings.ts';

export type SettingsStore = ReturnType<typeof createSettings>;

/** The settings as they were remembered. */
export const createSettings = (settings: Settings) => createStore<Settings>(() => settings);

/** The name under which the choice among a profile's sample types is remembered. */
export function choiceKey({ sampleTypes }: Pick<ProfileSummary, 'sampleTypes'>): string {
  return sampleTypes.map(({ type }) => type).join(' ');
}

/** The sample type to show first: what the user chose among the same ones before, else the engine's. */
export function firstSampleType(
  profile: Pick<ProfileSummary, 'sampleTypes' | 'firstSampleType'>,
  { sampleTypeChoices }: Pick<Settings, 'sampleTypeChoices'>,
): number {
  const key = choiceKey(profile);
  const chosen = Object.hasOwn(sampleTypeChoices, key) ? sampleTypeChoices[key] : undefined;
  const index = profile.sampleTypes.findIndex(({ type }) => type === chosen);
  return index >= 0 ? index : profile.firstSampleType;
}
