import { formatInteger } from './integer.ts';

/** A step of a ladder of units, such as `{ factor: 1024, suffix: ' KiB' }`. */
export interface Step {
  readonly factor: number;
  readonly suffix: string;
}

/**
 * Three significant digits with the step that fits. `steps` ascend, and the first serves for what
 * is smaller too. A value that rounds up to the next step takes that one: `1.00 MiB`, not
 * `1,024 KiB`. A whole number of a step is written without decimals, so that `64 KiB` is exact and
 * `64.0 KiB` is rounded. For magnitudes only.
 */
export function shortNumber(magnitude: number, steps: readonly [Step, ...Step[]]): string {
  let step = steps[0];
  for (const next of steps.slice(1)) {
    const perStep = next.factor / step.factor;
    if (Math.round(magnitude / step.factor) < perStep) break;
    step = next;
  }
  return threeDigits(magnitude / step.factor) + step.suffix;
}

function threeDigits(value: number): string {
  if (Number.isInteger(value) || Math.round(value) >= 1000) return formatInteger(value);
  return value.toPrecision(3);
}
