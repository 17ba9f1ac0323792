import { useState } from 'react';
import type { PatternSource } from '../../../../core/text/pattern.ts';
import { patternError } from '../../../state/search.ts';
import type { TableFilter } from '../../table/use-table-filter.ts';

const NO_PATTERN: PatternSource = { text: '', regex: false, caseSensitive: false };

/** The filter of a table that is kept as long as the table is shown. */
export function useEscapeFilter(): TableFilter {
  const [filter, setFilter] = useState(NO_PATTERN);
  const [readable, setReadable] = useState(NO_PATTERN);
  const onFilter = (change: Partial<PatternSource>) => {
    const changed = { ...filter, ...change };
    setFilter(changed);
    // A pattern that cannot be read leaves the table as it is until it can.
    if (patternError(changed) === null) setReadable(changed);
  };
  const asked = readable.text === '' ? null : readable;
  return { filter, error: patternError(filter), asked, onFilter };
}
