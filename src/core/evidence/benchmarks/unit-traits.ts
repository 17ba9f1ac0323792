import type { BenchmarkRuns } from './benchmark-runs.ts';
import type { BenchmarkTable } from './benchmark-tables.ts';
import type { Assumption } from './statistics/summary.ts';

/** What is known of a unit without a `Unit` line. */
const lowerIsBetter: readonly string[] = ['sec/op', 'B/op', 'allocs/op'];
const higherIsBetter: readonly string[] = ['B/s'];

/**
 * What is known of units: from `Unit` lines of any of the texts, of which the first holds, else from what go test
 * means by its own units. After golang.org/x/perf/benchfmt (UnitMetadataMap).
 */
export class UnitTraits {
  private readonly values = new Map<string, string>();

  constructor(texts: readonly BenchmarkRuns[]) {
    for (const { unit, key, value } of texts.flatMap(({ unitTraits }) => unitTraits)) {
      const id = `${unit} ${key}`;
      if (!this.values.has(id)) this.values.set(id, value);
    }
  }

  assumptionOf(unit: string): Assumption {
    return this.values.get(`${unit} assume`) === 'exact' ? 'exact' : 'nothing';
  }

  betterOf(unit: string): BenchmarkTable['better'] {
    const said = this.values.get(`${unit} better`);
    if (said !== undefined) return said === 'higher' || said === 'lower' ? said : null;
    if (lowerIsBetter.includes(unit)) return 'lower';
    return higherIsBetter.includes(unit) ? 'higher' : null;
  }
}
