/** Copies the first entries of a column to [at, at + length) of another one. */
export function copyColumn<T extends Int32Array | Float64Array | BigInt64Array>(
  from: T,
  to: T,
  at: number,
  length: number,
): void {
  // A view takes longer to make than a few entries to copy. That both are of one type the compiler cannot follow.
  if (length > 16) to.set(from.subarray(0, length) as never, at);
  else for (let i = 0; i < length; i++) to[at + i] = from[i];
}
