import { createStore } from 'zustand/vanilla';
import type { TableState } from '../../bridge/screen-state.ts';
import { type SubjectId, withoutProfile } from './subject.ts';

export type TableStore = ReturnType<typeof createTables>;

/** How the tables of functions are filtered and sorted, by subject. */
export const createTables = () => createStore<Readonly<Record<SubjectId, TableState>>>(() => ({}));

const FIRST: TableState = {
  filter: { text: '', regex: false, caseSensitive: false },
  sort: null,
};

/** How the table of a subject is shown. */
export function tableOf(store: TableStore, subject: SubjectId): TableState {
  return store.getState()[subject] ?? FIRST;
}

/** Filters or sorts the table of a subject otherwise. */
export function changeTable(
  store: TableStore,
  subject: SubjectId,
  change: Partial<TableState>,
): void {
  store.setState({ [subject]: { ...tableOf(store, subject), ...change } });
}

/** Forgets how the tables of a profile that is closed were shown. */
export function forgetTables(store: TableStore, profile: number): void {
  store.setState(withoutProfile(store.getState(), profile), true);
}
