import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

const PIECE_BYTES = 1 << 20;

/** SHA-256 of the first bytes of a file, in hexadecimal. Rejects when it cannot be read, or when `signal` aborts. */
export async function sha256OfFile(
  file: string,
  fileBytes: number,
  signal: AbortSignal,
): Promise<string> {
  const hash = createHash('sha256');
  const options = { end: Math.max(0, fileBytes - 1), highWaterMark: PIECE_BYTES, signal };
  for await (const piece of createReadStream(file, options)) hash.update(piece);
  return hash.digest('hex');
}
