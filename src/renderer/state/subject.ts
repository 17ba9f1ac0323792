import type { ProfileSummary, View } from '../../bridge/engine-api.ts';
import type { ScreenSubject } from '../../bridge/screen-state.ts';

/** Two open profiles that are compared, by their ids. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

/** What a screen of its own is about: a profile, or two that are compared. */
export type SubjectId = `${number}` | `${number}>${number}`;

/** The subject of a view. */
export function subjectOf({ profile, base }: Pick<View, 'profile' | 'base'>): SubjectId {
  return base === null ? `${profile}` : `${base.profile}>${profile}`;
}

/** The subject of a comparison. */
export function pairSubject({ before, after }: Pair): SubjectId {
  return `${before}>${after}`;
}

/** What a screen that was kept is about. */
export function keptSubject({ profile, base }: ScreenSubject): SubjectId {
  return base === null ? `${profile}` : pairSubject({ before: base, after: profile });
}

/** The profiles of a subject. */
export function profilesOfSubject(subject: SubjectId): ScreenSubject {
  const ids = subject.split('>').map(Number);
  return { profile: ids.at(-1) ?? 0, base: ids.length === 2 ? (ids[0] ?? 0) : null };
}

/** What is known of subjects, without those that a profile belongs to. */
export function withoutProfile<T>(
  known: Readonly<Record<SubjectId, T>>,
  profile: number,
): Readonly<Record<SubjectId, T>> {
  const left = Object.entries(known).filter(
    ([subject]) => !subject.split('>').includes(`${profile}`),
  );
  return Object.fromEntries(left);
}

/** Whether all profiles of a subject are among these. */
export function isOpen(subject: string, profiles: readonly ProfileSummary[]): boolean {
  return subject.split('>').every((id) => profiles.some((profile) => profile.id === Number(id)));
}
