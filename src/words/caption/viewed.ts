import type { ProfileSummary, View } from '../../bridge/engine-api.ts';
import type { ValueType } from '../../core/profile/profile.ts';
import type { Compared } from '../compared.ts';
import { quantityOf } from '../fairness.ts';
import { perWords } from '../per-words.ts';

/** A view with the profiles that it is of. */
export interface Viewed {
  readonly view: View;
  /** The profile; of a comparison the one after. */
  readonly profile: ProfileSummary;
  /** The other side of a comparison; null for one profile. */
  readonly compared: {
    readonly before: ProfileSummary;
    readonly comparison: Compared;
  } | null;
}

/** What a view is about; of a comparison as both sides have it. */
export function viewedType({ view, profile, compared }: Viewed): ValueType {
  const pair = compared && quantityOf(compared.comparison, view);
  return pair ?? profile.sampleTypes[view.sampleType] ?? { type: '', unit: '' };
}

/** What its values are per, such as `per request`; '' where they are as measured. */
export const viewedPer = ({ view, compared }: Viewed): string =>
  compared === null
    ? ''
    : perWords(compared.comparison, view, quantityOf(compared.comparison, view));
