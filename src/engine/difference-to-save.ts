import type { SideName } from '../bridge/comparison-api.ts';
import type { View } from '../bridge/engine-api.ts';
import { differenceProfile } from '../core/analysis/comparison/difference-profile.ts';
import { withJoinedNames } from '../core/analysis/comparison/joined-names.ts';
import { ontoMappings } from '../core/analysis/comparison/onto-mappings.ts';
import { scaleValues } from '../core/analysis/comparison/pprof-totals.ts';
import type { Profile } from '../core/profile/profile.ts';
import { wholeScales } from '../core/units/whole-scales.ts';
import type { ComparedValues } from './compared-values.ts';
import { viewOfPair } from './compared-view.ts';
import type { Side } from './subject.ts';

/**
 * The samples after, less those before under the names that they were joined by, in all quantities that both
 * sides measured. Values are whole numbers as pprof wants them: divided ones are per as many units as the larger
 * divisor is.
 */
export function differenceToSave(
  compared: ComparedValues,
  view: View,
  [before, after]: readonly [before: Side, after: Side],
): Profile {
  const pairs = compared.sampleTypes
    .filter((pair) => pair.before >= 0 && pair.after >= 0)
    .sort((a, b) => a.after - b.after);
  const valuesOf = (name: SideName, { profile, keeps }: Side) =>
    pairs.map((pair) => {
      const ofPair = viewOfPair(view, pair);
      const [scaleBefore, scaleAfter] = wholeScales(compared.shownScales(ofPair));
      const scale = name === 'before' ? scaleBefore : scaleAfter;
      const values = scaleValues(compared.of(ofPair, name), scale);
      return keeps === null ? values : keptValues(values, profile, keeps);
    });
  const moved = ontoMappings(before.profile, after.profile);
  return differenceProfile(
    {
      profile: withJoinedNames(moved, before.index, view),
      values: valuesOf('before', before),
    },
    { profile: after.profile, values: valuesOf('after', after) },
    pairs.map(({ type, unit }) => ({ type, unit })),
  );
}

/** The values of the samples whose stack a focus keeps, and 0 for the others. */
function keptValues(values: Float64Array, { samples }: Profile, keeps: Uint8Array): Float64Array {
  return values.map((value, sample) => (keeps[samples.stack[sample] ?? -1] === 1 ? value : 0));
}
