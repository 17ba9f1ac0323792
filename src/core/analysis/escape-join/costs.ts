import type { EscapeJoin } from './escape-join.ts';

/** What the lines cost that diagnostics are said of; columns by row of the diagnostics, 0 where nothing is known. */
export interface DiagnosticCosts {
  readonly objects: Float64Array;
  readonly bytes: Float64Array;
  /** Row of the join that costs most objects; -1 where no line that allocates has it. */
  readonly site: Int32Array;
}

/**
 * What the lines cost that each diagnostic is said of. Diagnostics of one line have its whole cost each, so these
 * columns must not be summed up.
 */
export function costsOfDiagnostics(join: EscapeJoin, length: number): DiagnosticCosts {
  const objects = new Float64Array(length);
  const bytes = new Float64Array(length);
  const site = new Int32Array(length).fill(-1);
  // The heaviest lines come first.
  for (let row = 0; row < join.length; row++) {
    for (let at = join.messageStart[row]; at < join.messageStart[row + 1]; at++) {
      const said = join.message[at];
      objects[said] += join.objects[row];
      bytes[said] += join.bytes[row];
      if (site[said] < 0) site[said] = row;
    }
  }
  return { objects, bytes, site };
}
