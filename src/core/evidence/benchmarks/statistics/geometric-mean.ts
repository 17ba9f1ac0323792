/**
 * The geometric mean; NaN of nothing, and where a value is not above zero. Logarithms are averaged as
 * github.com/aclements/go-moremath/stats (GeoMean) does it, so that the last digits agree.
 */
export function geometricMean(values: readonly number[]): number {
  if (values.length === 0) return Number.NaN;
  let mean = 0;
  values.forEach((value, index) => {
    mean += ((value > 0 ? Math.log(value) : Number.NaN) - mean) / (index + 1);
  });
  return Math.exp(mean);
}
