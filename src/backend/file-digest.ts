import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { ReportBytes } from './read-file.ts';

const PIECE_BYTES = 1 << 20;

interface DigestOptions {
  readonly signal?: AbortSignal;
  readonly report?: ReportBytes;
}

/**
 * SHA-256 of the first bytes of a file, in hexadecimal. Rejects when it cannot be read, when `signal` aborts, and
 * with what `report` throws.
 */
export async function sha256OfFile(
  file: string,
  fileBytes: number,
  { signal, report = () => {} }: DigestOptions = {},
): Promise<string> {
  const hash = createHash('sha256');
  if (fileBytes === 0) return hash.digest('hex');
  const aborted = signal === undefined ? {} : { signal };
  const options = { end: fileBytes - 1, highWaterMark: PIECE_BYTES, ...aborted };
  let done = 0;
  for await (const piece of createReadStream(file, options)) {
    hash.update(piece);
    done += piece.length;
    report(done, fileBytes);
  }
  return hash.digest('hex');
}
