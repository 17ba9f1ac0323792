/*
 * The functions that confidence rests on, after the NIST Digital Library of Mathematical Functions
 * (DLMF, dlmf.nist.gov). Relative errors stay below 1e-10 for parameters up to `LARGE`. Beyond it the
 * first term of an asymptotic expansion stands for the function, and absolute errors stay below 2e-6:
 * counts that large are told apart by far more than that.
 */

/** From here on both parameters are large enough for the uniform expansions. */
const LARGE = 1000;
const HALF_LOG_TWO_PI = 0.9189385332046728;
const EPSILON = 1e-14;
const TINY = 1e-300;

/**
 * What ln Γ(x), for x > 0, exceeds Stirling's (x - ½) ln x - x + ½ ln 2π by: DLMF 5.11.1, after
 * climbing to where the series is exact by the recurrence 5.5.1. Differences of large ln Γ cancel;
 * differences of this do not.
 */
function stirlingRest(x: number): number {
  if (!(x < 10)) {
    const s = 1 / (x * x);
    return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188))))) / x;
  }
  let product = 1;
  let above = x;
  while (above < 10) product *= above++;
  return stirling(above) + stirlingRest(above) - Math.log(product) - (x < TINY ? 0 : stirling(x));
}

function stirling(x: number): number {
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI;
}

/** ln Γ(x) for x > 0: DLMF 5.11.1. */
export function logGamma(x: number): number {
  return stirling(x) + stirlingRest(x);
}

/** ln(x / mean) - t with t = x / mean - 1, by its series (DLMF 4.6.1) where the difference would cancel. */
function logExcess(x: number, mean: number, off = x - mean): number {
  const t = off / mean;
  if (Math.abs(t) > 0.02) return Math.log(x / mean) - t;
  let sum = 0;
  for (let power = 9; power >= 2; power--) {
    sum = sum * t + (power % 2 === 0 ? -1 : 1) / power;
  }
  return sum * t * t;
}

/** erfc(x), complementary error function, as an incomplete gamma function: DLMF 7.11.2. */
export function erfc(x: number): number {
  if (x === 0) return 1;
  const lower = lowerGamma(0.5, x * x);
  return x < 0 ? 1 + lower : x * x < 1.5 ? 1 - lower : upperGammaFraction(0.5, x * x);
}

/** Regularised lower incomplete gamma function P(a, x), for a > 0: DLMF 8.2.4. */
export function lowerGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  if (a >= LARGE) {
    // DLMF 8.12.3 with the first term of 8.12.7 (Temme 1979).
    const t = (x - a) / a;
    const half = logExcess(x, a);
    const eta = Math.sign(t) * Math.sqrt(-2 * half);
    const first = Math.abs(t) < 1e-5 ? -1 / 3 : 1 / t - 1 / eta;
    return (
      0.5 * erfc(-eta * Math.sqrt(a / 2)) -
      (Math.exp(a * half) / Math.sqrt(2 * Math.PI * a)) * first
    );
  }
  if (x >= a + 1) return 1 - upperGammaFraction(a, x);
  // DLMF 8.7.1 with 8.2.7.
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 10_000 && term > sum * EPSILON; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return (gammaDensity(a, x) / a) * sum;
}

/** Q(a, x) by the continued fraction DLMF 8.9.2, summed after Lentz. */
function upperGammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 10_000; n++) {
    const an = n * (a - n);
    b += 2;
    d = 1 / nonZero(an * d + b);
    c = nonZero(b + an / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < EPSILON) break;
  }
  return gammaDensity(a, x) * fraction;
}

/** x^a e^-x / Γ(a): x times the density of the gamma distribution. */
function gammaDensity(a: number, x: number): number {
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(a * logExcess(x, a) - stirlingRest(a));
}

/**
 * The x with P(a, x) = p: Wilson and Hilferty's approximation (1931), or for small a the first term
 * of the series, made exact by Halley's method.
 */
export function inverseLowerGamma(a: number, p: number): number {
  if (p <= 0) return 0;
  const spread = 1 / (9 * a);
  let x = a * (1 - spread + roughNormalQuantile(p) * Math.sqrt(spread)) ** 3;
  if (!(x > 0) || a < 0.5) x = Math.exp((Math.log(p) + logGamma(a + 1)) / a);
  for (let round = 0; round < 20 && x > 0; round++) {
    const newton = (lowerGamma(a, x) - p) / (gammaDensity(a, x) / x);
    const step = newton / (1 - 0.5 * Math.min(1, newton * ((a - 1) / x - 1)));
    const next = x - step;
    x = next > 0 ? next : x / 2;
    if (Math.abs(step) < 1e-9 * x) break;
  }
  return x;
}

/** The z with Φ(z) = p, to 4.5e-4: Hastings, in Abramowitz and Stegun 26.2.23. */
export function roughNormalQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(Math.min(p, 1 - p)));
  const z =
    t -
    (2.515517 + t * (0.802853 + t * 0.010328)) /
      (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return p < 0.5 ? -z : z;
}

/**
 * Regularised incomplete beta function I_x(a, b), for a, b > 0: DLMF 8.17.2. `y` is 1 - x, which the
 * caller knows better than a subtraction does where x is near 1.
 */
export function incompleteBeta(a: number, b: number, x: number, y: number): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  if (Math.min(a, b) >= LARGE) return largeBeta(a, b, x, y);
  // The fraction converges where x is below the mean; beyond it, DLMF 8.17.4.
  if (x < (a + 1) / (a + b + 2)) return betaFraction(a, b, x, y);
  return 1 - betaFraction(b, a, y, x);
}

/** x^a y^b / B(a, b): the derivative of I_x(a, b) by ln(x / y). */
export function betaSlope(a: number, b: number, x: number, y: number): number {
  const rest = stirlingRest(a + b) - stirlingRest(a) - stirlingRest(b);
  return Math.sqrt(a / (2 * Math.PI) / (a / b + 1)) * Math.exp(betaExponent(a, b, x, y) + rest);
}

/** ln of (x / x0)^a (y / y0)^b, x0 = a / (a + b): DLMF 8.18.11 times a + b. */
function betaExponent(a: number, b: number, x: number, y: number): number {
  const [x0, y0] = [a / (a + b), b / (a + b)];
  // Whichever of x and y is small knows the difference best.
  const off = x < y ? x - x0 : y0 - y;
  return a * logExcess(x, x0, off) + b * logExcess(y, y0, -off);
}

/** DLMF 8.17.22 and 8.17.23, summed after Lentz. */
function betaFraction(a: number, b: number, x: number, y: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    fraction *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < EPSILON) break;
  }
  return Math.min(1, (betaSlope(a, b, x, y) / a) * fraction);
}

/** DLMF 8.18.9 with its first term (Temme 1987). */
function largeBeta(a: number, b: number, x: number, y: number): number {
  const [x0, y0] = [a / (a + b), b / (a + b)];
  const off = x < y ? x - x0 : y0 - y;
  const exponent = betaExponent(a, b, x, y);
  const eta = Math.sign(off) * Math.sqrt((-2 * exponent) / (a + b));
  const s = Math.sqrt(x0 * y0);
  const first = Math.abs(eta) < 1e-4 * s ? (y0 - x0) / (3 * s) : 1 / eta - s / off;
  return (
    0.5 * erfc(-eta * Math.sqrt((a + b) / 2)) +
    (Math.exp(exponent) / Math.sqrt(2 * Math.PI * (a + b))) * first
  );
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
