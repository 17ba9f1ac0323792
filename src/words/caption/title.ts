import type { ProfileSummary } from '../../bridge/engine-api.ts';
import { lowerFirst } from '../../core/text/lower-first.ts';
import { visibleText } from '../../core/text/visible-text.ts';
import { describeSampleType } from '../../core/units/sample-type-words.ts';
import { granularityWords } from '../granularity-words.ts';
import { isSavedComparison } from '../saved-comparison.ts';
import { type Viewed, viewedPer, viewedType } from './viewed.ts';

/** What is shown of a view. */
export type ShownAs = 'graph' | 'sides' | 'difference' | 'table' | 'summary';

/** What a picture or a page of a view is called: what was measured, per what, in which program. */
export function viewTitle(shownAs: ShownAs, viewed: Viewed): string {
  const per = viewedPer(viewed);
  const { title } = describeSampleType(viewedType(viewed));
  const measured = per === '' ? title : `${title} ${per}`;
  const by = granularityWords[viewed.view.granularity];
  const whole = `${measured} in ${programOf(viewed)}`;
  const change = `Change in ${lowerFirst(whole)}`;
  // The values of a saved comparison are changes, though it is one profile.
  const isChange = viewed.compared !== null || isSavedComparison(viewed.profile);
  switch (shownAs) {
    case 'graph':
      return isChange ? change : whole;
    case 'sides':
      return `${whole}, before and after`;
    case 'difference':
      return change;
    case 'table':
      return `${isChange ? change : whole}, by ${by}`;
    case 'summary':
      if (viewed.compared !== null) return `What changed in ${programOf(viewed)}`;
      return isChange ? change : whole;
  }
}

function programOf({ profile, compared }: Viewed): string {
  const after = nameOf(profile);
  const before = compared === null ? after : nameOf(compared.before);
  return before === after ? after : `${before} and ${after}`;
}

/** The binary says more than the file, which is mostly called `heap.pb.gz`. */
const nameOf = ({ binary, name }: ProfileSummary) => visibleText(binary === '' ? name : binary);
