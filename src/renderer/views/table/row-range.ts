/** A run of rows: the one it began with, and the one that the cursor is on. */
export interface RowRange {
  readonly anchor: number;
  readonly cursor: number;
}

/** Where a key takes the cursor; null for keys that do not move it. */
export function movedRow(key: string, cursor: number, count: number, page: number): number | null {
  const to = (row: number) => Math.max(0, Math.min(count - 1, row));
  switch (key) {
    case 'ArrowDown':
      return to(cursor + 1);
    case 'ArrowUp':
      return to(cursor < 0 ? 0 : cursor - 1);
    case 'PageDown':
      return to(Math.max(0, cursor) + page);
    case 'PageUp':
      return to(cursor - page);
    case 'Home':
      return to(0);
    case 'End':
      return to(count - 1);
    default:
      return null;
  }
}

/** Part of the table that is seen between its heading and its lower edge; px from the first row on. */
interface Seen {
  readonly from: number;
  readonly height: number;
}

/**
 * Where the table has to be scrolled to, so that a row is seen: not at all where it is. A step of the
 * cursor scrolls by as little as it needs; what jumps there comes to stand in the middle.
 */
export function scrolledTo(row: number, rowHeight: number, seen: Seen, isStep: boolean): number {
  const top = row * rowHeight;
  const lowest = top + rowHeight - seen.height;
  if (top >= seen.from && lowest <= seen.from) return seen.from;
  if (isStep) return top < seen.from ? top : lowest;
  return Math.max(0, (top + lowest) / 2);
}

/** Whether a row is in a range. */
export function isInRange(range: RowRange | null, row: number): boolean {
  if (range === null) return false;
  return row >= Math.min(range.anchor, range.cursor) && row <= Math.max(range.anchor, range.cursor);
}
