import type { ValueType } from '../profile/profile.ts';
import { visibleText } from '../text/visible-text.ts';
import { formatBytes } from './bytes.ts';
import { formatCount } from './count.ts';
import { formatDuration } from './duration.ts';
import { formatInteger } from './integer.ts';
import { describeSampleType } from './sample-type-words.ts';
import { notANumber } from './signs.ts';
import type { ResolvedUnit } from './unit-families.ts';
import { resolveUnit } from './unit-families.ts';

/**
 * A value of a sample type in short form, its unit or what it counts always written:
 * `36.5 KiB`, `1.25 s`, `26.5M objects`, `3 widgets`.
 */
export function formatQuantity(value: number, sampleType: ValueType): string {
  const text = formatValue(value, sampleType.unit);
  return countsThings(sampleType.unit) ? withNoun(text, value, sampleType) : text;
}

/**
 * As `formatQuantity`, with all digits and in the profile's own unit: `8,903,510 B`,
 * `12,900,000,000 ns`, `26,528,286 objects`. Fractions are rounded.
 */
export function formatExactQuantity(value: number, sampleType: ValueType): string {
  const text = formatInteger(value);
  if (countsThings(sampleType.unit)) return withNoun(text, value, sampleType);
  return withUnit(text, humanUnit(sampleType.unit)?.unit.name ?? visibleText(sampleType.unit));
}

/**
 * A value in short form with its unit, for where a heading already says what is counted: counts
 * stand bare (`26.5M`). Units that are not known are written as given, made safe to show.
 */
export function formatValue(value: number, unit: string): string {
  const resolved = humanUnit(unit);
  if (resolved?.family.kind === 'memory') return formatBytes(value * resolved.unit.factor);
  if (resolved?.family.kind === 'time') return formatDuration(value * resolved.unit.factor);
  return countsThings(unit)
    ? formatCount(value)
    : withUnit(formatCount(value), resolved?.unit.name ?? visibleText(unit));
}

const countsThings = (unit: string) => unit === 'count' || unit === '';

function withNoun(text: string, value: number, sampleType: ValueType): string {
  const { one, many } = describeSampleType(sampleType).noun;
  return withUnit(text, Math.abs(value) === 1 ? one : many);
}

const withUnit = (text: string, unit: string) => {
  return text === notANumber || unit === '' ? text : `${text} ${unit}`;
};

/** pprof itself reads no spelling with a mu, neither the Greek letter nor the micro sign. */
function humanUnit(unit: string): ResolvedUnit | null {
  return resolveUnit(unit === 'μs' || unit === 'µs' ? 'us' : unit);
}
