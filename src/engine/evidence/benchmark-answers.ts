import type { BenchmarkQueries } from '../../bridge/benchmarks-api.ts';
import {
  BENCHMARK_LEVELS,
  compareBenchmarks,
} from '../../core/evidence/benchmarks/compare-benchmarks.ts';
import type { EvidenceAnswers, EvidenceOfSides } from './evidence-of-sides.ts';

/** How questions about benchmarks are answered. */
export const benchmarkAnswers: EvidenceAnswers<BenchmarkQueries> = {
  benchmarks: ({ before, after }, _, { ignoredKeys }) =>
    compareBenchmarks(
      { before: runsOf(before), after: runsOf(after) },
      { ...BENCHMARK_LEVELS, ignoredKeys },
    ),
};

const runsOf = (texts: EvidenceOfSides['before']) =>
  texts.map(({ benchmarks }) => benchmarks.found);
