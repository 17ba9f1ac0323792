import type { DifferenceColumn, DifferenceSort } from '../../../../bridge/comparison-api.ts';
import {
  type Denominator,
  denominatorName,
} from '../../../../core/text/comparison/quantity-words.ts';
import { type ColumnTraits, type GridColumns, gridColumns } from '../../table/grid-columns.ts';
import type { GridSort } from '../../table/grid-rows.ts';

/** The columns by id, in order. */
export type DifferenceColumnId =
  | 'state'
  | 'name'
  | 'flatBefore'
  | 'flatAfter'
  | 'flatDelta'
  | 'share'
  | 'ratio'
  | 'confidence'
  | 'cumBefore'
  | 'cumAfter'
  | 'cumDelta';

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
export function differenceColumns(
  percentOf: Denominator,
  sort: DifferenceGridSort,
): GridColumns<DifferenceColumnId> {
  const change = (column: 'flatDelta' | 'cumDelta', value: string): string =>
    sort.column === column && sort.bySize ? `|Δ ${value}|` : `Δ ${value}`;
  const order = 'Click for the largest changes, the falls, the rises first';
  const denominator = denominatorName[percentOf];
  const traits: Readonly<Record<DifferenceColumnId, ColumnTraits>> = {
    state: {
      title: 'state',
      meaning:
        'New, gone, or how its flat value fared; cum where it has none. Grey where that may be noise',
      track: '90px',
      narrowTrack: '48px',
      isText: true,
    },
    name: {
      title: 'function',
      meaning: 'Name, with its package; marked where it has another one before',
      track: 'minmax(162px, 4fr)',
      narrowTrack: 'minmax(130px, 4fr)',
      isText: true,
    },
    flatBefore: {
      title: 'flat before',
      meaning: 'In the function itself, before',
      track: 'minmax(80px, 1fr)',
    },
    flatAfter: {
      title: 'flat after',
      meaning: 'In the function itself, after',
      track: 'minmax(76px, 1fr)',
    },
    flatDelta: {
      title: change('flatDelta', 'flat'),
      meaning: `Flat after less flat before. ${order}`,
      track: 'minmax(86px, 1fr)',
    },
    share: {
      title: `% of ${denominator}`,
      meaning: `The change of flat as a share of ${wholeWords[percentOf]}`,
      track: percentOf === 'net' ? 'minmax(104px, 1fr)' : 'minmax(78px, 1fr)',
    },
    ratio: {
      title: 'flat ratio',
      meaning: 'Flat after as a multiple of flat before',
      track: 'minmax(66px, 1fr)',
    },
    confidence: {
      title: 'confidence',
      meaning:
        'Whether the change of flat goes beyond sampling noise; of cum where the function has no flat value',
      track: 'minmax(78px, 1fr)',
      isAscendingFirst: true,
    },
    cumBefore: {
      title: 'cum before',
      meaning: 'In the function and in what it calls, before',
      track: 'minmax(82px, 1fr)',
    },
    cumAfter: {
      title: 'cum after',
      meaning: 'In the function and in what it calls, after',
      track: 'minmax(78px, 1fr)',
    },
    cumDelta: {
      title: change('cumDelta', 'cum'),
      meaning: `Cum after less cum before. ${order}`,
      track: 'minmax(86px, 1fr)',
    },
  };
  return gridColumns(traits);
}

const wholeWords: Readonly<Record<Denominator, string>> = {
  before: 'all that was measured before, as by pprof -diff_base',
  after: 'all that was measured after',
  net: 'all that differs, as by pprof -base',
};

/** Below this width in px states are marks without words. */
export const NARROW = 1080;

/** What gives way to names in a narrow table, the least needed first. Width in px. */
export function differenceRoom(width: number): Partial<Record<DifferenceColumnId, boolean>> {
  const hasCum = width >= 720;
  return {
    ratio: width >= 1000,
    cumBefore: width >= 880,
    cumAfter: width >= 880,
    cumDelta: hasCum,
    share: width >= 600,
    confidence: width >= 500,
  };
}
