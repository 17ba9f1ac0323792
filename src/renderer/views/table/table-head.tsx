import { formatInteger } from '../../../core/units/integer.ts';
import { counted } from '../../../words/counted.ts';
import { attempt } from '../../state/actions.ts';
import { useApp } from '../../state/use-app.ts';
import { copyText } from '../parts/copy-text.ts';
import { Icon } from '../parts/icon.tsx';
import { FilterField } from './filter-field.tsx';
import type { GridRows, RowsAsTsv } from './grid-rows.ts';
import type { TableFilter } from './use-table-filter.ts';

/** What stands above the table: its filter, how many rows there are, copying them all. */
export function TableHead({
  filter,
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
  const copyAll = async () => {
    if (rows !== null) await copyText(await asTsv(0, rows.length));
  };
  return (
    <div className="table-head">
      <FilterField
        filter={filter}
        placeholder="Filter the table"
        label={label}
        counted={rows === null ? '' : countWords(rows)}
      />
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
