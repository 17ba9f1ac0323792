import type { FileFormat } from './file-format.ts';
import { startsWith } from './file-head.ts';

export const zip: FileFormat = {
  recognises: ({ bytes }) => startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06'),
  refusal: 'It is a zip archive.',
  advice: 'Unpack it and open the profiles inside.',
};
