import { formatInteger } from './integer.ts';
import { notANumber, withMinus } from './signs.ts';

/**
 * A part of a whole in percent: one decimal (`30.8%`), two below one percent (`0.42%`).
 *
 * It never rounds a trace to nothing nor nearly all to all: `<0.01%` and `>99.9%` stand before an
 * exact `0%` and `100%`. From a thousand percent on decimals are dropped. A share of zero, or of
 * what is not a number, is a dash.
 */
export function formatShare(part: number, whole: number): string {
  return whole === 0 ? notANumber : withMinus((part / whole) * 100, percent);
}

function percent(value: number): string {
  if (value === 0 || value === 100) return `${value}%`;
  if (value < 0.01) return '<0.01%';
  if (value >= 99.95 && value < 100) return '>99.9%';
  if (value >= 999.5) return `${formatInteger(value)}%`;
  return `${value.toFixed(value < 0.995 ? 2 : 1)}%`;
}
