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
  if (looked === null) {
    rows.add(before, 0, before.length, after, 0, after.length);
  } else {
    const [b, a] = [looked.before, looked.after];
    rows.add(before, 0, b.first - 1, after, 0, a.first - 1);
    rows.add(before, b.first - 1, b.last, after, a.first - 1, a.last);
    rows.add(before, b.last, before.length, after, a.last, after.length);
  }
  return { before: Int32Array.from(rows.before), after: Int32Array.from(rows.after) };
}

class AlignedRows {
  readonly before: number[] = [];
  readonly after: number[] = [];

  /** Aligns lines [from, to) of each text. */
  add(
    before: readonly string[],
    beforeFrom: number,
    beforeTo: number,
    after: readonly string[],
    afterFrom: number,
    afterTo: number,
  ): void {
    const runs = diffArrays(before.slice(beforeFrom, beforeTo), after.slice(afterFrom, afterTo), {
      maxEditLength: MOST_EDITS,
    }) ?? [
      { removed: true, added: false, count: beforeTo - beforeFrom },
      { removed: false, added: true, count: afterTo - afterFrom },
    ];
    let [b, a] = [beforeFrom, afterFrom];
    for (const { removed, added, count } of runs) {
      for (let at = 0; at < count; at++) {
        this.before.push(added ? -1 : ++b);
        this.after.push(removed ? -1 : ++a);
      }
    }
  }
}
