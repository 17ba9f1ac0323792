/** Strings, each kept once, by row. Row 0 is ''. */
export class Interned {
  readonly texts: string[] = [''];
  private readonly rows = new Map<string, number>([['', 0]]);

  /** Row of a string, added when new. */
  row(text: string): number {
    const known = this.rows.get(text);
    if (known !== undefined) return known;
    const row = this.texts.push(text) - 1;
    this.rows.set(text, row);
    return row;
  }
}
