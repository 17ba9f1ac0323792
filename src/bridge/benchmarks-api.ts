import type { BenchmarkComparison } from '../core/evidence/benchmarks/benchmark-tables.ts';
import type { EvidenceQuestion } from './evidence-question.ts';

export type {
  BenchmarkComparison,
  BenchmarkGeomean,
  BenchmarkRow,
  BenchmarkTable,
} from '../core/evidence/benchmarks/benchmark-tables.ts';

/** Questions about the results of benchmarks. */
export interface BenchmarkQueries {
  /** What they come to, if settings such as `cpu` do not keep results apart. */
  benchmarks: [
    params: EvidenceQuestion & { readonly ignoredKeys: readonly string[] },
    result: BenchmarkComparison,
  ];
}
