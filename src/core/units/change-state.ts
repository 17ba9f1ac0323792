/** How a function fared: by its cum value, as shown. */
export type ChangeState = 'added' | 'removed' | 'grew' | 'shrank' | 'same';

/** The state of a function that has these cum values. */
export function changeState(shownBefore: number, shownAfter: number): ChangeState {
  if (shownBefore === shownAfter) return 'same';
  if (shownBefore === 0) return 'added';
  if (shownAfter === 0) return 'removed';
  return shownAfter > shownBefore ? 'grew' : 'shrank';
}
