import { createStore } from 'zustand/vanilla';
import type { OpenProgress, ProfileSummary } from '../../bridge/engine-api.ts';
import type { Hello, OpeningStarted, RecentFile } from '../../bridge/host.ts';
import { busy } from '../idle.ts';

/** A file that is being opened. */
export interface Opening extends OpeningStarted {
  /** Null until the first report. */
  readonly progress: OpenProgress | null;
}

/** What is open, what is being opened, what was open lately. */
export interface ProfilesState {
  readonly profiles: readonly ProfileSummary[];
  /** The profile that is looked at; null on the start page. */
  readonly active: number | null;
  readonly openings: readonly Opening[];
  readonly recentFiles: readonly RecentFile[];
  /** Counts the engine's lives: answers of an earlier one are asked for again. */
  readonly engineLife: number;
}

export type ProfileStore = ReturnType<typeof createProfiles>;

/** The store of open profiles as the host tells of them when the page starts. */
export function createProfiles(hello: Hello) {
  for (const { opening } of hello.openings) markBusy(opening);
  return createStore<ProfilesState>(() => ({
    profiles: hello.profiles,
    active: hello.profiles.at(-1)?.id ?? null,
    openings: hello.openings.map((opening) => ({ ...opening, progress: null })),
    recentFiles: hello.recentFiles,
    engineLife: 0,
  }));
}

/** A file begins to be opened. */
export function addOpening(store: ProfileStore, started: OpeningStarted): void {
  const { openings } = store.getState();
  if (openings.some(({ opening }) => opening === started.opening)) return;
  markBusy(started.opening);
  store.setState({ openings: [...openings, { ...started, progress: null }] });
}

/** How far an opening is. */
export function reportOpening(
  store: ProfileStore,
  { opening, name, phase, done, total }: OpeningStarted & OpenProgress,
): void {
  addOpening(store, { opening, name });
  store.setState(({ openings }) => ({
    openings: openings.map((known) =>
      known.opening === opening ? { ...known, progress: { phase, done, total } } : known,
    ),
  }));
}

/** An opening is over, one way or the other. */
export function endOpening(store: ProfileStore, ended: number): void {
  store.setState(({ openings }) => ({
    openings: openings.filter(({ opening }) => opening !== ended),
  }));
  endBusy.get(ended)?.();
  endBusy.delete(ended);
}

/** A profile is open; it is looked at from now on. One that is open already is replaced. */
export function addProfile(store: ProfileStore, summary: ProfileSummary): void {
  store.setState(({ profiles }) => ({
    profiles: profiles.some(({ id }) => id === summary.id)
      ? profiles.map((known) => (known.id === summary.id ? summary : known))
      : [...profiles, summary],
    active: summary.id,
  }));
}

/** A profile is closed; its neighbour is looked at if it was. */
export function removeProfile(store: ProfileStore, closed: number): void {
  store.setState(({ profiles, active }) => {
    const at = profiles.findIndex(({ id }) => id === closed);
    const left = profiles.filter(({ id }) => id !== closed);
    const neighbour = left[Math.min(at, left.length - 1)]?.id ?? null;
    return { profiles: left, active: active === closed ? neighbour : active };
  });
}

/** The profile that is looked at. */
export function activeProfile({ profiles, active }: ProfilesState): ProfileSummary | null {
  return profiles.find(({ id }) => id === active) ?? null;
}

const endBusy = new Map<number, () => void>();

function markBusy(opening: number): void {
  endBusy.set(opening, busy());
}
