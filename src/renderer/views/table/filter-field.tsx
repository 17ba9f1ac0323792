import { useId } from 'react';
import { Icon } from '../parts/icon.tsx';
import { PatternSwitches } from '../parts/pattern-switches.tsx';
import type { TableFilter } from './use-table-filter.ts';

/** The field that rows are filtered by, and how many there are; or what is wrong with the filter. */
export function FilterField({
  filter: { filter, error, onFilter },
  placeholder,
  label,
  counted,
}: {
  readonly filter: Omit<TableFilter, 'asked'>;
  readonly placeholder: string;
  /** What it is, for those who do not see where it stands. */
  readonly label: string;
  /** How many rows there are, in words. */
  readonly counted: string;
}) {
  const errorId = useId();
  return (
    <>
      <div className="field table-filter" data-invalid={error !== null || undefined}>
        <Icon name="filter" size={14} />
        <input
          type="text"
          placeholder={placeholder}
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
        {error ?? counted}
      </output>
    </>
  );
}
