/** Different texts, numbered in the order in which they come. */
export class Interned {
  readonly texts: string[] = [];
  private readonly rows = new Map<string, number>();

  /** Begins with these. */
  constructor(...first: readonly string[]) {
    for (const text of first) this.rowOf(text);
  }

  rowOf(text: string): number {
    const known = this.rows.get(text);
    if (known !== undefined) return known;
    const row = this.texts.push(text) - 1;
    this.rows.set(text, row);
    return row;
  }
}
