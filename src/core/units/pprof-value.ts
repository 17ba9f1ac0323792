import { twoDecimals } from './two-decimals.ts';
import type { ResolvedUnit, Unit } from './unit-families.ts';
import { resolveUnit } from './unit-families.ts';

/** A value in the unit it is to be printed with; the unit is '' where none is printed. */
export interface ScaledValue {
  readonly value: number;
  readonly unit: string;
}

const unprintedUnits: ReadonlySet<string> = new Set(['count', 'sample', 'unit', 'minimum', 'auto']);

/**
 * Converts a value between units as pprof does (measurement.Scale).
 *
 * `to` may be `auto` or `minimum`: the largest unit in which the value is at least one. A family's
 * fallback (B, s, GCU) serves when nothing fits or `to` is of another kind. Values of unknown units
 * stay as they are and take `to` for their unit, except `count` and the like, which print none.
 */
export function scaleValue(value: number, from: string, to: string): ScaledValue {
  if (value < 0) {
    const positive = scaleValue(-value, from, to);
    return { value: -positive.value, unit: positive.unit };
  }
  const source = resolveUnit(from);
  if (source === null) return { value, unit: unprintedUnits.has(to) ? '' : to };
  const base = value * source.unit.factor;
  const target = targetUnit(source, base, to);
  return { value: base / target.factor, unit: target.name };
}

/**
 * A value as pprof prints it (measurement.ScaledLabel): `2848.60MB`, `514kB`, `12.90s`, `26528286`.
 * Two decimals unless they are zeros, unit attached, and a plain `0` whatever the unit.
 * `to` is a unit, or `auto` for each value's own most natural one.
 */
export function pprofLabel(value: number, from: string, to = 'auto'): string {
  const scaled = scaleValue(value, from, to);
  const digits = twoDecimals(scaled.value).replace(/\.00$/, '');
  return digits === '0' || digits === '-0' ? '0' : digits + scaled.unit;
}

function targetUnit({ family }: ResolvedUnit, base: number, to: string): Unit {
  if (to === 'auto' || to === 'minimum') {
    return family.units.findLast(({ factor }) => base / factor >= 1) ?? family.fallback;
  }
  const wanted = resolveUnit(to);
  return wanted?.family === family ? wanted.unit : family.fallback;
}
