import type { Facet } from '../bridge/evidence-api.ts';
import type { OpenedPair } from '../bridge/host.ts';
import type { KeptScreen } from '../bridge/screen-state.ts';
import { KeptScreens } from './kept-screens.ts';

/** What pages look at, for those that start again. Of profiles that were closed there is nothing. */
export class LookedAt {
  private readonly isOpen: (profile: number) => boolean;
  private readonly kept = new KeptScreens();
  private pair: OpenedPair | null = null;
  /** The profile, or a kind of evidence. */
  facet: Facet = 'profile';

  constructor(isOpen: (profile: number) => boolean) {
    this.isOpen = isOpen;
  }

  /** The two that are compared; null for none. */
  keepPair(pair: OpenedPair | null): void {
    this.pair = pair;
  }

  /** A profile may have been closed while the page's word was on its way. */
  keepScreen(screen: KeptScreen): void {
    const { profile, base } = screen;
    if (this.isOpen(profile) && (base === null || this.isOpen(base))) this.kept.keep(screen);
  }

  /** Forgets how a profile that is closed was looked at. */
  forget(profile: number): void {
    this.kept.forget(profile);
  }

  /** The pair, if both are still open. */
  openPair(): OpenedPair | null {
    const { pair } = this;
    return pair !== null && this.isOpen(pair.before) && this.isOpen(pair.after) ? pair : null;
  }

  screens(): KeptScreen[] {
    return this.kept.list();
  }
}
