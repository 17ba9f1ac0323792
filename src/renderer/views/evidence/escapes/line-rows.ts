import type { EscapeTable } from '../../../../bridge/escape-api.ts';
import { visibleText } from '../../../../core/text/visible-text.ts';
import { Texts } from '../../../../words/frame-texts.ts';

/** Rows of the table of lines, with their texts. */
export class LineRows {
  readonly table: EscapeTable;
  readonly message: Texts;
  readonly functionName: Texts;
  /** How many of the rows are lines. */
  readonly lines: number;

  constructor(table: EscapeTable) {
    this.table = table;
    this.message = new Texts(table.message);
    this.functionName = new Texts(table.functionName);
    this.lines = table.id.reduce((count, id) => count + Number(id >= 0), 0);
  }

  isHeading(row: number): boolean {
    return (this.table.id[row] ?? -1) < 0;
  }

  /** The file, fit to be shown; with the line where it is one. */
  place(row: number): string {
    const path = visibleText(this.table.paths[this.table.path[row] ?? -1] ?? '');
    const line = this.table.line[row] ?? 0;
    return line === 0 ? path : `${path}:${line}`;
  }

  /** The same without the folders before the file's own, but in headings. */
  shortPlace(row: number): string {
    return this.isHeading(row) ? this.place(row) : this.place(row).split('/').slice(-2).join('/');
  }

  /** The row of what is selected: a line's id, or -2 - row for a heading; -1 where it is not among them. */
  rowOf(selected: number): number {
    if (selected === -1) return -1;
    if (selected >= 0) return this.table.id.indexOf(selected);
    const row = -2 - selected;
    return this.isHeading(row) && row < this.table.length ? row : -1;
  }

  /** A row to copy: place, function, message and what it costs, separated by tabs. */
  asText(row: number): string {
    const { objects, bytes, costs } = this.table;
    const said = [this.place(row), this.functionName.visible(row), this.message.visible(row)];
    return [...said, ...(costs === null ? [] : [objects[row], bytes[row]])].join('\t');
  }
}
