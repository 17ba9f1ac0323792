import { createStore } from 'zustand/vanilla';

/** A sentence for the user, shown until it is dismissed or, if it is no error, nothing is left of what it is about. */
export interface Notice {
  readonly id: number;
  readonly kind: 'error' | 'info';
  readonly message: string;
  /** Profiles that it is about; none for one that stays in any case. */
  readonly about: readonly number[];
  /** What can be done about it; null for nothing. */
  readonly action: NoticeAction | null;
}

/** Something to do about what a notice says. */
export interface NoticeAction {
  readonly words: string;
  readonly act: () => void;
}

/** Notices, oldest first. */
export const createNotices = () => createStore<readonly Notice[]>(() => []);

export type NoticeStore = ReturnType<typeof createNotices>;

const MOST_NOTICES = 6;
let lastId = 0;

/** Shows a sentence; the same one is not shown twice at once, and keeps what can be done about it. */
export function notify(
  store: NoticeStore,
  kind: Notice['kind'],
  message: string,
  about: readonly number[] = [],
  action: NoticeAction | null = null,
): void {
  store.setState((notices) => {
    const others = notices.filter((notice) => notice.message !== message);
    const same = notices.find((notice) => notice.message === message);
    const notice = { id: ++lastId, kind, message, about, action: action ?? same?.action ?? null };
    return [...others, notice].slice(-MOST_NOTICES);
  }, true);
}

/** A profile is closed: what was worth knowing about it, and about no other, goes with it. Errors stay. */
export function forgetSubject(store: NoticeStore, profile: number): void {
  store.setState(
    (notices) =>
      notices.flatMap((notice) => {
        if (notice.kind === 'error' || !notice.about.includes(profile)) return [notice];
        const about = notice.about.filter((id) => id !== profile);
        return about.length === 0 ? [] : [{ ...notice, about }];
      }),
    true,
  );
}

/** Takes a notice away. */
export function dismiss(store: NoticeStore, id: number): void {
  store.setState((notices) => notices.filter((notice) => notice.id !== id), true);
}

/** The sentence of whatever was thrown. */
export function sentenceOf(thrown: unknown): string {
  return thrown instanceof Error && thrown.message !== ''
    ? thrown.message
    : 'Something went wrong, and there is no word on what.';
}
