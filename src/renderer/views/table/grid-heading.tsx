import type { Header } from '@tanstack/react-table';
import type { ColumnTraits } from '../../../words/table/column-traits.ts';
import { Icon } from '../parts/icon.tsx';
import type { features, TableRow } from './grid-columns.ts';

/** The headings; each sorts by its column. */
export function GridHeading<C extends string>({
  headers,
  traits,
  template,
}: {
  readonly headers: readonly Header<typeof features, TableRow>[];
  readonly traits: Readonly<Record<C, ColumnTraits>>;
  readonly template: string;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a grid, see there.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus, and the buttons within.
    <div
      className="grid-heading"
      role="row"
      aria-rowindex={1}
      style={{ gridTemplateColumns: template }}
    >
      {headers.map(({ id, column }) => {
        const { title, meaning, isText } = traits[id as C];
        const direction = column.getIsSorted();
        return (
          // biome-ignore lint/a11y/useSemanticElements: as above.
          // biome-ignore lint/a11y/useFocusableInteractive: as above.
          <div
            key={id}
            role="columnheader"
            aria-sort={sortWord(direction)}
            data-column={id}
            data-text={isText || undefined}
          >
            <button type="button" title={meaning} onClick={column.getToggleSortingHandler()}>
              <span>{title}</span>
              {direction !== false && (
                <Icon name={direction === 'desc' ? 'down' : 'up'} size={11} />
              )}
            </button>
          </div>
        );
      })}
    </div>
  );
}

function sortWord(direction: false | 'asc' | 'desc') {
  if (direction === false) return 'none';
  return direction === 'desc' ? 'descending' : 'ascending';
}
