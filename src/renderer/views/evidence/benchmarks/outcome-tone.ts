import type { BenchmarkOutcome } from '../../../../words/evidence/benchmark-verdict.ts';
import type { ChangeTone } from '../../../../words/table/change-tone.ts';

/** Looks of what is better and worse, which in comparisons of allocations are those of a fall and a rise. */
export const outcomeTone: Readonly<Partial<Record<BenchmarkOutcome, ChangeTone>>> = {
  better: 'fall',
  worse: 'rise',
  unproven: 'doubtful',
  'too-few': 'doubtful',
};
