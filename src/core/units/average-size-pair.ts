import type { ValueType } from '../profile/profile.ts';
import { resolveUnit } from './unit-families.ts';

/** Indices of two sample types whose quotient, space by objects, is an average object's size. */
export interface AverageSizePair {
  readonly objects: number;
  readonly space: number;
}

/**
 * The heap pair that the sample type at `index` belongs to: `alloc_objects` with `alloc_space`,
 * `inuse_objects` with `inuse_space`, or the bare `objects` with `space` of older profiles. Null
 * for other types, when the partner is missing, and when the space is not measured in bytes.
 */
export function averageSizePair(
  sampleTypes: readonly ValueType[],
  index: number,
): AverageSizePair | null {
  const [, prefix] = /^((?:alloc_|inuse_)?)(?:objects|space)$/.exec(
    sampleTypes[index]?.type ?? '',
  ) ?? [null, null];
  if (prefix === null || prefix === undefined) return null;
  const objects = sampleTypes.findIndex(({ type }) => type === `${prefix}objects`);
  const space = sampleTypes.findIndex(({ type }) => type === `${prefix}space`);
  if (objects < 0 || space < 0) return null;
  const spaceUnit = resolveUnit(sampleTypes[space]?.unit ?? '');
  return spaceUnit?.family.kind === 'memory' ? { objects, space } : null;
}
