import { pprofLabel, scaleValue } from '../core/units/pprof-value.ts';

/**
 * A value as pprof prints it; but below 1, where pprof's two decimals lose what is per request, it has
 * three significant digits. `to` is a unit or `auto`.
 */
export function shownNumber(value: number, from: string, to: string): string {
  const { value: scaled, unit } = scaleValue(value, from, to);
  const magnitude = Math.abs(scaled);
  if (magnitude === 0 || magnitude >= 1) return pprofLabel(value, from, to);
  return `${Number(scaled.toPrecision(3))}${unit}`;
}
