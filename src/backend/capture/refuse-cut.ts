import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CaptureFault } from './capture-fault.ts';

/** What opening a file refuses to inflate is not inflated to be checked either. */
const MOST_INFLATED_BYTES = 2 ** 32;

/**
 * Rejects with CaptureFault where a gzip is cut or damaged: without a length, HTTP does not tell that an answer
 * ended early.
 */
export async function refuseCut(host: string, bytes: Uint8Array): Promise<void> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return;
  let inflatedBytes = 0;
  try {
    const chunks: AsyncIterable<Uint8Array> = Readable.from([bytes]).pipe(createGunzip());
    for await (const chunk of chunks) {
      inflatedBytes += chunk.length;
      if (inflatedBytes > MOST_INFLATED_BYTES) return;
    }
  } catch (thrown) {
    throw new CaptureFault(
      `What ${host} answered is cut short or damaged: the profile is not whole. Ask again, and look at the service's own log.`,
      { trouble: 'other', cause: thrown },
    );
  }
}
