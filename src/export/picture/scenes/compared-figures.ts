import type { SideIndex } from '../../../core/layout/linked-viewport.ts';
import type { ComparedFigures } from '../../../words/box-figures.ts';
import { viewedPer, viewedType } from '../../../words/caption/viewed.ts';
import { shownScales } from '../../../words/fairness.ts';
import type { ComparedSubject, Subject } from '../subject.ts';

/** What the numbers of a comparison mean in a graph of one side, or of both as one (null). */
export function comparedFigures(subject: Subject, drawn: SideIndex | null): ComparedFigures {
  const { type, unit } = viewedType(subject);
  return {
    drawn,
    type: { type, unit },
    scales: shownScales(subject.view, { type }),
    per: viewedPer(subject),
  };
}

/** The other side of a subject. Throws Error with a sentence where there is none. */
export function comparedIn({ compared }: Subject): ComparedSubject {
  if (compared !== null) return compared;
  throw new Error('Such a picture shows two profiles, but only one is looked at.');
}
