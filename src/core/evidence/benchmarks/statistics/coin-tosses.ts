import { choose } from './choose.ts';

/** Up to so many tosses, coefficients are computed as integers by go-moremath. */
const INTEGER_LIMIT = 20;

/**
 * Probability of `heads` in n tosses of a fair coin, as github.com/aclements/go-moremath rounds it
 * (BinomialDist.PMF). Beyond 20 tosses it goes by logarithms, and of `heads` and n - `heads`, which are equally
 * likely, one comes out as the greater by the last bit. benchstat's choice between two intervals hangs on that
 * bit, for 24 runs at 95 %, so it is had here, too.
 */
export function headsProbability(n: number, heads: number): number {
  if (heads < 0 || heads > n) return 0;
  if (n <= INTEGER_LIMIT || heads === 0 || heads === n) return choose(n, heads) / 2 ** n;
  const logWays = logFactorial(n) - logFactorial(heads) - logFactorial(n - heads);
  return Math.exp(logWays) / 2 ** n;
}

/** ln n! in the operations of Go's math.Lgamma(n + 1), which are those of FreeBSD's e_lgamma_r.c. */
function logFactorial(n: number): number {
  const x = n + 1;
  if (x < 8) {
    let product = 1;
    for (let factor = n; factor > 1; factor--) product *= factor;
    return Math.log(product);
  }
  const z = 1 / x;
  const rest = stirlingTerms.reduceRight((sum, term) => term + z * z * sum, 0);
  return (x - 0.5) * (Math.log(x) - 1) + (HALF_LOG_TWO_PI_LESS_HALF + z * rest);
}

const HALF_LOG_TWO_PI_LESS_HALF = 0.4189385332046727;
const stirlingTerms = [
  0.08333333333333297, -0.0027777777772877554, 0.0007936505586430196, -0.00059518755745034,
  0.0008363399189962821, -0.0016309293409657527,
];
