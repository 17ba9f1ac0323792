import { diffArrays } from 'diff';
import type { LineRange } from '../../../core/text/source/go-declaration.ts';

/** Lines of two texts beside each other; columns by row, -1 where a side has no such line. */
export interface AlignedLines {
  /** 1-based. */
  readonly before: Int32Array;
  readonly after: Int32Array;
}

/** Where texts differ in more lines than these, they are taken for different ones: to find the least would take long. */
const MOST_EDITS = 1_000;

/**
 * Puts equal lines of two texts beside each other, in the order of both. Where a function is looked at, its lines are
 * put beside each other even if it has moved within its file.
 */
export function alignLines(
  before: readonly string[],
  after: readonly string[],
  looked: { readonly before: LineRange; readonly after: LineRange } | null,
): AlignedLines {
  const rows = new AlignedRows();
  if (looked !== null) {
    rows.add(before.slice(0, looked.before.first - 1), after.slice(0, looked.after.first - 1));
    rows.add(linesOf(before, looked.before), linesOf(after, looked.after));
  }
  rows.add(before.slice(looked?.before.last), after.slice(looked?.after.last));
  return { before: Int32Array.from(rows.before), after: Int32Array.from(rows.after) };
}

function linesOf(text: readonly string[], { first, last }: LineRange): string[] {
  return text.slice(first - 1, last);
}

class AlignedRows {
  readonly before: number[] = [];
  readonly after: number[] = [];
  /** Lines of each text that have their rows. */
  private beforeCount = 0;
  private afterCount = 0;

  /** Aligns the next lines of each text. */
  add(before: string[], after: string[]): void {
    const runs = diffArrays(before, after, { maxEditLength: MOST_EDITS }) ?? [
      { removed: true, added: false, count: before.length },
      { removed: false, added: true, count: after.length },
    ];
    for (const { removed, added, count } of runs) {
      for (let at = 0; at < count; at++) {
        this.before.push(added ? -1 : ++this.beforeCount);
        this.after.push(removed ? -1 : ++this.afterCount);
      }
    }
  }
}
