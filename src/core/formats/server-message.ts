import type { FileFormat } from './file-format.ts';

/** What a server answers instead of a profile, with the profile's name if it was saved by curl -o. */
export const serverMessage: FileFormat = {
  recognises: ({ bytes, text }) =>
    bytes.length < 1024 &&
    /^\s*(\d{3} )?(page not found|not found|unknown profile|unauthorized|forbidden|bad request|bad gateway|gateway timeout|service unavailable|internal server error|could not enable|client sent an HTTP request)/i.test(
      text,
    ),
  refusal: 'It is an error message of a server, not a profile.',
  advice: 'Read it in a text editor, then capture the profile again.',
};
