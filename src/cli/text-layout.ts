/** A text in a table of fixed-width letters. */
export interface TextCell {
  /** Its first column, from 0 on, and how many it takes; one by default. */
  readonly column: number;
  readonly span?: number;
  readonly text: string;
  /** What stands before it; a space by default, except before what is empty. */
  readonly margin?: string;
  readonly align?: 'left' | 'right' | 'center';
}

/**
 * The lines of a table, whose columns are as wide as they need to be. Where a text over several columns needs more,
 * the first of them gives it. Lines have no blanks at their ends.
 */
export function layOut(rows: readonly (readonly TextCell[])[]): string[] {
  const cells = rows.flat();
  const margins = new Widths();
  for (const cell of cells) margins.widen(cell.column, lengthOf(marginOf(cell)));
  const widths = new Widths();
  for (const { column, span = 1, text } of [...cells].sort(bySpan)) {
    const others = widths.between(column + 1, column + span);
    widths.widen(column, margins.of(column) + lengthOf(text) - others);
  }
  return rows.map((row) => {
    let line = '';
    for (const cell of row) {
      const { column, span = 1 } = cell;
      const margin = margins.of(column);
      line += ' '.repeat(Math.max(0, widths.between(0, column) - lengthOf(line)));
      line += marginOf(cell).padStart(margin);
      line += aligned(cell, widths.between(column, column + span) - margin);
    }
    return line.trimEnd();
  });
}

/** By column. */
class Widths {
  private readonly widths: number[] = [];

  of(column: number): number {
    return this.widths[column] ?? 0;
  }

  widen(column: number, least: number): void {
    this.widths[column] = Math.max(this.of(column), least);
  }

  between(from: number, to: number): number {
    let sum = 0;
    for (let column = from; column < to; column++) sum += this.of(column);
    return sum;
  }
}

const bySpan = (a: TextCell, b: TextCell) => (a.span ?? 1) - (b.span ?? 1);

function marginOf({ column, text, margin = column === 0 || text === '' ? '' : ' ' }: TextCell) {
  return margin;
}

function aligned({ text, align = 'left' }: TextCell, width: number): string {
  const free = Math.max(0, width - lengthOf(text));
  if (align === 'left') return text;
  return ' '.repeat(align === 'right' ? free : Math.floor(free / 2)) + text;
}

/** In letters, as most of them are one column wide. */
function lengthOf(text: string): number {
  return [...text].length;
}
