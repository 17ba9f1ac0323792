/**
 * Scales for formats that know whole numbers alone, made of those by which values of each side are shown
 * (1 / divisor, or 1): values are then per as many units as the larger divisor is, so that one side stays
 * as it was measured and the other one is never made smaller.
 */
export function wholeScales([before, after]: readonly [before: number, after: number]): readonly [
  before: number,
  after: number,
] {
  const least = Math.min(before, after);
  return [before / least, after / least];
}
