import type { Extractor, Taken } from '../extractor.ts';
import { Interned } from '../interned.ts';
import type { BenchmarkConfig, BenchmarkRuns, UnitTrait } from './benchmark-runs.ts';
import { type ConfigLine, KEYS_OF_GO_TEST, readConfigLine } from './config-line.ts';
import { type Figures, readBenchmarkLine, readFiguresLine } from './result-line.ts';
import { tidyUnit } from './tidy-unit.ts';
import { readUnitLine } from './unit-line.ts';

/** More keys are those of a log whose lines look like settings. */
const MOST_KEYS = 64;

/**
 * Gathers the results of Go benchmarks: the text of `go test -bench`, of golang.org/design/14313. Results count as
 * read; settings and `Unit` lines hold for results and do not count by themselves.
 */
export class BenchmarkExtractor implements Extractor<BenchmarkRuns> {
  private readonly names = new Interned();
  private readonly units = new Interned();
  private readonly configKeys = new Interned();
  private readonly configs: BenchmarkConfig[] = [];
  private readonly resultName: number[] = [];
  private readonly resultConfig: number[] = [];
  private readonly resultIterations: number[] = [];
  private readonly measureResult: number[] = [];
  private readonly measureUnit: number[] = [];
  private readonly measureValue: number[] = [];
  private readonly traits = new Map<string, UnitTrait>();
  private readonly unfinished = new Set<string>();
  private lastFailed = '';
  private notFinite = 0;

  /** The settings in force, and their row of the configs; -1 when they have changed since. */
  private readonly settings = new Map<string, string>();
  private configRow = -1;
  /** Name of the benchmark that printed something before its figures. */
  private begun: string | null = null;

  take(line: string): Taken {
    if (line.includes('Benchmark')) {
      const read = readBenchmarkLine(line);
      if (read.kind === 'damaged') return 'unreadable';
      if (read.kind === 'result') {
        this.endBegun();
        this.addResult(read.name, read.figures);
        return 'read';
      }
      if (read.kind === 'begun') {
        this.endBegun();
        this.begun = read.name;
        return 'other';
      }
      if (read.kind === 'failed') {
        this.endBegun();
        this.addFailed(read.name);
        return 'other';
      }
    }
    if (line.startsWith('Unit')) return this.takeUnitLine(line);
    if (this.begun !== null) {
      const figures = readFiguresLine(line);
      if (figures !== null) {
        this.addResult(this.begun, figures);
        this.begun = null;
        return 'read';
      }
    }
    const config = readConfigLine(line);
    if (config !== null) this.set(config);
    return 'other';
  }

  finish(): BenchmarkRuns {
    this.endBegun();
    return {
      names: this.names.texts,
      units: this.units.texts,
      configs: this.configs,
      resultName: Int32Array.from(this.resultName),
      resultConfig: Int32Array.from(this.resultConfig),
      resultIterations: Float64Array.from(this.resultIterations),
      measureResult: Int32Array.from(this.measureResult),
      measureUnit: Int32Array.from(this.measureUnit),
      measureValue: Float64Array.from(this.measureValue),
      unitTraits: [...this.traits.values()],
      notFinite: this.notFinite,
      unfinished: [...this.unfinished],
    };
  }

  private addResult(name: string, { iterations, pairs }: Figures): void {
    const result = this.resultName.push(this.names.rowOf(name)) - 1;
    this.resultConfig.push(this.rowOfSettings());
    this.resultIterations.push(iterations);
    for (const [value, unit] of pairs) {
      if (!Number.isFinite(value)) {
        this.notFinite++;
        continue;
      }
      const tidied = tidyUnit(unit);
      this.measureResult.push(result);
      this.measureUnit.push(this.units.rowOf(tidied.unit));
      this.measureValue.push(value * tidied.factor);
    }
  }

  private endBegun(): void {
    if (this.begun !== null) this.addFailed(this.begun);
    this.begun = null;
  }

  /** A benchmark fails with those in it, and has no result of its own then. */
  private addFailed(name: string): void {
    if (this.lastFailed.startsWith(`${name}/`)) return;
    this.lastFailed = name;
    this.unfinished.add(name);
  }

  private takeUnitLine(line: string): Taken {
    const read = readUnitLine(line);
    if (read === null) return 'other';
    let isConsistent = true;
    for (const trait of read.traits) {
      const key = JSON.stringify([trait.unit, trait.key]);
      const earlier = this.traits.get(key);
      if (earlier === undefined) this.traits.set(key, trait);
      else if (earlier.value !== trait.value) isConsistent = false;
    }
    return read.isWhole && isConsistent ? 'other' : 'unreadable';
  }

  private set({ key, value }: ConfigLine): void {
    if (this.settings.get(key) === (value === '' ? undefined : value)) return;
    this.configRow = -1;
    if (value === '') this.settings.delete(key);
    else this.settings.set(key, value);
    if (this.settings.size <= MOST_KEYS) return;
    for (const other of this.settings.keys()) {
      if (!KEYS_OF_GO_TEST.includes(other)) this.settings.delete(other);
    }
  }

  private rowOfSettings(): number {
    if (this.configRow === -1) {
      const entries = [...this.settings];
      this.configRow = this.configKeys.rowOf(JSON.stringify(entries));
      if (this.configRow === this.configs.length) this.configs.push(new Map(entries));
    }
    return this.configRow;
  }
}
