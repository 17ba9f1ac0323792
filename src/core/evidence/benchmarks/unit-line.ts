import type { UnitTrait } from './benchmark-runs.ts';
import { goFields } from './go-fields.ts';
import { tidyUnit } from './tidy-unit.ts';

/** What a line said of a unit, and whether all of it could be read. */
export interface UnitLine {
  readonly traits: readonly UnitTrait[];
  readonly isWhole: boolean;
}

/**
 * Reads `Unit unit key=value …`, after golang.org/x/perf/benchfmt; null for other lines, among them sentences that
 * begin with “Unit”. Known keys are better=higher|lower and assume=nothing|exact.
 */
export function readUnitLine(line: string): UnitLine | null {
  const [word, unit, ...pairs] = goFields(line);
  if (word !== 'Unit' || unit === undefined || !line.startsWith('Unit')) return null;
  const tidied = tidyUnit(unit).unit;
  const traits = pairs.flatMap((pair) => {
    const at = pair.indexOf('=');
    return at > 0 ? [{ unit: tidied, key: pair.slice(0, at), value: pair.slice(at + 1) }] : [];
  });
  return traits.length === 0 ? null : { traits, isWhole: traits.length === pairs.length };
}
