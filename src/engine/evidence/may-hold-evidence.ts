import { gunzipSync, constants as zlib } from 'node:zlib';
import { Decompress } from 'fzstd';
import { detectFormat } from '../../core/formats/detect.ts';
import { checkZstdWindows } from '../zstd-frames.ts';

/** Whether a file with this beginning is a text in which evidence may stand, compressed or not, rather than a profile. */
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
      return gunzipSync(head.subarray(0, GZIP_BYTES), { finishFlush: zlib.Z_SYNC_FLUSH });
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

/** Enough to tell a format by, which unpacks to 66 MB at most: deflate's greatest ratio is 1032. */
const GZIP_BYTES = 1 << 16;
