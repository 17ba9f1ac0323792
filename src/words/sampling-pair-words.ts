import type { Hazard } from '../bridge/comparison-api.ts';
import type { ProfileSummary } from '../bridge/engine-api.ts';
import { formatInteger } from '../core/units/integer.ts';
import { samplingWords } from './sampling-words.ts';

type Sampled = Pick<ProfileSummary, 'period' | 'periodType'>;

/** Whether both sides were sampled alike: `512 KiB sampling on both sides`; '' when neither says. */
export function samplingPairWords(before: Sampled, after: Sampled): string {
  const [one, other] = [samplingWords(before), samplingWords(after)];
  if (one === other) return one === '' ? '' : `${one} on both sides`;
  return `${one || 'unknown sampling'} before, ${other || 'unknown sampling'} after`;
}

/** How many samples there are on each side: `1,142 + 871 samples`. */
export function sampleCountWords(before: number, after: number): string {
  return `${formatInteger(before)} + ${formatInteger(after)} samples`;
}

/** Whether stacks were cut off, in few words; '' until it is known. */
export function truncationWords(hazards: readonly Hazard[] | null): string {
  if (hazards === null) return '';
  return depthHazard(hazards) === undefined ? 'no stacks cut off' : 'stacks cut off';
}

/** What is said of stacks that were cut off. */
export const depthHazard = (hazards: readonly Hazard[]): Hazard | undefined =>
  hazards.find(({ kind }) => kind === 'depth');
