/** The string table; its first entry is the empty string. */
export class TextTable {
  private readonly rows = new Map([['', 0]]);

  row(text: string): number {
    let row = this.rows.get(text);
    if (row === undefined) {
      row = this.rows.size;
      this.rows.set(text, row);
    }
    return row;
  }

  all(): Iterable<string> {
    return this.rows.keys();
  }
}
