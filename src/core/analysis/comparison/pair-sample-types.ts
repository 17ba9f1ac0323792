import type { Profile, ValueType } from '../../profile/profile.ts';
import { conversionFactor } from '../../units/unit-families.ts';

type Typed = Pick<Profile, 'sampleTypes'>;

/** A sample type of one or both of two profiles. */
export interface SampleTypePair {
  readonly type: string;
  /** The unit to show: the finer of both. */
  readonly unit: string;
  /** Index into the sample types of each side; -1 where the side has none such. */
  readonly before: number;
  readonly after: number;
  /** What each side's values are multiplied by to be in `unit`; 1 in the common case. */
  readonly beforeFactor: number;
  readonly afterFactor: number;
}

/**
 * Finds the sample types that two profiles share, in the order of the first one, then those that only
 * one of them has. As in pprof, units of one dimension convert, to the finest (`ScaleProfiles` in
 * internal/measurement), names may differ by a plural s (`compatibleValueTypes` there) or by the prefix
 * `inuse_` (`SampleIndexByName` in profile/index.go), and the position in the file does not matter
 * (`CompatibilizeSampleTypes` in profile/merge.go). Equal names go before similar ones.
 */
export function pairSampleTypes(before: Typed, after: Typed): SampleTypePair[] {
  const partners = before.sampleTypes.map(() => -1);
  for (const nameOf of [(type: string) => type, looseName]) {
    for (const [index, { type, unit }] of before.sampleTypes.entries()) {
      if (partners[index] >= 0) continue;
      partners[index] = after.sampleTypes.findIndex(
        (other, row) =>
          !partners.includes(row) &&
          nameOf(other.type) === nameOf(type) &&
          conversionFactor(unit, other.unit) !== null,
      );
    }
  }
  const common: SampleTypePair[] = [];
  const single: SampleTypePair[] = [];
  for (const [index, type] of before.sampleTypes.entries()) {
    const partner = partners[index];
    if (partner >= 0) common.push(pair(type, index, after.sampleTypes[partner].unit, partner));
    else single.push(pair(type, index, type.unit, -1));
  }
  for (const [index, type] of after.sampleTypes.entries()) {
    if (!partners.includes(index)) single.push(pair(type, -1, type.unit, index));
  }
  return [...common, ...single];
}

function pair(
  { type, unit }: ValueType,
  before: number,
  afterUnit: string,
  after: number,
): SampleTypePair {
  const intoAfter = conversionFactor(unit, afterUnit) ?? 1;
  return intoAfter > 1
    ? { type, unit: afterUnit, before, after, beforeFactor: intoAfter, afterFactor: 1 }
    : {
        type,
        unit,
        before,
        after,
        beforeFactor: 1,
        afterFactor: conversionFactor(afterUnit, unit) ?? 1,
      };
}

const looseName = (type: string) => type.replace(/^inuse_/, '').replace(/s$/, '');
