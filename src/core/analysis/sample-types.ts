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

/**
 * Index of the sample type that a user names, as pprof's -sample_index takes it: by number, or by name,
 * where `inuse_space` also means the `space` of older profiles. -1 when there is none.
 */
export function findSampleType({ sampleTypes }: Typed, name: string): number {
  if (/^\d+$/.test(name)) {
    const index = Number(name);
    return index < sampleTypes.length ? index : -1;
  }
  const older = name.replace(/^inuse_/, '');
  return sampleTypes.findIndex(({ type }) => type === name || type === older);
}
