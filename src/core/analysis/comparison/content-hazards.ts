import type { Profile } from '../../profile/profile.ts';
import { baseName } from '../../text/path.ts';
import { visibleText } from '../../text/visible-text.ts';
import { formatInteger } from '../../units/integer.ts';
import { sumColumn } from '../column-sums.ts';
import { howToRecord } from '../nothing-recorded.ts';
import { type Hazard, type Side, type Sides, startOf } from './hazard.ts';

/** What the two profiles hold: nothing, the same twice, a difference already, another program. */
export function findContentHazards(sides: Sides): Hazard[] {
  const empty = sides.flatMap(emptySide);
  if (empty.length > 0) return empty;
  return [...identicalSides(sides), ...sides.flatMap(differenceSide), ...otherBinary(sides)];
}

function emptySide(side: Side): Hazard[] {
  const { samples, sampleTypes } = side.profile;
  if (samples.length === 0) {
    return [
      {
        kind: 'empty',
        severity: 'stop',
        message: `${startOf(side)} has no samples: nothing was recorded while it was taken.`,
        advice: howToRecord(sampleTypes),
      },
    ];
  }
  if (side.column < 0 || sumColumn(samples.values[side.column]).magnitude > 0) return [];
  return [
    {
      kind: 'empty',
      severity: 'warn',
      message: `All values of this sample type are zero ${side.name}.`,
      advice: 'Choose another sample type, or take the profile again.',
    },
  ];
}

function identicalSides([before, after]: Sides): Hazard[] {
  if (!areEqual(before.profile, after.profile)) return [];
  return [
    {
      kind: 'identical',
      severity: 'warn',
      message: 'Before and after are the same profile: nothing can have changed.',
      advice: 'Open another profile on one side.',
    },
  ];
}

function areEqual(one: Profile, other: Profile): boolean {
  if (one === other) return true;
  const names = other.functions.name;
  return (
    one.timeNanos === other.timeNanos &&
    one.durationNanos === other.durationNanos &&
    one.period === other.period &&
    one.sampleTypes.length === other.sampleTypes.length &&
    one.functions.length === other.functions.length &&
    one.functions.name.every((name, row) => name === names[row]) &&
    one.samples.values.every((column, type) => hasEqualRows(column, other.samples.values[type])) &&
    hasEqualRows(one.samples.stack, other.samples.stack) &&
    hasEqualRows(one.stacks.parent, other.stacks.parent) &&
    hasEqualRows(one.stacks.location, other.stacks.location)
  );
}

function hasEqualRows(one: Float64Array | Int32Array, other: Float64Array | Int32Array): boolean {
  if (one.length !== other.length) return false;
  for (let row = 0; row < one.length; row++) if (one[row] !== other[row]) return false;
  return true;
}

function differenceSide(side: Side): Hazard[] {
  const { samples, labels } = side.profile;
  const advice = 'Compare the profiles it was made from.';
  if (labels.text.includes('pprof::base')) {
    return [
      {
        kind: 'difference',
        severity: 'warn',
        message: `${startOf(side)} is itself a comparison, saved by pprof -diff_base: this would be a difference of differences.`,
        advice,
      },
    ];
  }
  const values = samples.values[side.column] ?? new Float64Array(0);
  let negative = 0;
  for (const value of values) if (value < 0) negative++;
  if (negative === 0) return [];
  return [
    {
      kind: 'difference',
      severity: 'warn',
      message: `${startOf(side)} is itself a difference: ${formatInteger(negative)} of its ${formatInteger(samples.length)} values are below zero.`,
      advice,
    },
  ];
}

function otherBinary([before, after]: Sides): Hazard[] {
  const [one, other] = [binaryOf(before.profile), binaryOf(after.profile)];
  if (one === '' || other === '' || one === other) return [];
  return [
    {
      kind: 'binary',
      severity: 'warn',
      message: `Before is of the program “${visibleText(one)}”, after of “${visibleText(other)}”.`,
      advice: 'Make sure that both are of the program you mean.',
    },
  ];
}

function binaryOf({ mappings }: Profile): string {
  const file = mappings.filename[0] ?? '';
  return file === '' ? '' : baseName(file);
}
