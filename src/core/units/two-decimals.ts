import { fixedDecimals } from './fixed-decimals.ts';

/** A number as Go's `%.2f` writes it. Halves are common here, since 128 bytes are 0.125 kB. */
export function twoDecimals(value: number): string {
  return fixedDecimals(value, 2);
}
