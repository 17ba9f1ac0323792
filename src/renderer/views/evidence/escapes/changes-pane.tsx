import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { View } from '../../../../bridge/engine-api.ts';
import type { EvidenceSides } from '../../../../bridge/evidence-api.ts';
import { counted } from '../../../../words/counted.ts';
import { CHANGE_WORDS } from '../../../../words/evidence/escape-words.ts';
import { attempt } from '../../../state/actions.ts';
import { selectFrame } from '../../../state/select-frame.ts';
import { useApp } from '../../../state/use-app.ts';
import { useLatest } from '../../../state/use-latest.ts';
import { copyText } from '../../parts/copy-text.ts';
import { FilterField } from '../../table/filter-field.tsx';
import { RowGrid } from '../../table/row-grid.tsx';
import { changeCells, changeColumns, changeRoom } from './change-cells.tsx';
import { ChangeDetails } from './change-details.tsx';
import { ChangeRows } from './change-rows.ts';
import { ExplainedBars } from './explained-bar.tsx';
import { FlagChips } from './flag-chips.tsx';
import { oneRow } from './one-row.ts';
import { useEscapeFilter } from './use-escape-filter.ts';

/** What became of the allocations that the compiler speaks of, from one build to the other. */
export function ChangesPane({
  sides,
  view,
  choice,
}: {
  readonly sides: EvidenceSides;
  readonly view: View | null;
  /** What chooses between this and others. */
  readonly choice: ReactNode;
}) {
  const app = useApp();
  const { escapes } = app;
  const { kinds, changeSort: sort } = useStore(escapes);
  const [selected, setSelected] = useState<string | null>(null);
  const filter = useEscapeFilter();
  const { asked } = filter;
  const work = useCallback(
    async () => await app.ask('escapeChanges', { sides, view, kinds, filter: asked }),
    [app, sides, view, kinds, asked],
  );
  const { value: table, isStale } = useLatest(work);
  const rows = useMemo(() => (table === null ? null : new ChangeRows(table, sort)), [table, sort]);
  const cells = useMemo(() => (rows === null ? null : changeCells(rows)), [rows]);
  const cursor = rows === null || selected === null ? -1 : rows.rowOf(selected);
  const pick = useCallback(
    (row: number) => {
      if (rows === null) return;
      setSelected(rows.keyOf(row));
      const frame = rows.frame(row);
      if (view !== null && frame >= 0) void selectFrame(app, view, frame, 'details');
    },
    [app, view, rows],
  );
  const copy = (row: number) => {
    if (rows !== null && row >= 0) void attempt(app, copyText(rows.asText(row)));
  };
  const counts = table?.counts;
  const hasCosts = table !== null && (table.costsBefore !== null || table.costsAfter !== null);
  return (
    <div className="escapes-panes">
      <section className="escapes-list" aria-label="Changes" data-stale={isStale || undefined}>
        {hasCosts && (
          <div className="explained-pair">
            {[table.costsBefore, table.costsAfter].map(
              (costs, at) =>
                costs !== null && (
                  <ExplainedBars
                    key={at === 0 ? 'before' : 'after'}
                    costs={costs}
                    title={at === 0 ? 'Before' : 'After'}
                  />
                ),
            )}
          </div>
        )}
        <div className="escapes-head">
          {choice}
          <FlagChips
            legend="Which changes are shown"
            choices={CHANGE_WORDS.map(
              ({ title }, kind) => [1 << kind, title, counts?.[kind] ?? 0] as const,
            )}
            flags={kinds}
            onChange={(chosen) => escapes.setState({ kinds: chosen })}
          />
          <FilterField
            filter={filter}
            placeholder="Filter"
            label="Filter by function, file or message"
            counted={rows === null ? '' : counted(rows.length, 'allocation', 'allocations')}
          />
        </div>
        {rows !== null && cells !== null && (
          <RowGrid
            label="Changes"
            rowCount={rows.length}
            emptyWords={
              kinds === 0
                ? 'No kind of change is chosen.'
                : 'No allocation changed so and matches the filter.'
            }
            cells={cells}
            columns={changeColumns}
            roomFor={(width) => changeRoom(width, rows.table)}
            sort={sort}
            onSort={(chosen) => escapes.setState({ changeSort: chosen })}
            selection={oneRow(cursor, pick, copy)}
          />
        )}
      </section>
      <ChangeDetails sides={sides} view={view} rows={rows} row={cursor} />
    </div>
  );
}
