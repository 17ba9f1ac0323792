import type { KeptScreen } from '../bridge/screen-state.ts';

/** How open profiles, and comparisons of them, are looked at: for pages that start again. */
export class KeptScreens {
  private readonly screens = new Map<string, KeptScreen>();

  keep(screen: KeptScreen): void {
    this.screens.set(`${screen.base}>${screen.profile}`, screen);
  }

  /** Forgets all that is about a profile. */
  forget(closed: number): void {
    for (const [key, { profile, base }] of this.screens) {
      if (profile === closed || base === closed) this.screens.delete(key);
    }
  }

  list(): KeptScreen[] {
    return [...this.screens.values()];
  }
}
