import type { FileFormat } from './file-format.ts';
import { startsWith } from './file-head.ts';

/** RFC 1952. Go's profiles are compressed so. */
export const gzip: FileFormat = {
  recognises: ({ bytes }) => startsWith(bytes, '\x1f\x8b'),
  compression: 'gzip',
};
