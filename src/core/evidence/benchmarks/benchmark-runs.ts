/**
 * The benchmark results of one text, in columns. A result is one line of `go test -bench`: what one run of a
 * benchmark measured, in several units.
 */
export interface BenchmarkRuns {
  /** Full names without “Benchmark”, in the order in which they came: `Encode/format=json-8`. */
  readonly names: readonly string[];
  /** Units in base units (ns/op as sec/op), in the order in which they came. */
  readonly units: readonly string[];
  /** Different settings, each by key: goos, goarch, pkg, cpu and what else was set. */
  readonly configs: readonly BenchmarkConfig[];
  /** By result: rows of `names` and of `configs`, and the number of iterations. */
  readonly resultName: Int32Array;
  readonly resultConfig: Int32Array;
  readonly resultIterations: Float64Array;
  /** By measurement: rows of the results and of `units`, and the value in that unit; finite. */
  readonly measureResult: Int32Array;
  readonly measureUnit: Int32Array;
  readonly measureValue: Float64Array;
  /** What `Unit` lines said of units. */
  readonly unitTraits: readonly UnitTrait[];
  /** How many measurements were left out since they were not a finite number, as of a ratio of zeros. */
  readonly notFinite: number;
  /** Names of benchmarks without a result, such as those that failed or were cut off. */
  readonly unfinished: readonly string[];
}

/** Settings by key, in the order in which the keys came. No value is empty. */
export type BenchmarkConfig = ReadonlyMap<string, string>;

/** A property of a unit, as `Unit ns/op better=lower` gives it. */
export interface UnitTrait {
  /** In base units. */
  readonly unit: string;
  readonly key: string;
  readonly value: string;
}
