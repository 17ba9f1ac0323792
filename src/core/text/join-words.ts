import type { JoinKind } from '../analysis/comparison/join-kind.ts';

/** By JoinKind: what differs between the names that were joined; '' where there is nothing to tell. */
const difference: Readonly<Record<JoinKind, string>> = {
  0: '',
  1: '',
  2: '',
  3: 'a rename rule joined them',
  4: 'closures were renumbered',
  5: 'the type arguments are written otherwise',
  6: 'the module has another major version',
  7: 'the file has another path',
  8: 'the line moved',
  9: 'the address moved',
};

/** Why a frame is the same on both sides although its names differ; '' where they do not. */
export function joinReason(kind: number): string {
  return Object.hasOwn(difference, kind) ? difference[kind as JoinKind] : '';
}

/**
 * What to say of a frame that was joined by other than its exact name, such as `Was main.f.func1 before;
 * closures were renumbered.`; '' of all others. `nameBefore` is fit to be shown, and '' if it is the same.
 */
export function joinSentence(kind: number, nameBefore: string): string {
  const reason = joinReason(kind);
  if (reason === '') return '';
  return nameBefore === '' ? `Joined: ${reason}.` : `Was ${nameBefore} before; ${reason}.`;
}
