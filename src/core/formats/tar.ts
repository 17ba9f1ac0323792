import type { FileFormat } from './file-format.ts';
import { startsWith } from './file-head.ts';

export const tar: FileFormat = {
  recognises: ({ bytes }) => startsWith(bytes.subarray(257), 'ustar'),
  refusal: 'It is a tar archive.',
  advice: 'Unpack it and open the profiles inside.',
};
