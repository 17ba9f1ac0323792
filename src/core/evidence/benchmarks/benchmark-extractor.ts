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
  readonly #names = new Interned();
  readonly #units = new Interned();
  readonly #configKeys = new Interned();
  readonly #configs: BenchmarkConfig[] = [];
  readonly #resultName: number[] = [];
  readonly #resultConfig: number[] = [];
  readonly #resultIterations: number[] = [];
  readonly #measureResult: number[] = [];
  readonly #measureUnit: number[] = [];
  readonly #measureValue: number[] = [];
  readonly #traits = new Map<string, UnitTrait>();
  readonly #unfinished: string[] = [];
  #notFinite = 0;

  /** Settings of lines without and with a prefix. The latter hold for results with a prefix alone. */
  readonly #plain: ConfigInForce = { settings: new Map(), row: -1 };
  readonly #prefixed: ConfigInForce = { settings: new Map(), row: -1 };
  /** The benchmark that printed something before its figures. */
  #begun: { readonly name: string; readonly isPrefixed: boolean } | null = null;

  take(line: string): Taken {
    if (line.includes('Benchmark')) {
      const read = readBenchmarkLine(line);
      if (read.kind === 'damaged') return 'unreadable';
      if (read.kind === 'result') {
        this.#endBegun();
        this.#addResult(read.name, read.isPrefixed, read.figures);
        return 'read';
      }
      if (read.kind === 'begun') {
        this.#endBegun();
        this.#begun = read;
        return 'other';
      }
    }
    if (line.startsWith('Unit')) return this.#takeUnitLine(line);
    if (this.#begun !== null) {
      const figures = readFiguresLine(line);
      if (figures !== null) {
        this.#addResult(this.#begun.name, this.#begun.isPrefixed, figures);
        this.#begun = null;
        return 'read';
      }
    }
    const config = readConfigLine(line);
    if (config !== null) this.#set(config);
    return 'other';
  }

  finish(): BenchmarkRuns {
    this.#endBegun();
    return {
      names: this.#names.texts,
      units: this.#units.texts,
      configs: this.#configs,
      resultName: Int32Array.from(this.#resultName),
      resultConfig: Int32Array.from(this.#resultConfig),
      resultIterations: Float64Array.from(this.#resultIterations),
      measureResult: Int32Array.from(this.#measureResult),
      measureUnit: Int32Array.from(this.#measureUnit),
      measureValue: Float64Array.from(this.#measureValue),
      unitTraits: [...this.#traits.values()],
      notFinite: this.#notFinite,
      unfinished: this.#unfinished,
    };
  }

  #addResult(name: string, isPrefixed: boolean, { iterations, pairs }: Figures): void {
    const result = this.#resultName.push(this.#names.rowOf(name)) - 1;
    this.#resultConfig.push(this.#configRow(isPrefixed ? this.#prefixed : this.#plain));
    this.#resultIterations.push(iterations);
    for (const [value, unit] of pairs) {
      if (!Number.isFinite(value)) {
        this.#notFinite++;
        continue;
      }
      const tidied = tidyUnit(unit);
      this.#measureResult.push(result);
      this.#measureUnit.push(this.#units.rowOf(tidied.unit));
      this.#measureValue.push(value * tidied.factor);
    }
  }

  #endBegun(): void {
    if (this.#begun !== null) this.#unfinished.push(this.#begun.name);
    this.#begun = null;
  }

  #takeUnitLine(line: string): Taken {
    const read = readUnitLine(line);
    if (read === null) return 'other';
    let isConsistent = true;
    for (const trait of read.traits) {
      const key = JSON.stringify([trait.unit, trait.key]);
      const earlier = this.#traits.get(key);
      if (earlier === undefined) this.#traits.set(key, trait);
      else if (earlier.value !== trait.value) isConsistent = false;
    }
    return read.isWhole && isConsistent ? 'other' : 'unreadable';
  }

  #set({ key, value, isPrefixed }: ConfigLine): void {
    const config = isPrefixed ? this.#prefixed : this.#plain;
    if (config.settings.get(key) === (value === '' ? undefined : value)) return;
    config.row = -1;
    if (value === '') config.settings.delete(key);
    else config.settings.set(key, value);
    if (config.settings.size <= MOST_KEYS) return;
    for (const other of config.settings.keys()) {
      if (!KEYS_OF_GO_TEST.includes(other)) config.settings.delete(other);
    }
  }

  #configRow(config: ConfigInForce): number {
    if (config.row === -1) {
      const entries = [...config.settings];
      config.row = this.#configKeys.rowOf(JSON.stringify(entries));
      if (config.row === this.#configs.length) this.#configs.push(new Map(entries));
    }
    return config.row;
  }
}

interface ConfigInForce {
  readonly settings: Map<string, string>;
  /** Row of the configs, or -1 when the settings have changed since. */
  row: number;
}
