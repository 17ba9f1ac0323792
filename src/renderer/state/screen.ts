import { createStore } from 'zustand/vanilla';

/** What of the page itself is open, and how it shows what it shows. */
export interface ScreenState {
  readonly dialog: 'shortcuts' | 'about' | 'matching' | null;
  /** How the call tree is shown. */
  readonly display: 'graph' | 'tree';
  readonly comparison: ComparisonLook;
}

/** How comparisons are shown. */
export interface ComparisonLook {
  readonly display: 'sides' | 'difference' | 'table' | 'report';
  /** Of the graphs side by side: one scale, so that twice as wide is twice as much, or each its own width. */
  readonly scale: 'shared' | 'own';
  /** Which side gives the boxes of the difference graph their width. */
  readonly width: 'both' | 'before' | 'after';
  /** Whether a box is coloured by its change as a share of all, or of what it was itself. */
  readonly changeColor: 'absolute' | 'relative';
  /** What percentages refer to: the total before (as pprof's -diff_base), after, or the net change (-base). */
  readonly percentOf: 'before' | 'after' | 'net';
}

export type ScreenStore = ReturnType<typeof createScreen>;

/** The store of what is open. */
export const createScreen = () =>
  createStore<ScreenState>(() => ({
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
