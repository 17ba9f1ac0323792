import type { Comparison } from '../../core/evidence/benchmarks/statistics/comparison.ts';
import type { Summary } from '../../core/evidence/benchmarks/statistics/summary.ts';
import { fixedDecimals } from '../../core/units/fixed-decimals.ts';

/*
 * Figures of benchmarks as benchstat prints them, after golang.org/x/perf/benchmath (PctRangeString,
 * FormatDelta, Comparison.String).
 */

/** How far the interval reaches from the centre: `6%`; `∞` without bound, `?` where zero is within it. */
export function spreadText({ center, low, high }: Summary): string {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return '∞';
  if (Math.sign(low) !== Math.sign(center) || Math.sign(high) !== Math.sign(center)) return '?';
  if (center === 0) return '0%';
  return `${fixedDecimals(100 * Math.max(high / center - 1, 1 - low / center), 0)}%`;
}

/** The change between two centres: `-1.76%`; `~` where it is not significant, `?` where it has no ratio. */
export function changeText(before: number, after: number, { isSignificant }: Comparison): string {
  if (!isSignificant) return '~';
  if (before === after) return '0.00%';
  if (before === 0) return '?';
  return signedPercent(after / before);
}

/** A ratio as the percentage that it is above or below one: `+0.00%`, `-93.15%`. */
export function signedPercent(ratio: number): string {
  const percent = (ratio - 1) * 100;
  return `${percent < 0 ? '' : '+'}${fixedDecimals(percent, 2)}%`;
}

/** What a comparison rests on: `p=0.006 n=10`, `p=0.010 n=10+9`; without p where values are exact. */
export function groundsText({ p }: Comparison, runsBefore: number, runsAfter: number): string {
  const runs = runsBefore === runsAfter ? `n=${runsBefore}` : `n=${runsBefore}+${runsAfter}`;
  return p === 0 ? runs : `p=${fixedDecimals(p, 3)} ${runs}`;
}
