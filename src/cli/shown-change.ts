/** What values of each side are multiplied with to be shown. */
interface Scale {
  readonly before: number;
  readonly after: number;
}

/** After less before, as shown. Equal quotients differ in their last bits: that is no change. */
export function changeOf(before: number, after: number, scale: Scale): number {
  const [was, is] = [before * scale.before, after * scale.after];
  const change = is - was;
  return Math.abs(change) <= ROUNDING * Math.max(Math.abs(was), Math.abs(is)) ? 0 : change;
}

/** The same of whole columns. */
export function changesOf(before: Float64Array, after: Float64Array, scale: Scale): Float64Array {
  return before.map((value, row) => changeOf(value, after[row] ?? 0, scale));
}

/** A multiplication with a rounded inverse is off by up to 2^-52. */
const ROUNDING = 2 ** -50;
