/** Undoes compression. Injected, so that the engine's logic knows neither Node nor a thread. */
export interface Inflaters {
  readonly gzip: Inflate;
  readonly zstd: Inflate;
}

/**
 * Gives the uncompressed bytes. Rejects with ProfileFault for damaged bytes, for more than `limit`
 * bytes of output, and for output out of all proportion to the input; and with whatever the
 * callbacks throw, which ends the work early.
 */
export type Inflate = (
  bytes: Uint8Array,
  limit: number,
  onProgress: OnInflateProgress,
  onChunk?: OnChunk,
) => Promise<Uint8Array>;

/** Told how many bytes of the compressed file are used up. */
export type OnInflateProgress = (done: number, total: number) => void;

/**
 * Told after each piece: `output` holds `length` valid bytes so far. Another array is given after the
 * output had to grow, with the same bytes at its beginning.
 */
export type OnChunk = (output: Uint8Array, length: number) => void;

/** Bytes of the largest profile, uncompressed: larger ones do not fit typed arrays and memory. */
export const INFLATE_LIMIT = 2 ** 31 - 1;
