import type { FileFormat } from './file-format.ts';

export const htmlPage: FileFormat = {
  recognises: ({ text }) => /^\s*<(!doctype html|html|head|body)\b/i.test(text),
  refusal: 'It is a web page, probably an error page of the server.',
  advice: 'Open its address in a browser to see what it says, then capture the profile again.',
};
