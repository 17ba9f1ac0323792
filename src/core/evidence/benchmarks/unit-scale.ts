import { fixedDecimals } from '../../units/fixed-decimals.ts';
import { isBinaryUnit } from './tidy-unit.ts';

/** How values of a row are written: divided by `factor`, with so many decimals, and the prefix behind them. */
export interface UnitScale {
  readonly factor: number;
  readonly prefix: string;
  readonly decimals: number;
}

type Step = readonly [factor: number, prefix: string];

const decimalSteps: readonly Step[] = [
  [1e12, 'T'],
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
  [1, ''],
  [1e-3, 'm'],
  [1e-6, 'µ'],
  [1e-9, 'n'],
];

/** Bytes have no fractions: 1/1024 of one is only ever an average, and reads best as 0.001. */
const binarySteps: readonly Step[] = [
  [2 ** 40, 'Ti'],
  [2 ** 30, 'Gi'],
  [2 ** 20, 'Mi'],
  [2 ** 10, 'Ki'],
  [1, ''],
];

/** The most decimals that values below the smallest step get. */
const MOST_DECIMALS = 10;

/**
 * The scale in which each of the values has four significant digits at least, by the one nearest to zero, as
 * golang.org/x/perf/benchunit (CommonScale) has it. Zeros do not count.
 */
export function commonScale(values: readonly number[], unit: string): UnitScale {
  const least = Math.min(...values.map(Math.abs).filter((value) => value > 0));
  if (least === Infinity) return { factor: 1, prefix: '', decimals: 3 };
  const isBinary = isBinaryUnit(unit);
  const steps = isBinary ? binarySteps : decimalSteps;
  for (const [factor, prefix] of steps) {
    const decimals = [99.995, 9.9995, 0.99995].findIndex(
      (threshold) => least >= scaled(threshold, factor, isBinary),
    );
    if (decimals !== -1) return { factor, prefix, decimals: decimals + 1 };
  }
  const [factor, prefix] = steps[steps.length - 1];
  let decimals = 3;
  while (decimals < MOST_DECIMALS && least / factor < Number(`9.9995e${2 - decimals}`)) decimals++;
  return { factor, prefix, decimals };
}

/**
 * A threshold in units of a step. Decimal ones are read from text, since a product may be rounded to the other
 * side of a value that is printed with the same digits.
 */
function scaled(threshold: number, factor: number, isBinary: boolean): number {
  if (isBinary) return threshold * factor;
  return Number(`${threshold}e${Math.round(Math.log10(factor))}`);
}

/** A value as the scale writes it: `2.416µ`, `30.191Ki`. */
export function scaledText(value: number, { factor, prefix, decimals }: UnitScale): string {
  return fixedDecimals(value / factor, decimals) + prefix;
}
