import type { FileFormat } from './file-format.ts';
import { startsWith } from './file-head.ts';

/** RFC 8878. */
export const zstd: FileFormat = {
  recognises: ({ bytes }) => startsWith(bytes, '\x28\xb5\x2f\xfd'),
  compression: 'zstd',
};
