import { useState } from 'react';
import type { PatternSource } from '../../../core/text/pattern.ts';
import { patternError } from '../../state/search.ts';

const none: PatternSource = { text: '', regex: false, caseSensitive: false };

/** The filter of a table, as it is written and as the engine is asked for it. */
export interface TableFilter {
  readonly filter: PatternSource;
  /** Why it cannot be read; null when it can. */
  readonly error: string | null;
  /** The last one that could be read; null for none. */
  readonly asked: PatternSource | null;
  readonly onFilter: (change: Partial<PatternSource>) => void;
}

/** A filter, none at first. */
export function useTableFilter(): TableFilter {
  const [filter, setFilter] = useState(none);
  const [asked, setAsked] = useState<PatternSource | null>(null);
  const onFilter = (change: Partial<PatternSource>) => {
    const changed = { ...filter, ...change };
    setFilter(changed);
    // A pattern that cannot be read leaves the table as it is until it can.
    if (patternError(changed) === null) setAsked(changed.text === '' ? null : changed);
  };
  return { filter, error: patternError(filter), asked, onFilter };
}
