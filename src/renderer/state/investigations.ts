import { createStore } from 'zustand/vanilla';
import type { Hello } from '../../bridge/host.ts';
import type { InvestigationPlace, SoughtInvestigation } from '../../bridge/investigation.ts';
import { keptSubject, type SubjectId } from './subject.ts';

/** Investigations that wait for their profiles, and where those of open profiles lie. */
interface InvestigationsState {
  /** The oldest first; the page asks about one after the other. */
  readonly sought: readonly SoughtInvestigation[];
  readonly places: Readonly<Record<SubjectId, InvestigationPlace>>;
}

export type InvestigationStore = ReturnType<typeof createInvestigations>;

/** The store of investigations as the host tells of them when the page starts. */
export const createInvestigations = ({
  sought,
  investigations,
}: Pick<Hello, 'sought' | 'investigations'>) =>
  createStore<InvestigationsState>(() => ({
    sought,
    places: Object.fromEntries(investigations.map((place) => [keptSubject(place), place])),
  }));

/** One waits, or more is known of its profiles. */
export function addSought(store: InvestigationStore, investigation: SoughtInvestigation): void {
  store.setState(({ sought }) => ({
    sought: sought.some(({ id }) => id === investigation.id)
      ? sought.map((known) => (known.id === investigation.id ? investigation : known))
      : [...sought, investigation],
  }));
}

/** One waits no more. */
export function removeSought(store: InvestigationStore, left: number): void {
  store.setState(({ sought }) => ({ sought: sought.filter(({ id }) => id !== left) }));
}

/** An investigation lies there now. */
export function placeInvestigation(store: InvestigationStore, place: InvestigationPlace): void {
  store.setState(({ places }) => ({ places: { ...places, [keptSubject(place)]: place } }));
}
