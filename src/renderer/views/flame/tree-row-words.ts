import type { ValueType } from '../../../core/profile/profile.ts';
import { formatChange, formatSigned } from '../../../core/units/change.ts';
import { formatQuantity, formatValue } from '../../../core/units/quantity.ts';
import { formatShare } from '../../../core/units/share.ts';
import { changeWords } from '../../../words/compared-box-words.ts';
import type { Compared } from './flame-types.ts';
import type { TreeRow } from './tree-rows.ts';

/** What the tree says of a row. */
export interface RowWords {
  readonly spoken: string;
  /** What stands below each heading. */
  readonly cells: readonly { readonly heading: string; readonly text: string }[];
}

/** Headings above the cells of one profile's rows, behind the share, and of a comparison's. */
export const HEADINGS = ['Total', 'Self'] as const;
export const COMPARED_HEADINGS = ['Before', 'After', 'Change', '% of its before'] as const;

/** The words of a row of one profile. */
export function rowWords({ total, self }: TreeRow, all: number, type: ValueType): RowWords {
  const [totalHeading, selfHeading] = HEADINGS;
  return {
    spoken: [
      `total ${formatQuantity(total, type)}`,
      `${formatShare(total, all)} of all`,
      `self ${formatQuantity(self, type)}`,
    ].join(', '),
    cells: [
      { heading: totalHeading, text: formatValue(total, type.unit) },
      { heading: selfHeading, text: self === 0 ? '' : formatValue(self, type.unit) },
    ],
  };
}

/** The words of a row of a comparison: what its function and all below it are before and after. */
export function comparedRow({ sides }: TreeRow, compared: Compared): RowWords {
  const { scales, type } = compared;
  const before = (sides[0]?.total ?? 0) * scales[0];
  const after = (sides[1]?.total ?? 0) * scales[1];
  const value = (shown: number) => formatValue(shown, type.unit);
  const texts = [
    value(before),
    value(after),
    formatSigned(after - before, value),
    after === 0 && before !== 0 ? 'gone' : formatChange(before, after),
  ];
  return {
    spoken: changeWords([before, after], compared),
    cells: COMPARED_HEADINGS.map((heading, at) => ({ heading, text: texts[at] ?? '' })),
  };
}
