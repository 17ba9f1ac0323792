import type { Fairness, SampleTypePair } from '../bridge/comparison-api.ts';
import type { ProfileSummary } from '../bridge/engine-api.ts';
import { firstSampleType } from '../core/analysis/sample-types.ts';
import { type Input, InputError } from './read-input.ts';
import { UsageError } from './usage.ts';
import type { Division } from './view-options.ts';

/** What of a profile decides how it is compared. */
export type Measured = Pick<
  ProfileSummary,
  'name' | 'sampleTypes' | 'firstSampleType' | 'durationNanos' | 'memStats'
>;

/** The same of a profile that was read. */
export function measuredBy({ source, profile }: Input): Measured {
  return {
    name: source.name,
    sampleTypes: profile.sampleTypes,
    firstSampleType: firstSampleType(profile),
    durationNanos: Number(profile.durationNanos),
    memStats: profile.memStats,
  };
}

/** The quantities that both sides measured. */
export function commonPairs(pairs: readonly SampleTypePair[]): SampleTypePair[] {
  return pairs.filter(({ before, after }) => before >= 0 && after >= 0);
}

/** `--sample: …, but no “gold”` and the like. */
export function noSuchType(
  option: string,
  text: string,
  common: readonly SampleTypePair[],
): UsageError {
  const names = common.map(({ type }) => type).join(', ');
  return new UsageError(`${option}: both profiles have ${names}, but not both have “${text}”.`);
}

/**
 * The quantity that is meant by the value of `--sample`, or else that is shown first. Throws UsageError when
 * not both sides have it, and InputError where they have nothing in common.
 */
export function chosenPair(
  pairs: readonly SampleTypePair[],
  before: Measured,
  after: Measured,
  sample: string | null,
): SampleTypePair {
  const common = commonPairs(pairs);
  const [first] = common;
  if (first === undefined) {
    const typesOf = ({ sampleTypes }: Measured) =>
      sampleTypes.map(({ type }) => type).join(', ') || 'no sample types';
    throw new InputError(
      `These two profiles measured nothing in common: before has ${typesOf(before)}, after has ${typesOf(after)}. Compare profiles of one kind.`,
    );
  }
  if (sample === null) {
    return common.find((pair) => pair.after === after.firstSampleType) ?? first;
  }
  // By number as in the profile after, which is the one that pprof counts in.
  const chosen =
    common.find(({ type }) => type === sample) ??
    common.find((pair) => after.sampleTypes[pair.after]?.type === sample) ??
    common.find((pair) => /^\d+$/.test(sample) && pair.after === Number(sample));
  if (chosen === undefined) throw noSuchType('--sample', sample, common);
  return chosen;
}

/** The sample type of one profile that is meant likewise. Throws UsageError when it has no such one. */
export function chosenSampleType(
  { name, sampleTypes, firstSampleType }: Measured,
  sample: string | null,
): number {
  if (sample === null) return firstSampleType;
  const names = sampleTypes.map(({ type }) => type);
  const named = names.indexOf(sample);
  if (named >= 0) return named;
  if (/^\d+$/.test(sample) && Number(sample) < names.length) return Number(sample);
  throw new UsageError(`--sample: ${name} has ${names.join(', ')}, but no “${sample}”.`);
}

/**
 * What makes the sides comparable, and the word for one of what values are divided by. Throws UsageError
 * where a profile does not say how long it took, or how often was collected.
 */
export function fairnessOf(
  division: Division,
  before: Measured,
  after: Measured,
): { readonly fairness: Fairness; readonly per: string | null } {
  switch (division.kind) {
    case 'per': {
      const { before: perBefore, after: perAfter, unit } = division;
      return { fairness: { kind: 'per', before: perBefore, after: perAfter }, per: unit };
    }
    case 'seconds':
      return {
        fairness: {
          kind: 'per',
          before: secondsOf('before', before),
          after: secondsOf('after', after),
        },
        per: 'second',
      };
    case 'collections':
      return {
        fairness: {
          kind: 'per',
          before: collectionsOf('before', before),
          after: collectionsOf('after', after),
        },
        per: 'GC cycle',
      };
    default:
      return { fairness: { kind: division.kind }, per: null };
  }
}

function secondsOf(side: string, { name, durationNanos }: Measured): number {
  const seconds = (durationNanos ?? 0) / 1e9;
  if (seconds > 0) return seconds;
  throw new UsageError(
    `--seconds: the profile ${side}, ${name}, does not say how long it took. Give the seconds with --per-before and --per-after.`,
  );
}

function collectionsOf(side: string, { name, memStats }: Measured): number {
  if (memStats !== null && memStats.numGC > 0) return memStats.numGC;
  throw new UsageError(
    `--collections: the profile ${side}, ${name}, does not say how often was collected: only what /debug/pprof/heap?debug=1 answers does. Give the collections with --per-before and --per-after.`,
  );
}
