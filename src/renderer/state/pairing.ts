import type { SideName } from '../../bridge/comparison-api.ts';
import type { FileHandle, OpenedPair } from '../../bridge/host.ts';
import { attempt, openFiles } from './actions.ts';
import type { App } from './app.ts';
import { compare, showProfile } from './profiles.ts';
import { isOpen, pairSubject } from './subject.ts';

/*
 * How two profiles become a comparison. The page knows by the ids that openings give which files were meant;
 * the backend tells of those that it opened by itself, such as from the command line. While files are on
 * their way to a comparison, what is on screen stays: no profile flashes up that nobody asked for.
 */

/** Opens files that were dropped or chosen together: if two of them are profiles, to be compared. */
export function openTogether(app: App, files: readonly FileHandle[]): void {
  if (files.length > 1) void attempt(app, openSeveral(app, files));
  else openFiles(app, files);
}

async function openSeveral(app: App, files: readonly FileHandle[]): Promise<void> {
  const outcomes = await held(app, () =>
    Promise.allSettled(files.map((file) => app.host.openFile(file))),
  );
  const opened = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : null));
  showTogether(
    app,
    opened.filter((id) => id !== null).filter((id) => isProfile(app, id)),
    false,
  );
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
}

/** Opens a file as one side, as `openAs` does. */
export function openForSide(app: App, side: SideName, file: FileHandle): void {
  void attempt(
    app,
    openAs(app, side, () => app.host.openFile(file)),
  );
}

/**
 * Opens what becomes one side. The other side is what is there now: that of the comparison on screen, or the
 * profile on screen; on the start page the one that waits there, or else the next one.
 */
export async function openAs(
  app: App,
  side: SideName,
  open: () => Promise<number | null>,
): Promise<void> {
  const other = otherSide(app, side);
  const profile = await held(app, open);
  if (profile === null) return;
  if (!isProfile(app, profile)) {
    await app.host.request('setEvidenceSide', { evidence: profile, side });
    return;
  }
  if (other === null) app.profiles.setState({ half: { side, profile } });
  else if (!isOpen(`${other}`, app.profiles.getState().profiles)) {
    // It was closed meanwhile.
    showProfile(app.profiles, profile);
  } else {
    compare(
      app.profiles,
      side === 'before' ? { before: profile, after: other } : { before: other, after: profile },
    );
  }
}

/** Opens a file, and compares it with a profile that is open. */
export function openToCompare(app: App, profile: number, file: FileHandle): void {
  const open = async () => {
    const opened = await held(app, () => app.host.openFile(file));
    if (opened !== null && isProfile(app, opened)) await guessOrder(app, profile, opened);
  };
  void attempt(app, open());
}

/** Whether what was opened is a profile, rather than a text with evidence. */
function isProfile({ profiles }: App, id: number): boolean {
  return isOpen(`${id}`, profiles.getState().profiles);
}

/** The profile that stands on the other side when a file is opened as this one; null when none does yet. */
export function otherSide({ profiles }: Pick<App, 'profiles'>, side: SideName): number | null {
  const { isComparing, pair, active, half } = profiles.getState();
  if (isComparing && pair !== null) return side === 'before' ? pair.after : pair.before;
  return active ?? (half?.side === side ? null : (half?.profile ?? null));
}

/** Looks at the profiles that were opened together: two as a comparison, else at the last one. */
export function showTogether(app: App, opened: readonly number[], isOrdered: boolean): void {
  const [before, after, ...more] = opened;
  const last = opened.at(-1);
  if (before !== undefined && after !== undefined && more.length === 0) {
    showPair(app, { before, after, isOrdered });
  } else if (last !== undefined) showProfile(app.profiles, last);
}

/** Compares two open profiles: in their order, or else in the one that their names and times suggest. */
export function showPair(app: App, { before, after, isOrdered }: OpenedPair): void {
  if (isOrdered) compare(app.profiles, { before, after });
  else void attempt(app, guessOrder(app, before, after));
}

async function guessOrder(app: App, a: number, b: number): Promise<void> {
  const { profiles } = app;
  try {
    const { suggestion } = await app.ask('comparison', { before: a, after: b });
    const pair = suggestion.isSwapped ? { before: b, after: a } : { before: a, after: b };
    if (isOpen(pairSubject(pair), profiles.getState().profiles)) {
      compare(profiles, pair, suggestion.reason);
      return;
    }
  } catch (thrown) {
    showProfile(profiles, b);
    throw thrown;
  }
  // One was closed meanwhile.
  for (const profile of [a, b]) showProfile(profiles, profile);
}

/** Has what is on screen stay there while files are opened. */
async function held<T>({ profiles }: App, open: () => Promise<T>): Promise<T> {
  profiles.setState(({ holds }) => ({ holds: holds + 1 }));
  try {
    return await open();
  } finally {
    profiles.setState(({ holds }) => ({ holds: holds - 1 }));
  }
}

/** Has the host remember what is compared, for when the page starts again. */
export function keepPair({ profiles, host }: App): void {
  profiles.subscribe((now, before) => {
    if (now.pair === before.pair && now.isComparing === before.isComparing) return;
    // What comes of it matters to a later page only.
    host.request('keepPair', { pair: now.isComparing ? now.pair : null }).catch(() => {});
  });
}
