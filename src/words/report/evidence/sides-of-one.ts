import type { ProfileSummary } from '../../../bridge/engine-api.ts';
import type { EvidenceSides } from '../../../bridge/evidence-api.ts';
import { sideByName } from '../../../core/evidence/side-by-name.ts';

/**
 * The texts about the run of a profile that is looked at alone, as `after`. Where there are texts of both runs, those
 * of the side that the profile’s name speaks of, or of the side after if it speaks of none.
 */
export function sidesOfOne(
  { before, after }: EvidenceSides,
  { name, path }: Pick<ProfileSummary, 'name' | 'path'>,
): EvidenceSides {
  const isBefore = after.length === 0 || (before.length > 0 && sideByName(name, path) === 'before');
  return { before: [], after: isBefore ? before : after };
}
