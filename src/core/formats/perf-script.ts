import type { FileFormat } from './file-format.ts';

/** A header "command pid [cpu] time: period event:", and below it frames "address symbol (object)". */
export const perfScript: FileFormat = {
  recognises: ({ lines }) =>
    lines.some(
      (line, at) =>
        /^\S.*\s\d+(\/\d+)?\s.*\S+:\s*$/.test(line) &&
        /^\s+[0-9a-f]{2,16}\s+\S.*\)$/.test(lines[at + 1] ?? ''),
    ),
  refusal: 'It is the output of "perf script".',
  advice:
    'Allocscope cannot read it yet: convert the recording to pprof with perf_to_profile and open that.',
};
