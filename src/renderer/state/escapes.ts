import { createStore } from 'zustand/vanilla';
import type { SideName } from '../../bridge/comparison-api.ts';
import type { LineGrouping } from '../../bridge/escape-api.ts';
import type { PatternSource } from '../../core/text/pattern.ts';
import type { ChangeColumnId, EscapeColumnId } from '../../words/evidence/escape-columns.ts';
import { FIRST_CHANGES, FIRST_FLAGS } from '../../words/evidence/escape-words.ts';

interface Sort<C extends string> {
  readonly column: C;
  readonly descending: boolean;
}

/** What of the compiler's output is looked at. */
export interface EscapesState {
  /** Of two builds. */
  readonly what: 'changes' | SideName;
  readonly grouping: LineGrouping;
  /** Bits of the lines that are shown, as `LineFlag`. */
  readonly flags: number;
  /** Bits of the changes that are shown, by `ChangeKind`. */
  readonly kinds: number;
  readonly filter: PatternSource;
  readonly lineSort: Sort<EscapeColumnId>;
  /** Null for the costliest first. */
  readonly changeSort: Sort<ChangeColumnId> | null;
}

export type EscapesStore = ReturnType<typeof createEscapes>;

/** The store of what of the compiler's output is looked at. */
export const createEscapes = () =>
  createStore<EscapesState>(() => ({
    what: 'changes',
    grouping: 'line',
    flags: FIRST_FLAGS,
    kinds: FIRST_CHANGES,
    filter: { text: '', regex: false, caseSensitive: false },
    lineSort: { column: 'objects', descending: true },
    changeSort: null,
  }));
