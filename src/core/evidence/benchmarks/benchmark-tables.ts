import type { Comparison } from './statistics/comparison.ts';
import type { Assumption, Summary } from './statistics/summary.ts';

/** What the benchmarks of two runs come to, or those of a single one. */
export interface BenchmarkComparison {
  /** In the order of their settings, then of the units as they first came. */
  readonly tables: readonly BenchmarkTable[];
  /** Settings of which there are several values, the ignored ones included. */
  readonly varyingKeys: readonly string[];
  /** Settings that keep benchmarks of the sides apart, so that they are not compared. */
  readonly separatingKeys: readonly string[];
  /** Names of benchmarks that began without a result following. */
  readonly unfinished: SidesOf<readonly string[]>;
  /** How many measurements were left out since they were not a finite number. */
  readonly notFinite: SidesOf<number>;
}

interface SidesOf<T> {
  readonly before: T;
  readonly after: T;
}

/** The benchmarks of one configuration in one unit, before and after. */
export interface BenchmarkTable {
  /** Settings that all its results share: each key that any result has, '' where these have none. */
  readonly config: readonly (readonly [key: string, value: string])[];
  readonly unit: string;
  readonly assumption: Assumption;
  /** Which values of the unit are an improvement; null where nothing says. */
  readonly better: 'lower' | 'higher' | null;
  /** In the order in which the benchmarks first came in any text. */
  readonly rows: readonly BenchmarkRow[];
  readonly geomean: BenchmarkGeomean;
}

/** One benchmark in one unit; null where a side has no result of it. */
export interface BenchmarkRow {
  readonly name: string;
  readonly before: Summary | null;
  readonly after: Summary | null;
  /** Null where a side is missing. */
  readonly comparison: Comparison | null;
}

/** Geometric means of a table's centres, of each side by itself. */
export interface BenchmarkGeomean {
  /** Null where a side has no results, or any that are not above zero. */
  readonly before: number | null;
  readonly after: number | null;
  /** Of after / before, over the benchmarks of both sides; null where one has no ratio above zero. */
  readonly ratio: number | null;
  readonly cautions: SidesOf<readonly GeomeanCaution[]>;
}

/**
 * What is wrong with a geometric mean: the sides do not have the same benchmarks; a centre is not above zero; a
 * ratio is not above zero.
 */
export type GeomeanCaution = 'sets-differ' | 'center-not-positive' | 'ratio-not-positive';
