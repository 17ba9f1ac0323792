import { useState } from 'react';
import { useStore } from 'zustand';
import type { View } from '../../../bridge/engine-api.ts';
import type { PatternSource } from '../../../core/text/pattern.ts';
import { patternError } from '../../state/search.ts';
import { subjectOf } from '../../state/subject.ts';
import { changeTable, tableOf } from '../../state/tables.ts';
import { useApp } from '../../state/use-app.ts';

/** The filter of a table, as it is written and as the engine is asked for it. */
export interface TableFilter {
  readonly filter: PatternSource;
  /** Why it cannot be read; null when it can. */
  readonly error: string | null;
  /** The last one that could be read; null for none. */
  readonly asked: PatternSource | null;
  readonly onFilter: (change: Partial<PatternSource>) => void;
}

/** The filter of the table of what a view shows. */
export function useTableFilter(view: View): TableFilter {
  const { tables } = useApp();
  const subject = subjectOf(view);
  const filter = useStore(tables, () => tableOf(tables, subject).filter);
  const error = patternError(filter);
  const [readable, setReadable] = useState(error === null ? filter : null);
  const onFilter = (change: Partial<PatternSource>) => {
    const changed = { ...filter, ...change };
    changeTable(tables, subject, { filter: changed });
    // A pattern that cannot be read leaves the table as it is until it can.
    if (patternError(changed) === null) setReadable(changed);
  };
  return { filter, error, asked: readable?.text === '' ? null : readable, onFilter };
}
