import type { TopColumn } from '../../../core/analysis/top-order.ts';
import { type TopColumnId, topTraits } from '../../../words/table/top-columns.ts';
import { gridColumns } from './grid-columns.ts';

/** What the engine sorts by for a column. */
export const sortedBy: Readonly<Record<TopColumnId, TopColumn>> = {
  flat: 'flat',
  flatShare: 'flat',
  running: 'flat',
  cum: 'cum',
  cumShare: 'cum',
  average: 'average',
  name: 'name',
  file: 'file',
};

/** The columns of the table of one profile. */
export const topColumns = gridColumns(topTraits);
