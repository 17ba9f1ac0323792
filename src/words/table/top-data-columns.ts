import type { TopTable } from '../../bridge/frames-api.ts';
import type { ValueType } from '../../core/profile/profile.ts';
import type { FrameTexts } from '../frame-texts.ts';
import { frameColumns } from './frame-columns.ts';
import { finite, type TableColumn, unitName } from './table-column.ts';

/** The table of functions, with the names of its frames. */
export interface TopData {
  readonly frames: FrameTexts;
  readonly top: TopTable;
  /** Sum of the flat values down to a row. */
  readonly running: Float64Array;
}

/** For each row the sum of the flat values down to it. */
export function runningSums(flat: Float64Array): Float64Array {
  let sum = 0;
  return flat.map((value) => {
    sum += value;
    return sum;
  });
}

/** The columns of the table of functions. */
export function topDataColumns(
  { frames, top, running }: TopData,
  sampleType: ValueType,
): TableColumn[] {
  const { flat, cum, average, total, frame } = top;
  const unit = unitName(sampleType);
  const value = (column: Float64Array) => (row: number) => column[row] ?? 0;
  const share = (column: Float64Array) => (row: number) =>
    finite(((column[row] ?? 0) / total) * 100);
  const columns: TableColumn[] = [
    { key: 'flat', heading: `flat (${unit})`, cell: value(flat) },
    { key: 'flatPercent', heading: 'flat (% of total)', cell: share(flat) },
    { key: 'sumPercent', heading: 'running sum of flat (% of total)', cell: share(running) },
    { key: 'cum', heading: `cum (${unit})`, cell: value(cum) },
    { key: 'cumPercent', heading: 'cum (% of total)', cell: share(cum) },
  ];
  if (average !== null) {
    const cell = (row: number) => finite(average[row] ?? Number.NaN);
    columns.push({ key: 'averageSize', heading: 'average size (bytes)', cell });
  }
  return [...columns, ...frameColumns(frames, frame)];
}
