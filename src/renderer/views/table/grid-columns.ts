import {
  type ColumnDef,
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { ColumnTraits } from '../../../words/table/column-traits.ts';

/** What of TanStack Table is used: the engine sorts and filters, the columns' model is its own. */
export const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature });

/** A row, as far as the column model knows it: its index in the engine's columns. */
export interface TableRow {
  readonly row: number;
}

/** The columns of a table, by id and in order. */
export interface GridColumns<C extends string> {
  readonly traits: Readonly<Record<C, ColumnTraits>>;
  readonly ids: readonly C[];
  readonly model: ColumnDef<typeof features, TableRow>[];
}

const helper = createColumnHelper<typeof features, TableRow>();

/** The columns that have these traits, in their order. */
export function gridColumns<C extends string>(
  traits: Readonly<Record<C, ColumnTraits>>,
): GridColumns<C> {
  const ids = Object.keys(traits) as C[];
  const model = helper.columns(
    ids.map((id) =>
      helper.accessor('row', {
        id,
        header: traits[id].title,
        enableSorting: true,
        sortDescFirst: traits[id].isText !== true && traits[id].isAscendingFirst !== true,
      }),
    ),
  );
  return { traits, ids, model };
}

/** The width of a column as a track of a CSS grid. */
export function trackOf({ width, narrowWidth, grow }: ColumnTraits, isNarrow: boolean): string {
  const least = isNarrow ? (narrowWidth ?? width) : width;
  return grow === undefined ? `${least}px` : `minmax(${least}px, ${grow}fr)`;
}
