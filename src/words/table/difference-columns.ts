import { type Denominator, denominatorName } from '../../core/text/comparison/quantity-words.ts';
import type { ColumnTraits } from './column-traits.ts';

/** The columns of the table of a comparison by id, in order. */
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

/** The columns, whose headings say what percentages are of and whether changes go by size. */
export function differenceTraits(
  percentOf: Denominator,
  sort: { readonly column: string; readonly bySize: boolean },
): Readonly<Record<DifferenceColumnId, ColumnTraits>> {
  const change = (column: 'flatDelta' | 'cumDelta', value: string): string =>
    sort.column === column && sort.bySize ? `|Δ ${value}|` : `Δ ${value}`;
  const order = 'Click for the largest changes, the falls, the rises first';
  const denominator = denominatorName[percentOf];
  return {
    state: {
      title: 'state',
      meaning:
        'New, gone, or how its flat value fared; cum where it has none. Grey where that may be noise',
      width: 90,
      narrowWidth: 48,
      isText: true,
    },
    name: {
      title: 'function',
      meaning: 'Name, with its package; marked where it has another one before',
      width: 162,
      narrowWidth: 130,
      grow: 4,
      isText: true,
    },
    flatBefore: {
      title: 'flat before',
      meaning: 'In the function itself, before',
      width: 80,
      grow: 1,
    },
    flatAfter: {
      title: 'flat after',
      meaning: 'In the function itself, after',
      width: 76,
      grow: 1,
    },
    flatDelta: {
      title: change('flatDelta', 'flat'),
      meaning: `Flat after less flat before. ${order}`,
      width: 86,
      grow: 1,
    },
    share: {
      title: `% of ${denominator}`,
      meaning: `The change of flat as a share of ${wholeWords[percentOf]}`,
      width: percentOf === 'net' ? 104 : 78,
      grow: 1,
    },
    ratio: {
      title: 'flat ratio',
      meaning: 'Flat after as a multiple of flat before',
      width: 66,
      grow: 1,
    },
    confidence: {
      title: 'confidence',
      meaning:
        'Whether the change of flat goes beyond sampling noise; of cum where the function has no flat value',
      width: 78,
      grow: 1,
      isAscendingFirst: true,
    },
    cumBefore: {
      title: 'cum before',
      meaning: 'In the function and in what it calls, before',
      width: 82,
      grow: 1,
    },
    cumAfter: {
      title: 'cum after',
      meaning: 'In the function and in what it calls, after',
      width: 78,
      grow: 1,
    },
    cumDelta: {
      title: change('cumDelta', 'cum'),
      meaning: `Cum after less cum before. ${order}`,
      width: 86,
      grow: 1,
    },
  };
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
