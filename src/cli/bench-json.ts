import type {
  BenchmarkComparison,
  BenchmarkRow,
  BenchmarkTable,
} from '../core/evidence/benchmarks/benchmark-tables.ts';
import { BENCHMARK_LEVELS } from '../core/evidence/benchmarks/compare-benchmarks.ts';
import type { Summary } from '../core/evidence/benchmarks/statistics/summary.ts';
import { visibleJson } from '../core/text/visible-text.ts';
import {
  comparisonCautionText,
  geomeanCautionText,
  summaryCautionText,
} from '../words/evidence/benchmark-cautions.ts';
import { benchmarkNotes } from '../words/evidence/benchmark-notes.ts';
import { benchmarkVerdict } from '../words/evidence/benchmark-verdict.ts';
import type { BenchInput } from './bench-text.ts';

/** Benchmarks for programs, as docs/cli.md says: one row on a line. */
export function benchJson(comparison: BenchmarkComparison, inputs: readonly BenchInput[]): string {
  const head = JSON.stringify({
    ...BENCHMARK_LEVELS,
    files: inputs.map((input) => fileOf(input, comparison)),
    notes: benchmarkNotes(comparison),
  });
  const tables = comparison.tables.map((table) => tableOf(table, inputs.length === 1));
  return visibleJson(`${head.slice(0, -1)},"tables":[${tables.join(',')}\n]}\n`);
}

function fileOf({ side, file, runs, finding }: BenchInput, comparison: BenchmarkComparison) {
  return {
    side,
    file,
    results: runs.resultName.length,
    unreadable: finding.unreadable.count,
    unreadableLines: finding.unreadable.first,
    unfinished: comparison.unfinished[side],
    notFinite: comparison.notFinite[side],
  };
}

function tableOf(table: BenchmarkTable, isSingle: boolean): string {
  const { config, unit, assumption, better, geomean, rows } = table;
  const head = JSON.stringify({
    config: Object.fromEntries(config.filter(([, value]) => value !== '')),
    unit,
    assume: assumption,
    better,
    geomean: {
      before: geomean.before,
      after: geomean.after,
      ratio: geomean.ratio,
      warnings: [...geomean.cautions.before, ...geomean.cautions.after].map(geomeanCautionText),
    },
  });
  const lines = rows.map((row) => `\n${JSON.stringify(rowOf(table, row, isSingle))}`);
  return `\n${head.slice(0, -1)},"rows":[${lines.join(',')}\n]}`;
}

function rowOf(table: BenchmarkTable, row: BenchmarkRow, isSingle: boolean) {
  const { name, before, after, comparison } = row;
  const { outcome, words } = benchmarkVerdict(table, row, isSingle);
  return {
    benchmark: name,
    before: before && summaryJson(before),
    after: after && summaryJson(after),
    comparison: comparison && {
      p: comparison.p,
      significant: comparison.isSignificant,
      warning: (comparison.caution && comparisonCautionText(comparison.caution)) || null,
      ...(comparison.caution?.kind === 'lopsided' && { exactP: comparison.caution.p }),
    },
    outcome,
    verdict: words,
  };
}

/** JSON has no infinity: an interval without bound has null. */
function summaryJson({ runs, center, low, high, confidence, smallest, largest, caution }: Summary) {
  return {
    runs,
    center,
    low: Number.isFinite(low) ? low : null,
    high: Number.isFinite(high) ? high : null,
    confidence,
    smallest,
    largest,
    warning: caution && summaryCautionText(caution),
  };
}
