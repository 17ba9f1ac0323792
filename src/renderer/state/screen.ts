import { createStore } from 'zustand/vanilla';

/** What of the page itself is open. */
export interface ScreenState {
  readonly dialog: 'shortcuts' | 'about' | null;
  /** How the call tree is shown. */
  readonly display: 'graph' | 'tree';
}

export type ScreenStore = ReturnType<typeof createScreen>;

/** The store of what is open. */
export const createScreen = () =>
  createStore<ScreenState>(() => ({ dialog: null, display: 'graph' }));
