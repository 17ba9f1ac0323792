import { useId } from 'react';
import { formatInteger } from '../../../core/units/integer.ts';
import { counted } from '../../../words/counted.ts';
import { attempt } from '../../state/actions.ts';
import { useApp } from '../../state/use-app.ts';
import { copyText } from '../parts/copy-text.ts';
import { Icon } from '../parts/icon.tsx';
import { PatternSwitches } from '../parts/pattern-switches.tsx';
import type { GridRows, RowsAsTsv } from './grid-rows.ts';
import type { TableFilter } from './use-table-filter.ts';

/** What stands above the table: its filter, how many rows there are, copying them all. */
export function TableHead({
  filter: { filter, error, onFilter },
  label = 'Filter the table by function or file',
  rows,
  note = '',
  asTsv,
}: {
  readonly filter: Omit<TableFilter, 'asked'>;
  /** What the filter is of, for those who do not see the table. */
  readonly label?: string;
  readonly rows: Pick<GridRows, 'length' | 'rowCount'> | null;
  /** A sentence about all rows. */
  readonly note?: string;
  readonly asTsv: RowsAsTsv;
}) {
  const app = useApp();
  const errorId = useId();
  const copyAll = async () => {
    if (rows !== null) await copyText(await asTsv(0, rows.length));
  };
  return (
    <div className="table-head">
      <div className="field table-filter" data-invalid={error !== null || undefined}>
        <Icon name="filter" size={14} />
        <input
          type="text"
          placeholder="Filter the table"
          aria-label={label}
          aria-invalid={error !== null}
          aria-describedby={errorId}
          autoComplete="off"
          spellCheck={false}
          value={filter.text}
          onChange={({ currentTarget }) => onFilter({ text: currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onFilter({ text: '' });
          }}
        />
        <PatternSwitches pattern={filter} onChange={onFilter} />
      </div>
      <output id={errorId} className="table-count" data-error={error !== null || undefined}>
        {error ?? (rows === null ? '' : countWords(rows))}
      </output>
      {note !== '' && (
        <span className="table-note" title={note}>
          {note}
        </span>
      )}
      <button
        type="button"
        className="icon-button"
        aria-label="Copy all rows as tab-separated values"
        title="Copy all rows as tab-separated values"
        disabled={rows === null}
        onClick={() => void attempt(app, copyAll())}
      >
        <Icon name="copy" />
      </button>
    </div>
  );
}

function countWords({ length, rowCount }: Pick<GridRows, 'length' | 'rowCount'>): string {
  const all = counted(rowCount, 'row', 'rows');
  return length === rowCount ? all : `${formatInteger(length)} of ${all}`;
}
