import { createStore } from 'zustand/vanilla';
import type { ComparisonLook, ScreenState } from '../../bridge/screen-state.ts';

/** What of the page itself is open, and how it shows what it shows. */
export interface PageState {
  readonly dialog: 'shortcuts' | 'about' | 'matching' | 'export' | 'save' | 'capture' | null;
  readonly display: ScreenState['display'];
  readonly comparison: ComparisonLook;
}

export type ScreenStore = ReturnType<typeof createScreen>;

/** The store of what is open. */
export const createScreen = () =>
  createStore<PageState>(() => ({
    dialog: null,
    display: 'graph',
    comparison: {
      display: 'sides',
      scale: 'shared',
      width: 'both',
      changeColor: 'absolute',
      percentOf: 'before',
    },
  }));

/** Shows comparisons otherwise. */
export function changeLook(store: ScreenStore, change: Partial<ComparisonLook>): void {
  store.setState(({ comparison }) => ({ comparison: { ...comparison, ...change } }));
}
