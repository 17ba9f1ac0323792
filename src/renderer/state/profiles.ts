import { createStore } from 'zustand/vanilla';
import type { SideName } from '../../bridge/comparison-api.ts';
import type { OpenProgress, ProfileSummary } from '../../bridge/engine-api.ts';
import type { Hello, OpeningStarted, RecentFile } from '../../bridge/host.ts';
import { busy } from '../idle.ts';
import { isOpen, type Pair, pairSubject, type SubjectId } from './subject.ts';

/** A file that is being opened. */
export interface Opening extends OpeningStarted {
  /** Null until the first report. */
  readonly progress: OpenProgress | null;
}

/** What is open, what is being opened, what was open lately. */
export interface ProfilesState {
  readonly profiles: readonly ProfileSummary[];
  /** The profile that is looked at, or was before the comparison; null on the start page. */
  readonly active: number | null;
  /** The two that are compared, or were last; null when none are. */
  readonly pair: Pair | null;
  /** Whether the comparison is looked at, rather than a profile. */
  readonly isComparing: boolean;
  /** Why the one is taken for the one before: `it was taken 38 s earlier`; null where the user said so. */
  readonly guess: string | null;
  /** The side that waits on the start page for the other one. */
  readonly half: { readonly side: SideName; readonly profile: number } | null;
  /** How many openings are under way after which a comparison is to be looked at: until then all stays. */
  readonly holds: number;
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
    pair: null,
    isComparing: false,
    guess: null,
    half: null,
    holds: 0,
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

/**
 * A profile is open. It is looked at from now on, unless it is one of two that are opened together. One that
 * is open already is replaced.
 */
export function addProfile(
  store: ProfileStore,
  summary: ProfileSummary,
  isOneOfTwo: boolean,
): void {
  store.setState(({ profiles, holds }) => ({
    profiles: profiles.some(({ id }) => id === summary.id)
      ? profiles.map((known) => (known.id === summary.id ? summary : known))
      : [...profiles, summary],
    ...(isOneOfTwo || holds > 0 ? {} : { active: summary.id, isComparing: false, half: null }),
  }));
}

/** A profile is closed. If it was looked at, its neighbour is; if it was compared, the other side. */
export function removeProfile(store: ProfileStore, closed: number): void {
  store.setState(({ profiles, active, pair, isComparing, half, guess }) => {
    const at = profiles.findIndex(({ id }) => id === closed);
    const left = profiles.filter(({ id }) => id !== closed);
    const neighbour = left[Math.min(at, left.length - 1)]?.id ?? null;
    const isWhole = pair?.before !== closed && pair?.after !== closed;
    const other = pair?.before === closed ? pair.after : (pair?.before ?? neighbour);
    return {
      profiles: left,
      ...(active === closed ? { active: neighbour } : {}),
      ...(isComparing && !isWhole ? { active: other } : {}),
      pair: isWhole ? pair : null,
      isComparing: isWhole && isComparing,
      guess: isWhole ? guess : null,
      half: half?.profile === closed ? null : half,
    };
  });
}

/** Looks at a profile. */
export function showProfile(store: ProfileStore, active: number): void {
  if (isOpen(`${active}`, store.getState().profiles))
    store.setState({ active, isComparing: false, half: null });
}

/** Looks at two open profiles side by side; `guess` says why in this order, if the user did not. */
export function compare(store: ProfileStore, pair: Pair, guess: string | null = null): void {
  const { profiles } = store.getState();
  if (pair.before === pair.after || !isOpen(pairSubject(pair), profiles)) return;
  store.setState({ pair, active: pair.after, isComparing: true, guess, half: null });
}

/** Looks at the comparison again that was left for a profile. */
export function returnToComparison(store: ProfileStore): void {
  const { pair, guess } = store.getState();
  if (pair !== null) compare(store, pair, guess);
}

/** Ends the comparison; its side after is looked at, if the comparison was. */
export function endComparison(store: ProfileStore): void {
  store.setState({ pair: null, isComparing: false, guess: null });
}

/** What is looked at; null on the start page. */
export function shownSubject({ active, pair, isComparing }: ProfilesState): SubjectId | null {
  if (isComparing && pair !== null) return pairSubject(pair);
  return active === null ? null : `${active}`;
}

const endBusy = new Map<number, () => void>();

function markBusy(opening: number): void {
  endBusy.set(opening, busy());
}
