import type { FileFormat } from './file-format.ts';
import { startsWith } from './file-head.ts';

export const jfr: FileFormat = {
  recognises: ({ bytes }) => startsWith(bytes, 'FLR\0'),
  refusal: 'It is a Java Flight Recorder recording.',
  advice: 'Convert it with async-profiler: "jfrconv -o pprof RECORDING profile.pprof".',
};
