import { erfc, roughNormalQuantile } from '../../../analysis/comparison/special-functions.ts';
import { headsProbability } from './coin-tosses.ts';

/** Between which values of a sample in ascending order its median lies, with what confidence. */
export interface MedianInterval {
  /** Ranks from 1 on. 0 and n + 1 are beyond the sample: it is too small to bound the median there. */
  readonly low: number;
  readonly high: number;
  /** At least what was asked for. */
  readonly confidence: number;
}

/** Up to so many values the binomial distribution is summed, beyond it approximated, as in go-moremath. */
const EXACT_LIMIT = 30;

/**
 * The narrowest ranks between which the median of a population lies at least with this `confidence`, 0 to 1,
 * for a sample of n values, whatever its distribution. The number of values below the median is binomial with
 * p = ½; intervals between ranks are taken from the middle outwards, the left one first of two that are alike.
 *
 * As benchstat has it from github.com/aclements/go-moremath/stats (QuantileCI with q = 0.5).
 */
export function medianInterval(n: number, confidence: number): MedianInterval {
  if (confidence >= 1) return { low: 0, high: n + 1, confidence: 1 };
  return n <= EXACT_LIMIT ? exactInterval(n, confidence) : normalInterval(n, confidence);
}

function exactInterval(n: number, confidence: number): MedianInterval {
  const probability = (rank: number) => headsProbability(n, rank);
  let low = Math.ceil((n + 1) / 2) - 1;
  let high = low + 1;
  let sum = probability(low);
  while (sum < confidence && (low > 0 || high <= n)) {
    const [left, right] = [probability(low - 1), probability(high)];
    if (left >= right) {
      sum += left;
      low--;
    } else {
      sum += right;
      high++;
    }
  }
  return { low: Math.max(0, low), high: Math.min(n + 1, high), confidence: sum };
}

/** With correction for continuity: rank k stands for the band from k - ½ to k + ½. */
function normalInterval(n: number, confidence: number): MedianInterval {
  const mean = n / 2;
  const deviation = Math.sqrt(n) / 2;
  const below = (rank: number) => erfc((mean - (rank - 0.5)) / (deviation * Math.SQRT2)) / 2;
  const covered = (from: number, to: number) => below(to) - below(from);
  const reach = -normalQuantile((1 - confidence) / 2) * deviation;
  const low = Math.floor(mean - reach - 0.5) + 1;
  const high = Math.ceil(mean + reach - 0.5) + 1;
  if (low <= 0 && high > n) return { low: 0, high: n + 1, confidence: 1 };
  const isLeftEnough = covered(low, high - 1) >= confidence;
  const end = isLeftEnough ? high - 1 : high;
  return { low: Math.max(0, low), high: Math.min(n + 1, end), confidence: covered(low, end) };
}

/** The z with Φ(z) = p: the rough one made exact by Newton's method. */
function normalQuantile(p: number): number {
  let z = roughNormalQuantile(p);
  for (let round = 0; round < 4; round++) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    z -= (erfc(-z / Math.SQRT2) / 2 - p) / density;
  }
  return z;
}

/** The fewest values that bound the median on both sides; null where not even 50 do. */
export function leastForInterval(confidence: number): number | null {
  for (let n = 2; n <= 50; n++) {
    const { low, high } = medianInterval(n, confidence);
    if (low > 0 && high <= n) return n;
  }
  return null;
}
