import { copyText } from '../parts/copy-text.ts';
import type { RowsAsTsv } from './grid-rows.ts';
import type { RowRange } from './row-range.ts';

/** Copies the rows of a range as tab-separated values. */
export async function copyRows({ anchor, cursor }: RowRange, asTsv: RowsAsTsv): Promise<void> {
  await copyText(await asTsv(Math.min(anchor, cursor), Math.max(anchor, cursor) + 1));
}
