import type { TopColumn } from '../../../bridge/engine-api.ts';
import { type ColumnTraits, gridColumns } from './grid-columns.ts';

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

/** What the engine sorts by for a column. */
export const sortedBy: Readonly<Record<ColumnId, TopColumn>> = {
  flat: 'flat',
  flatShare: 'flat',
  running: 'flat',
  cum: 'cum',
  cumShare: 'cum',
  average: 'average',
  name: 'name',
  file: 'file',
};

const columnTraits: Readonly<Record<ColumnId, ColumnTraits>> = {
  flat: { title: 'flat', meaning: 'In the function itself', track: '84px' },
  flatShare: {
    title: 'flat%',
    meaning: 'In the function itself, as a share of the total',
    track: '66px',
  },
  running: {
    title: 'sum%',
    meaning: 'This row and those above it together, as a share of the total',
    track: '62px',
  },
  cum: {
    title: 'cum',
    meaning: 'In the function and in what it calls',
    track: '84px',
  },
  cumShare: {
    title: 'cum%',
    meaning: 'In the function and in what it calls, as a share of the total',
    track: '66px',
  },
  average: {
    title: 'avg. size',
    meaning: 'Average size of an object that the function itself allocates',
    track: '82px',
  },
  name: {
    title: 'function',
    meaning: 'Name, with its package',
    track: 'minmax(180px, 2.5fr)',
    isText: true,
  },
  file: {
    title: 'file',
    meaning: 'Source file and line',
    track: 'minmax(100px, 1fr)',
    isText: true,
  },
};

/** The columns of the table of one profile. */
export const topColumns = gridColumns(columnTraits);

/** The columns that names need the place of in a narrow table. Width in px. */
export function roomFor(width: number): Partial<Record<ColumnId, boolean>> {
  return { file: width >= 720, running: width >= 640 };
}
