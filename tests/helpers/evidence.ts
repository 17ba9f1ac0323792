import type { Evidence } from '../../src/core/text/comparison/evidence.ts';

/** A row of which 98 objects were drawn before and 12 after: a real fall, unless told otherwise. */
export const evidence = (change: Partial<Evidence> = {}): Evidence => ({
  before: { low: 33.4, high: 47.9, drawn: 98 },
  after: { low: 2.8, high: 8.1, drawn: 12 },
  change: { low: -43.5, high: -27 },
  relative: { low: -0.94, high: -0.77 },
  qValue: 0.0001,
  isTooFew: false,
  ...change,
});

export const NOISE = evidence({ qValue: 0.32 });
export const TOO_FEW = evidence({ qValue: 1, isTooFew: true });
/** Both sides known without any doubt. */
export const EXACT = evidence({
  before: { low: 40, high: 40, drawn: 98 },
  after: { low: 5, high: 5, drawn: 12 },
});
