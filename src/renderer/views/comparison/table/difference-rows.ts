import type { DifferenceTable } from '../../../../bridge/comparison-api.ts';
import type { View } from '../../../../bridge/engine-api.ts';
import type { Denominator } from '../../../../core/text/comparison/quantity-words.ts';
import type { FrameTexts } from '../../../../words/frame-texts.ts';
import {
  type DifferenceData,
  percentOfTable,
} from '../../../../words/table/difference-data-columns.ts';
import { type GridRows, rowsOfFrames } from '../../table/grid-rows.ts';

/** The table of a comparison as the engine gave it, with the frames that it is about. */
export interface DifferenceRows extends GridRows, DifferenceData {}

/** The rows of a table. `netTotal` is what percentages of the net change refer to. */
export function differenceRows(
  view: View,
  frames: FrameTexts,
  table: DifferenceTable,
  side: Denominator,
  netTotal: number,
): DifferenceRows {
  const { frame, rowCount } = table;
  const rowOf = rowsOfFrames(frame, frames.columns.length);
  const percentOf = percentOfTable(table, side, netTotal);
  return { view, frames, table, percentOf, length: frame.length, frame, rowCount, rowOf };
}
