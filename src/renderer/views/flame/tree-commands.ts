import { callerOf, type TreeRow } from './tree-rows.ts';

/** What a key does in the tree: go to a row, or open or close the one it is on. */
export type TreeCommand =
  | { readonly kind: 'go'; readonly to: number }
  | { readonly kind: 'open' | 'close' };

/** The command of a key, as the ARIA practices have it; null for keys that belong to someone else. */
export function treeCommand(
  key: string,
  rows: readonly TreeRow[],
  at: number,
  page: number,
): TreeCommand | null {
  const row = rows[at];
  const go = (to: number): TreeCommand => ({
    kind: 'go',
    to: Math.min(rows.length - 1, Math.max(0, to)),
  });
  switch (key) {
    case 'ArrowDown':
      return go(at + 1);
    case 'ArrowUp':
      return go(at - 1);
    case 'PageDown':
      return go(at + page);
    case 'PageUp':
      return go(at - page);
    case 'Home':
      return go(0);
    case 'End':
      return go(rows.length - 1);
    case 'ArrowRight':
      if (!row?.hasChildren) return null;
      return row.isOpen ? go(at + 1) : { kind: 'open' };
    case 'ArrowLeft':
      if (row?.isOpen) return { kind: 'close' };
      return callerOf(rows, at) >= 0 ? go(callerOf(rows, at)) : null;
    case 'Enter':
    case ' ':
      return row?.hasChildren ? { kind: row.isOpen ? 'close' : 'open' } : null;
    default:
      return null;
  }
}
