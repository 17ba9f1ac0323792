import type { FileFormat } from './file-format.ts';

/** Gzip in base64, as JSON and configuration carry it: `H4sI` is how it begins. */
export const base64Gzip: FileFormat = {
  recognises: ({ text }) => /^H4sI[A-Za-z0-9+/=\s]*$/.test(text),
  refusal: 'It is a compressed file written as text, in base64.',
  advice: 'Decode it and open the result: "base64 -d FILE > heap.pb.gz".',
};
