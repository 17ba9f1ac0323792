import type { FileFormat } from './file-format.ts';
import { startsWith } from './file-head.ts';

export const perfData: FileFormat = {
  recognises: ({ bytes }) => startsWith(bytes, 'PERFILE2'),
  refusal: 'It is a raw recording of Linux perf, whose addresses have no names yet.',
  advice:
    'Convert it to pprof with perf_to_profile; "perf script", on the machine that made it, prints it as text.',
};
