import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Decompress } from 'fzstd';
import { brokenOff, gzipFault, zstdFault } from './inflate.ts';
import { checkZstdWindows } from './zstd-frames.ts';

/*
 * Undoing compression piece by piece, for texts that are not held as a whole. Faults are those of `Inflaters`.
 */

const PIECE_BYTES = 1 << 18;

/** RFC 1952. It works on libuv's pool ahead of what is taken. */
export async function* gunzipped(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: PIECE_BYTES });
  const source = Readable.from(pieces);
  source.on('error', (error) => gunzip.destroy(error));
  try {
    yield* source.pipe(gunzip) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw gzipFault(error as Error);
  } finally {
    source.destroy();
  }
}

/** RFC 8878, of which the compressed bytes are looked at as a whole: a frame may ask for more memory than there is. */
export function* unzstded(
  bytes: Uint8Array,
  onUsed: (bytes: number) => void,
): Generator<Uint8Array> {
  checkZstdWindows(bytes);
  const pieces: Uint8Array[] = [];
  let isWhole = false;
  const stream = new Decompress((piece, isLast) => {
    pieces.push(piece);
    isWhole = isLast === true;
  });
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const end = Math.min(bytes.length, at + PIECE_BYTES);
    try {
      stream.push(bytes.subarray(at, end), end === bytes.length);
    } catch (error) {
      throw zstdFault(error);
    }
    onUsed(end - at);
    yield* pieces.splice(0);
  }
  if (!isWhole) throw brokenOff('zstd');
}
