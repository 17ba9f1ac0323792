/** What a unit as it was printed is shown in: its values times `factor` are in `unit`. */
export interface TidyUnit {
  readonly unit: string;
  readonly factor: number;
}

/**
 * The base unit of a unit, so that no value is in “mega-nanoseconds”: ns becomes sec and MB becomes B wherever
 * they are counted, not divided by, as golang.org/x/perf/benchunit (Tidy) does it.
 *
 * ns/op → sec/op, MB/s → B/s, p99-ns → p99-sec; ns/MB → sec/MB.
 */
export function tidyUnit(unit: string): TidyUnit {
  let factor = 1;
  let isDivisor = false;
  const tidied = unit.replace(/[*/\s-]|[^*/\s-]+/gu, (part) => {
    if (part === '*' || part === '/') isDivisor = part === '/';
    if (isDivisor) return part;
    if (part === 'ns') {
      factor /= 1e9;
      return 'sec';
    }
    if (part === 'MB') {
      factor *= 1e6;
      return 'B';
    }
    return part;
  });
  return { unit: tidied, factor };
}

/** Whether a unit counts bytes, which are shown in Ki, Mi and so on. Takes a unit that was tidied. */
export function isBinaryUnit(unit: string): boolean {
  let isDivisor = false;
  for (const [part] of unit.matchAll(/[*/]|[^*/\s-]+/gu)) {
    if (part === '*' || part === '/') isDivisor = part === '/';
    else if (!isDivisor && ['B', 'MB', 'bytes'].includes(part)) return true;
  }
  return false;
}
