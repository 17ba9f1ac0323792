import { gunzipSync, constants as zlib } from 'node:zlib';
import { Decompress } from 'fzstd';
import { detectFormat } from '../../core/formats/detect.ts';
import { checkZstdWindows } from '../zstd-frames.ts';

/** Whether a file that begins so is a text in which evidence may stand, compressed or not, rather than a profile. */
export function mayHoldEvidence(head: Uint8Array): boolean {
  const format = detectFormat(head);
  if (!('compression' in format)) return 'isSearched' in format;
  const inflated = beginnings[format.compression](head);
  return inflated.length > 0 && 'isSearched' in detectFormat(inflated);
}

/** As much as the beginning of a compressed file tells; nothing where it is damaged. */
const beginnings = {
  gzip(head: Uint8Array): Uint8Array {
    try {
      const options = { finishFlush: zlib.Z_SYNC_FLUSH, maxOutputLength: MAX_BYTES };
      return gunzipSync(head, options);
    } catch {
      return NOTHING;
    }
  },
  zstd(head: Uint8Array): Uint8Array {
    let first: Uint8Array = NOTHING;
    try {
      checkZstdWindows(head);
      new Decompress((piece) => {
        if (first.length === 0) first = piece;
      }).push(head);
    } catch {
      // What it gave before is kept.
    }
    return first;
  },
};

const NOTHING = new Uint8Array(0);

/** What a head of 64 KiB may unpack to at most, and deflate's greatest ratio allows. */
const MAX_BYTES = 2 ** 27;
