import type { FileFormat } from './file-format.ts';

export const empty: FileFormat = {
  recognises: ({ bytes }) => bytes.length === 0,
  refusal: 'It is empty.',
  advice: 'Capture it again, and look whether the server answered with an error.',
};
