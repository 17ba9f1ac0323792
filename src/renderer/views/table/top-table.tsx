import { type RefObject, useState } from 'react';
import type { TopSort } from '../../../bridge/engine-api.ts';
import type { PatternSource } from '../../../core/text/pattern.ts';
import { averageSizePair } from '../../../core/units/average-size-pair.ts';
import { patternError } from '../../state/search.ts';
import type { ShownProfile } from '../../state/use-app.ts';
import type { Framed } from '../../state/use-framed.ts';
import type { FlameGraphHandle } from '../flame/flame-types.ts';
import { TableHead } from './table-head.tsx';
import './top-table.css';
import { TopGrid } from './top-grid.tsx';
import { useTopRows } from './use-top-rows.ts';

const heaviestFirst: TopSort = { column: 'flat', descending: true };
const noFilter: PatternSource = { text: '', regex: false, caseSensitive: false };

/** The table of functions, with its filter. */
export function TopTable({
  shown: { profile, selection },
  framed,
  flame,
}: {
  readonly shown: ShownProfile;
  readonly framed: Framed;
  readonly flame: RefObject<FlameGraphHandle | null>;
}) {
  const [sort, setSort] = useState(heaviestFirst);
  const [filter, setFilter] = useState(noFilter);
  const [asked, setAsked] = useState<PatternSource | null>(null);
  const { sampleTypes } = profile;
  const hasAverage = averageSizePair(sampleTypes, framed.view.sampleType) !== null;
  const { value: rows, isStale } = useTopRows(
    framed,
    sort.column === 'average' && !hasAverage ? heaviestFirst : sort,
    asked,
  );
  const error = patternError(filter);

  const changeFilter = (change: Partial<PatternSource>) => {
    const changed = { ...filter, ...change };
    setFilter(changed);
    // A pattern that cannot be read leaves the table as it is until it can.
    if (patternError(changed) === null) setAsked(changed.text === '' ? null : changed);
  };
  const sampleType = rows === null ? undefined : sampleTypes[rows.view.sampleType];
  return (
    <section
      className="top-table"
      aria-label="Table of functions"
      data-stale={isStale || undefined}
    >
      <TableHead filter={filter} error={error} rows={rows} onFilter={changeFilter} />
      {rows !== null && sampleType !== undefined && (
        <TopGrid
          rows={rows}
          sampleType={sampleType}
          sort={sort}
          onSort={setSort}
          selection={selection}
          flame={flame}
        />
      )}
    </section>
  );
}
