import type { FrameTexts } from '../frame-texts.ts';
import type { TableColumn } from './table-column.ts';

/** Name, package, file and line of the frames in the rows of a table. */
export function frameColumns(frames: FrameTexts, frameOf: Int32Array): TableColumn[] {
  const at = (row: number) => frameOf[row] ?? 0;
  return [
    { key: 'function', heading: 'function', cell: (row) => frames.rawName(at(row)) },
    { key: 'package', heading: 'package', cell: (row) => frames.rawPackage(at(row)) },
    { key: 'file', heading: 'file', cell: (row) => frames.rawFile(at(row)) },
    { key: 'line', heading: 'line', cell: (row) => frames.line(at(row)) || null },
  ];
}
