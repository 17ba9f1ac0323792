import { createStore } from 'zustand/vanilla';
import type { SubjectId } from './subject.ts';

export type NoteStore = ReturnType<typeof createNotes>;

/** What the author of a report wrote about what is looked at, by subject, as it was typed. */
export const createNotes = () => createStore<Readonly<Record<SubjectId, string>>>(() => ({}));
