import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { TopColumn } from '../../../bridge/engine-api.ts';

/** What of TanStack Table is used: the engine sorts and filters, the columns' model is its own. */
export const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature });

/** A row, as far as the column model knows it: its index in the engine's columns. */
export interface TableRow {
  readonly row: number;
}

/** The columns by id, in order. */
export type ColumnId =
  | 'flat'
  | 'flatShare'
  | 'running'
  | 'cum'
  | 'cumShare'
  | 'average'
  | 'name'
  | 'file';

/** What is particular to a column. */
export interface ColumnTraits {
  readonly title: string;
  /** What the figures mean, for the heading's tooltip. */
  readonly meaning: string;
  /** What the engine sorts by for it. */
  readonly sort: TopColumn;
  /** Width, as a track of a CSS grid. */
  readonly track: string;
  readonly isText?: boolean;
}

export const columnTraits: Readonly<Record<ColumnId, ColumnTraits>> = {
  flat: { title: 'flat', meaning: 'In the function itself', sort: 'flat', track: '84px' },
  flatShare: {
    title: 'flat%',
    meaning: 'In the function itself, as a share of the total',
    sort: 'flat',
    track: '66px',
  },
  running: {
    title: 'sum%',
    meaning: 'This row and those above it together, as a share of the total',
    sort: 'flat',
    track: '62px',
  },
  cum: {
    title: 'cum',
    meaning: 'In the function and in what it calls',
    sort: 'cum',
    track: '84px',
  },
  cumShare: {
    title: 'cum%',
    meaning: 'In the function and in what it calls, as a share of the total',
    sort: 'cum',
    track: '66px',
  },
  average: {
    title: 'avg. size',
    meaning: 'Average size of an object that the function itself allocates',
    sort: 'average',
    track: '82px',
  },
  name: {
    title: 'function',
    meaning: 'Name, with its package',
    sort: 'name',
    track: 'minmax(180px, 2.5fr)',
    isText: true,
  },
  file: {
    title: 'file',
    meaning: 'Source file and line',
    sort: 'file',
    track: 'minmax(100px, 1fr)',
    isText: true,
  },
};

/** The ids in order. */
export const columnIds = Object.keys(columnTraits) as ColumnId[];

/** The columns that names need the place of in a narrow table. Width in px. */
export function roomFor(width: number): Partial<Record<ColumnId, boolean>> {
  return { file: width >= 720, running: width >= 640 };
}

const helper = createColumnHelper<typeof features, TableRow>();

export const columns = helper.columns(
  columnIds.map((id) =>
    helper.accessor('row', {
      id,
      header: columnTraits[id].title,
      enableSorting: true,
      sortDescFirst: columnTraits[id].isText !== true,
    }),
  ),
);
