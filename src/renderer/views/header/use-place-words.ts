import { useStore } from 'zustand';
import type { SideName } from '../../../bridge/comparison-api.ts';
import { otherSide } from '../../state/pairing.ts';
import { useApp } from '../../state/use-app.ts';
import { profileWords } from './profile-words.ts';

/** What comes of opening a profile as a side: what is there now goes, or what it is compared with. */
export function usePlaceWords(side: SideName): string {
  const { profiles: store } = useApp();
  const { profiles, pair, isComparing } = useStore(store);
  const wordsOf = (id: number | null) => {
    const profile = profiles.find((open) => open.id === id);
    return profile === undefined ? null : profileWords(profile, profiles);
  };
  const other = wordsOf(otherSide({ profiles: store }, side));
  if (isComparing && pair !== null) return `in place of ${wordsOf(pair[side])}`;
  if (other === null) return 'to be compared with the next one';
  return side === 'before' ? `with ${other} as after` : `with ${other} as before`;
}
