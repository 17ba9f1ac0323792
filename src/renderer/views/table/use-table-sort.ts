import { useStore } from 'zustand';
import type { View } from '../../../bridge/engine-api.ts';
import type { TableSort } from '../../../bridge/screen-state.ts';
import { subjectOf } from '../../state/subject.ts';
import { changeTable, tableOf } from '../../state/tables.ts';
import { useApp } from '../../state/use-app.ts';

/** What the table of what a view shows is sorted by; null for what it is sorted by at first. */
export function useTableSort(
  view: View,
): readonly [sort: TableSort | null, setSort: (sort: TableSort) => void] {
  const { tables } = useApp();
  const subject = subjectOf(view);
  const sort = useStore(tables, () => tableOf(tables, subject).sort);
  return [sort, (chosen) => changeTable(tables, subject, { sort: chosen })];
}
