import type { Profile } from '../profile/profile.ts';

type Typed = Pick<Profile, 'sampleTypes' | 'defaultSampleType'>;

/**
 * Index of the sample type that pprof shows: the producer's choice where it is one of the types, else
 * the last one (`SampleIndexByName` in profile/index.go). -1 without sample types.
 */
export function defaultSampleType({ sampleTypes, defaultSampleType: choice }: Typed): number {
  const chosen = choice === '' ? -1 : sampleTypes.findIndex(({ type }) => type === choice);
  return chosen >= 0 ? chosen : sampleTypes.length - 1;
}

/**
 * Index of the sample type to show first: how often was allocated, for Go heap profiles, because that
 * is what drives the collector; else pprof's.
 */
export function firstSampleType(profile: Typed): number {
  const types = profile.sampleTypes.map(({ type }) => type);
  const isGoHeap = types.includes('alloc_space') && types.includes('inuse_space');
  const objects = types.indexOf('alloc_objects');
  return isGoHeap && objects >= 0 ? objects : defaultSampleType(profile);
}
