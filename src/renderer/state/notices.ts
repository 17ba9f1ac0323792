import { createStore } from 'zustand/vanilla';

/** A sentence for the user, shown until it is dismissed. */
export interface Notice {
  readonly id: number;
  readonly kind: 'error' | 'info';
  readonly message: string;
}

/** Notices, oldest first. */
export const createNotices = () => createStore<readonly Notice[]>(() => []);

export type NoticeStore = ReturnType<typeof createNotices>;

const MOST_NOTICES = 6;
let lastId = 0;

/** Shows a sentence; the same one is not shown twice at once. */
export function notify(store: NoticeStore, kind: Notice['kind'], message: string): void {
  store.setState((notices) => {
    const others = notices.filter((notice) => notice.message !== message);
    return [...others, { id: ++lastId, kind, message }].slice(-MOST_NOTICES);
  }, true);
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
