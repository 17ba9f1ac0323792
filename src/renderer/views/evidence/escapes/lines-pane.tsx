import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { SideName } from '../../../../bridge/comparison-api.ts';
import type { View } from '../../../../bridge/engine-api.ts';
import type { LineGrouping } from '../../../../bridge/escape-api.ts';
import type { EvidenceSides } from '../../../../bridge/evidence-api.ts';
import { counted } from '../../../../words/counted.ts';
import { FLAG_CHOICES } from '../../../../words/evidence/escape-words.ts';
import { attempt } from '../../../state/actions.ts';
import { selectFrame } from '../../../state/select-frame.ts';
import { useApp } from '../../../state/use-app.ts';
import { useLatest } from '../../../state/use-latest.ts';
import { copyText } from '../../parts/copy-text.ts';
import { Segmented } from '../../parts/segmented.tsx';
import { FilterField } from '../../table/filter-field.tsx';
import { RowGrid } from '../../table/row-grid.tsx';
import { ExplainedBars } from './explained-bar.tsx';
import { FlagChips } from './flag-chips.tsx';
import { lineCells, lineColumns, lineRoom, sortedBy } from './line-cells.tsx';
import { LineDetails } from './line-details.tsx';
import { LineRows } from './line-rows.ts';
import { oneRow } from './one-row.ts';
import { useEscapeFilter } from './use-escape-filter.ts';

const GROUPINGS: readonly (readonly [LineGrouping, string])[] = [
  ['line', 'Lines'],
  ['function', 'By function'],
  ['file', 'By file'],
];

/** The lines of a build that the compiler speaks of, or that allocate, and what is said of one of them. */
export function LinesPane({
  sides,
  view,
  side,
  choice,
}: {
  readonly sides: EvidenceSides;
  readonly view: View | null;
  readonly side: SideName;
  /** What chooses between this and others. */
  readonly choice: ReactNode;
}) {
  const app = useApp();
  const { escapes } = app;
  const { grouping, flags, lineSort: sort } = useStore(escapes);
  const [selected, setSelected] = useState(-1);
  const filter = useEscapeFilter();
  const { asked } = filter;
  const work = useCallback(async () => {
    const { column, descending } = sort;
    const table = await app.ask('escapeLines', {
      sides,
      view,
      side,
      grouping,
      flags,
      filter: asked,
      sort: { column: sortedBy[column], descending },
    });
    return new LineRows(table);
  }, [app, sides, view, side, grouping, flags, asked, sort]);
  const { value: rows, isStale } = useLatest(work);
  const cells = useMemo(() => (rows === null ? null : lineCells(rows)), [rows]);
  const pick = useCallback(
    (row: number) => {
      const table = rows?.table;
      const id = table?.id[row] ?? -1;
      setSelected(id < 0 ? -2 - row : id);
      const frame = table?.frame[row] ?? -1;
      if (view !== null && frame >= 0) void selectFrame(app, view, frame, 'details');
    },
    [app, view, rows],
  );
  const cursor = rows === null ? -1 : rows.rowOf(selected);
  const copy = (row: number) => {
    if (rows !== null && row >= 0) void attempt(app, copyText(rows.asText(row)));
  };
  const costs = rows?.table.costs ?? null;
  const id = selected >= 0 ? selected : -1;
  return (
    <div className="escapes-panes">
      <section className="escapes-list" aria-label="Lines" data-stale={isStale || undefined}>
        {costs !== null && <ExplainedBars costs={costs} title="What the compiler explains" />}
        <div className="escapes-head">
          {choice}
          <Segmented
            legend="How lines stand together"
            choices={GROUPINGS}
            value={grouping}
            onChange={(chosen) => escapes.setState({ grouping: chosen })}
          />
          <FlagChips
            legend="Which lines are shown"
            choices={FLAG_CHOICES}
            flags={flags}
            onChange={(chosen) => escapes.setState({ flags: chosen })}
          />
          <FilterField
            filter={filter}
            placeholder="Filter"
            label="Filter by function, file or message"
            counted={rows === null ? '' : counted(rows.lines, 'line', 'lines')}
          />
        </div>
        {rows !== null && cells !== null && (
          <RowGrid
            label="Lines"
            rowCount={rows.table.length}
            emptyWords={
              flags === 0
                ? 'No kind of line is chosen.'
                : 'No line is of these kinds and matches the filter.'
            }
            cells={cells}
            columns={lineColumns}
            roomFor={(width) => lineRoom(width, costs !== null)}
            sort={sort}
            onSort={(chosen) => escapes.setState({ lineSort: chosen })}
            selection={oneRow(cursor, pick, copy)}
          />
        )}
      </section>
      <LineDetails sides={sides} view={view} side={side} id={id} costs={costs} />
    </div>
  );
}
