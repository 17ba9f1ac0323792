import { useState } from 'react';
import { useStore } from 'zustand';
import type { PatternSource } from '../../../../core/text/pattern.ts';
import { patternError } from '../../../state/search.ts';
import { useApp } from '../../../state/use-app.ts';
import type { TableFilter } from '../../table/use-table-filter.ts';

/** The filter of lines and of changes. */
export function useEscapeFilter(): TableFilter {
  const { escapes } = useApp();
  const filter = useStore(escapes, (state) => state.filter);
  const error = patternError(filter);
  const [readable, setReadable] = useState(error === null ? filter : null);
  const onFilter = (change: Partial<PatternSource>) => {
    const changed = { ...filter, ...change };
    escapes.setState({ filter: changed });
    // A pattern that cannot be read leaves the table as it is until it can.
    if (patternError(changed) === null) setReadable(changed);
  };
  const asked = readable?.text === '' ? null : readable;
  return { filter, error, asked, onFilter };
}
