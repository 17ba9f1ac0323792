import type { FileFormat } from './file-format.ts';
import { isNearlyText } from './file-head.ts';

/*
 * What no other format recognises.
 */

const ADVICE = 'Open a pprof profile, such as /debug/pprof/heap or "go test -memprofile" gives.';

export const otherText: FileFormat = {
  recognises: ({ text }) => text !== '',
  refusal: 'It is text of no kind that is known as a profile.',
  advice: ADVICE,
  isSearched: true,
};

export const nearlyText: FileFormat = {
  recognises: ({ bytes }) => isNearlyText(bytes),
  refusal: 'It is text of no kind that is known, with bytes in it that no text has.',
  advice: ADVICE,
  isSearched: true,
};

export const otherBytes: FileFormat = {
  recognises: () => true,
  refusal: 'It is not a profile: its content is of no kind that is known.',
  advice: ADVICE,
};
