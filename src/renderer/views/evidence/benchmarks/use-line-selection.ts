import { useMemo, useState } from 'react';
import { attempt } from '../../../state/actions.ts';
import { useApp } from '../../../state/use-app.ts';
import { copyRows } from '../../table/copy-rows.ts';
import type { RowSelection, RowsAsTsv } from '../../table/grid-rows.ts';
import type { RowRange } from '../../table/row-range.ts';

/** Selection in a grid of which nobody else needs to know. `keys` tell rows apart, whatever their order. */
export function useLineSelection(keys: readonly string[], asTsv: RowsAsTsv): RowSelection {
  const app = useApp();
  const [cursorKey, setCursorKey] = useState<string | null>(null);
  const [anchorKey, setAnchorKey] = useState<string | null>(null);
  const [isAll, setAll] = useState(false);
  const rowOf = useMemo(() => new Map(keys.map((key, row) => [key, row])), [keys]);
  const cursor = rowOf.get(cursorKey ?? '') ?? -1;
  const range = isAll ? wholeRange(keys.length) : rangeTo(cursor, rowOf.get(anchorKey ?? ''));

  const pick = useMemo(
    () => (row: number, extend: boolean) => {
      const key = keys[row] ?? null;
      setAll(false);
      setCursorKey(key);
      if (!extend) setAnchorKey(key);
    },
    [keys],
  );
  return {
    cursor,
    range,
    pick,
    selectAll: () => setAll(true),
    copy: () => {
      if (range !== null) void attempt(app, copyRows(range, asTsv));
    },
    zoom: ignore,
  };
}

const ignore = () => {};

function wholeRange(count: number): RowRange | null {
  return count === 0 ? null : { anchor: 0, cursor: count - 1 };
}

function rangeTo(cursor: number, anchor = cursor): RowRange | null {
  return cursor < 0 ? null : { anchor, cursor };
}
