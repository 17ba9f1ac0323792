import type { ComparedSubject, Subject } from '../subject.ts';

/** The other side of a subject. Throws Error with a sentence where there is none. */
export function comparedIn({ compared }: Subject): ComparedSubject {
  if (compared !== null) return compared;
  throw new Error('Such a picture shows two profiles, but only one is looked at.');
}
