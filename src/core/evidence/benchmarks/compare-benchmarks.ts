import { Interned } from '../interned.ts';
import type { BenchmarkConfig, BenchmarkRuns } from './benchmark-runs.ts';
import type { BenchmarkComparison, BenchmarkRow, BenchmarkTable } from './benchmark-tables.ts';
import { geomeanOfRows } from './geomean-of-rows.ts';
import { separatingKeys, varyingKeys } from './separating-keys.ts';
import { compare } from './statistics/comparison.ts';
import { summarise } from './statistics/summary.ts';
import { UnitTraits } from './unit-traits.ts';

/** The texts of each side, whose runs are taken together; of a single run, `after` alone. */
export interface BenchmarkSides {
  readonly before: readonly BenchmarkRuns[];
  readonly after: readonly BenchmarkRuns[];
}

/** Confidence of intervals and threshold of significance, as benchstat has them by default. */
export const BENCHMARK_LEVELS = { level: 0.95, alpha: 0.05 } as const;

/** How benchmarks are compared. */
export interface BenchmarkOptions {
  /** Settings that do not separate results, such as `cpu`. */
  readonly ignoredKeys: readonly string[];
  /** Confidence of intervals, such as 0.95. */
  readonly level: number;
  /** A difference with a p up to this is significant, such as 0.05. */
  readonly alpha: number;
  /** Which benchmarks take part, by full name; all by default. */
  readonly takesPart?: (name: string) => boolean;
}

/**
 * The statistics of benchmarks as benchstat gives them by default: a table for each configuration and unit, a row
 * for each full name, a column for each side. docs/decisions/0019-benchmark-statistics.md tells the sources.
 */
export function compareBenchmarks(
  sides: BenchmarkSides,
  options: BenchmarkOptions,
): BenchmarkComparison {
  const { before, after } = sides;
  const traits = new UnitTraits([...before, ...after]);
  const samples = new Samples(options);
  for (const runs of before) samples.add(runs, 'before');
  for (const runs of after) samples.add(runs, 'after');
  const tables = samples.sorted().map((group) => tableOf(group, traits, options));
  const eachSide = <T>(of: (texts: readonly BenchmarkRuns[]) => T) => ({
    before: of(before),
    after: of(after),
  });
  return {
    tables,
    varyingKeys: varyingKeys([...before, ...after]),
    separatingKeys: separatingKeys(tables),
    unfinished: eachSide((texts) => texts.flatMap(({ unfinished }) => unfinished)),
    notFinite: eachSide((texts) => texts.reduce((sum, { notFinite }) => sum + notFinite, 0)),
  };
}

function tableOf(
  { config, unit, cells }: SampleGroup,
  traits: UnitTraits,
  { level, alpha }: BenchmarkOptions,
): BenchmarkTable {
  const assumption = traits.assumptionOf(unit);
  const rows = cells.map(([name, cell]): BenchmarkRow => {
    const [before, after] = [ascending(cell.before), ascending(cell.after)];
    const areBoth = before.length > 0 && after.length > 0;
    return {
      name,
      before: before.length > 0 ? summarise(before, assumption, level) : null,
      after: after.length > 0 ? summarise(after, assumption, level) : null,
      comparison: areBoth ? compare(before, after, assumption, alpha) : null,
    };
  });
  const better = traits.betterOf(unit);
  return { config, unit, assumption, better, rows, geomean: geomeanOfRows(rows) };
}

/** The values of one benchmark in one unit. */
interface Cell {
  readonly before: number[];
  readonly after: number[];
}

/** The samples of a table. */
interface SampleGroup {
  readonly config: BenchmarkTable['config'];
  readonly unit: string;
  readonly cells: readonly (readonly [name: string, Cell])[];
}

interface Group {
  readonly settings: BenchmarkConfig;
  readonly unit: string;
  readonly cells: Map<string, Cell>;
}

/** Values gathered by configuration, unit and name. */
class Samples {
  private readonly options: BenchmarkOptions;
  private readonly names = new Interned();
  private readonly units = new Interned();
  private readonly keys = new Interned();
  private readonly groups = new Map<string, Group>();

  constructor(options: BenchmarkOptions) {
    this.options = options;
  }

  add(runs: BenchmarkRuns, side: keyof Cell): void {
    const settings = runs.configs.map((config) => this.withoutIgnored(config));
    const settingsText = settings.map((config) => JSON.stringify([...config].sort()));
    const isTaking = runs.names.map((name) => this.options.takesPart?.(name) ?? true);
    for (let measure = 0; measure < runs.measureValue.length; measure++) {
      const result = runs.measureResult[measure];
      if (!isTaking[runs.resultName[result]]) continue;
      const config = runs.resultConfig[result];
      const unit = runs.units[runs.measureUnit[measure]];
      const name = runs.names[runs.resultName[result]];
      this.names.rowOf(name);
      this.units.rowOf(unit);
      const group = entryOf(this.groups, `${settingsText[config]} ${unit}`, () => {
        for (const key of settings[config].keys()) this.keys.rowOf(key);
        return { settings: settings[config], unit, cells: new Map() };
      });
      const cell = entryOf(group.cells, name, () => ({ before: [], after: [] }));
      cell[side].push(runs.measureValue[measure]);
    }
  }

  sorted(): SampleGroup[] {
    const groups = [...this.groups.values()].map(({ settings, unit, cells }) => ({
      config: this.keys.texts.map((key) => [key, settings.get(key) ?? ''] as const),
      unit,
      cells: [...cells].sort(([a], [b]) => this.names.rowOf(a) - this.names.rowOf(b)),
    }));
    return groups.sort((a, b) => {
      const differing = a.config.findIndex(([, value], at) => value !== b.config[at][1]);
      if (differing === -1) return this.units.rowOf(a.unit) - this.units.rowOf(b.unit);
      return a.config[differing][1] < b.config[differing][1] ? -1 : 1;
    });
  }

  private withoutIgnored(config: BenchmarkConfig): BenchmarkConfig {
    return new Map([...config].filter(([key]) => !this.options.ignoredKeys.includes(key)));
  }
}

function entryOf<T>(entries: Map<string, T>, key: string, make: () => T): T {
  const known = entries.get(key);
  if (known !== undefined) return known;
  const made = make();
  entries.set(key, made);
  return made;
}

function ascending(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort();
}
