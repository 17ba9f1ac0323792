import { createStore } from 'zustand/vanilla';
import type { SoughtSource } from '../../bridge/source-api.ts';

/** How source is looked at. */
export interface SourceState {
  /** Whether it stands in the place of the call tree. */
  readonly isShown: boolean;
  /** Whose values its lines have: those of the function, or of all functions of the file. */
  readonly of: 'function' | 'file';
  /** Which value of both sides is shown where there is no room for all. */
  readonly value: 'flat' | 'cum';
  /** A line of a function to begin at, instead of its heaviest one; of both sides, of the one after. */
  readonly wanted: { readonly frame: number; readonly line: number } | null;
  /** Files are read again for another number: folders were chosen, or given up. */
  readonly reading: number;
  /** What the user is asked for; null for nothing. */
  readonly asking: AskedFolder | AskedEditor | null;
}

/** The path of a folder, where the shell has no dialog for one. */
export interface AskedFolder {
  readonly kind: 'folder';
  readonly of: Pick<SoughtSource, 'profile' | 'role'>;
}

/** The command that opens files, for the first of them. */
export interface AskedEditor {
  readonly kind: 'editor';
  readonly candidates: readonly string[];
  readonly sought: SoughtSource;
  readonly line: number;
}

export type SourceStore = ReturnType<typeof createSource>;

/** The store of how source is looked at. */
export const createSource = () =>
  createStore<SourceState>(() => ({
    isShown: false,
    of: 'function',
    value: 'flat',
    wanted: null,
    reading: 0,
    asking: null,
  }));
