import type { FileFormat } from './file-format.ts';
import { startsWith } from './file-head.ts';

/** RFC 8878: it begins with a frame, or, as pzstd writes it, with one of 16 kinds that are skipped. */
export const zstd: FileFormat = {
  recognises: ({ bytes }) =>
    startsWith(bytes, '\x28\xb5\x2f\xfd') ||
    (bytes[0] >>> 4 === 5 && startsWith(bytes.subarray(1), '\x2a\x4d\x18')),
  compression: 'zstd',
};
