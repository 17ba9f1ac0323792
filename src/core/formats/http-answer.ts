import type { FileFormat } from './file-format.ts';
import { startsWith } from './file-head.ts';

/** What `curl -i` saves: the headers of an answer, and behind them what was asked for. */
export const httpAnswer: FileFormat = {
  recognises: ({ bytes }) => startsWith(bytes, 'HTTP/1.') || startsWith(bytes, 'HTTP/2 '),
  refusal: 'It is the answer of a server with its headers, not a profile alone.',
  advice: 'Capture it again without them: with "curl -o FILE", not with "curl -i".',
};
