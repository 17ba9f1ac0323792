import type { TextColumn } from '../bridge/text-column.ts';

const decoder = new TextDecoder();

/** A text of a column as it came, not fit to be shown; '' for a row that there is not. */
export function textAt({ bytes, start }: TextColumn, row: number): string {
  return decoder.decode(bytes.subarray(start[row] ?? 0, start[row + 1] ?? 0));
}
