/** A variable that WebAssembly exports. */
export interface Global {
  readonly value: number;
}

/** Makes an instance with memory of its own. Throws `outOfMemory` where there is none. */
export function instantiate(
  module: object,
  imports: Record<string, Record<string, unknown>> = {},
): unknown {
  try {
    return new WebAssembly.Instance(module, imports).exports;
  } catch (thrown) {
    // So it says that there is no address space left.
    throw thrown instanceof RangeError ? outOfMemory() : thrown;
  }
}

/** A column in a kernel's memory. It holds until the memory grows. */
export function columnAt(
  { buffer }: { readonly buffer: ArrayBuffer },
  address: Global,
  length: number,
): Int32Array<ArrayBuffer> {
  return new Int32Array(buffer, addressOf(address), length);
}

/** Addresses have 32 bits without a sign, and come as numbers with one. */
export function addressOf({ value }: Global): number {
  return value >>> 0;
}

/** The error that the language itself throws. */
export function outOfMemory(): RangeError {
  return new RangeError('Array buffer allocation failed');
}
