import type { Profile } from '../../profile/profile.ts';
import { findContentHazards } from './content-hazards.ts';
import type { ComparedView, Hazard, Sides } from './hazard.ts';
import { findSamplingHazards } from './sampling-hazards.ts';
import { findTimeHazards } from './time-hazards.ts';
import { findTypeHazards } from './type-hazards.ts';

export type { ComparedView, Hazard } from './hazard.ts';

const SEVERITIES: readonly Hazard['severity'][] = ['stop', 'warn', 'note'];

/**
 * What a reader should know before trusting a comparison of two profiles, the gravest first. Linear in
 * samples and stacks; sentences say `before` and `after` for the sides.
 */
export function findHazards(before: Profile, after: Profile, view: ComparedView): Hazard[] {
  const sides: Sides = [
    { name: 'before', profile: before, column: view.sampleType.before },
    { name: 'after', profile: after, column: view.sampleType.after },
  ];
  const hazards = [
    ...findTypeHazards(sides, view.sampleType),
    ...findContentHazards(sides),
    ...findTimeHazards(sides, view),
    ...findSamplingHazards(sides, view.sampleType),
  ];
  return SEVERITIES.flatMap((severity) => hazards.filter((hazard) => hazard.severity === severity));
}
