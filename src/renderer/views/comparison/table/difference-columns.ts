import type { DifferenceColumn, DifferenceSort } from '../../../../bridge/comparison-api.ts';
import type { TableSort } from '../../../../bridge/screen-state.ts';
import type { Denominator } from '../../../../core/text/comparison/quantity-words.ts';
import {
  type DifferenceColumnId,
  differenceTraits,
} from '../../../../words/table/difference-columns.ts';
import { type GridColumns, gridColumns } from '../../table/grid-columns.ts';
import type { GridSort } from '../../table/grid-rows.ts';

const sortedBy: Readonly<Record<DifferenceColumnId, DifferenceColumn>> = {
  state: 'state',
  name: 'name',
  flatBefore: 'flatBefore',
  flatAfter: 'flatAfter',
  flatDelta: 'flatDelta',
  share: 'flatDelta',
  ratio: 'flatRatio',
  confidence: 'confidence',
  cumBefore: 'cumBefore',
  cumAfter: 'cumAfter',
  cumDelta: 'cumDelta',
};

/** What the table is sorted by; changes by their size or by their sign. */
export interface DifferenceGridSort extends GridSort<DifferenceColumnId> {
  readonly bySize: boolean;
}

/** The largest changes first, whichever way they went. */
export const largestFirst: DifferenceGridSort = {
  column: 'flatDelta',
  descending: true,
  bySize: true,
};

/** What the table is sorted by, as far as it has such a column. */
export function sortOf(kept: TableSort | null): DifferenceGridSort {
  if (kept === null || !isColumn(kept.column)) return largestFirst;
  return { column: kept.column, descending: kept.descending, bySize: kept.bySize };
}

const isColumn = (column: string): column is DifferenceColumnId => Object.hasOwn(sortedBy, column);

const isChange = (column: DifferenceColumnId) =>
  column === 'flatDelta' || column === 'cumDelta' || column === 'share';

/**
 * What to sort by when a heading is clicked. Headings of changes go round: by size, the falls first,
 * the rises first; the others go up and down.
 */
export function nextSort(
  now: DifferenceGridSort,
  chosen: GridSort<DifferenceColumnId>,
): DifferenceGridSort {
  const { column } = chosen;
  if (!isChange(column)) return { ...chosen, bySize: false };
  if (now.column !== column) return { column, descending: true, bySize: true };
  if (now.bySize) return { column, descending: false, bySize: false };
  return { column, descending: true, bySize: now.descending };
}

/** What the engine is asked for. */
export function engineSort({ column, descending, bySize }: DifferenceGridSort): DifferenceSort {
  return { column: sortedBy[column], descending, bySize };
}

/** The columns, whose headings say what percentages are of and whether changes go by size. */
export const differenceColumns = (
  percentOf: Denominator,
  sort: DifferenceGridSort,
): GridColumns<DifferenceColumnId> => gridColumns(differenceTraits(percentOf, sort));
