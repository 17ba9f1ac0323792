import type { EscapeChangeTable } from '../../../../bridge/escape-api.ts';
import type { ChangeColumnId } from '../../../../words/evidence/escape-columns.ts';
import { CHANGE_WORDS } from '../../../../words/evidence/escape-words.ts';
import { Texts } from '../../../../words/frame-texts.ts';
import type { GridSort } from '../../table/grid-rows.ts';

/** Rows of the table of changes, sorted, with their texts. */
export class ChangeRows {
  readonly table: EscapeChangeTable;
  readonly length: number;
  private readonly order: Int32Array;
  private readonly messages: Texts;
  private readonly functions: Texts;
  private readonly placesBefore: Texts;
  private readonly placesAfter: Texts;
  private readonly insteads: Texts;

  constructor(table: EscapeChangeTable, sort: GridSort<ChangeColumnId> | null) {
    this.table = table;
    this.length = table.length;
    this.messages = new Texts(table.message);
    this.functions = new Texts(table.functionName);
    this.placesBefore = new Texts(table.placeBefore);
    this.placesAfter = new Texts(table.placeAfter);
    this.insteads = new Texts(table.instead);
    this.order = sort === null ? inOrder(table.length) : this.sorted(sort);
  }

  /** Row of the engine's table. */
  row(row: number): number {
    return this.order[row] ?? -1;
  }

  /** What tells a change from the others, whatever is shown and in whichever order. */
  keyOf(row: number): string {
    const at = this.row(row);
    return `${this.table.before[at]} ${this.table.after[at]}`;
  }

  rowOf(key: string): number {
    for (let row = 0; row < this.length; row++) if (this.keyOf(row) === key) return row;
    return -1;
  }

  frame(row: number): number {
    return this.table.frame[this.row(row)] ?? -1;
  }

  change(row: number): number {
    return this.table.change[this.row(row)] ?? -1;
  }

  message(row: number): string {
    return this.messages.visible(this.row(row));
  }

  functionName(row: number): string {
    return this.functions.visible(this.row(row));
  }

  instead(row: number): string {
    return this.insteads.visible(this.row(row));
  }

  /** Where it is said: after, or where it was. */
  place(row: number): string {
    return this.placesAfter.visible(this.row(row)) || this.placesBefore.visible(this.row(row));
  }

  /** Both places, where it moved. */
  places(row: number): string {
    const [before, after] = [
      this.placesBefore.visible(this.row(row)),
      this.placesAfter.visible(this.row(row)),
    ];
    return before === '' || after === '' || before === after
      ? before || after
      : `${before} → ${after}`;
  }

  /** A row to copy: change, places, function and message, separated by tabs. */
  asText(row: number): string {
    const change = CHANGE_WORDS[this.change(row)]?.title;
    return [change, this.places(row), this.functionName(row), this.message(row)].join('\t');
  }

  /** As it is shown; NaN where nothing is known. */
  value(row: number, column: ValueColumn): number {
    const { table } = this;
    const costs = column.endsWith('Before') ? table.costsBefore : table.costsAfter;
    return (table[column][this.row(row)] ?? Number.NaN) * (costs?.scale ?? 1);
  }

  private sorted({ column, descending }: GridSort<ChangeColumnId>): Int32Array {
    const sign = descending ? -1 : 1;
    const known = (value: number | undefined) =>
      value === undefined || Number.isNaN(value) ? -1 : value;
    const order = (a: number, b: number): number => {
      if (isValue(column)) return known(this.table[column][a]) - known(this.table[column][b]);
      if (column === 'change') return (this.table.change[a] ?? 0) - (this.table.change[b] ?? 0);
      const texts = {
        message: this.messages,
        function: this.functions,
        place: this.placesAfter,
      }[column];
      const [textA, textB] = [texts.visible(a), texts.visible(b)];
      return textA < textB ? -1 : textA > textB ? 1 : 0;
    };
    return inOrder(this.table.length).sort((a, b) => sign * order(a, b) || a - b);
  }
}

/** As the engine has them: the costliest first. */
function inOrder(length: number): Int32Array {
  return Int32Array.from({ length }, (_, row) => row);
}

type ValueColumn = 'objectsBefore' | 'objectsAfter' | 'bytesBefore' | 'bytesAfter';

function isValue(column: ChangeColumnId): column is ValueColumn {
  return column.endsWith('Before') || column.endsWith('After');
}
