import type { FileFormat } from './file-format.ts';

/** The header of runtime/trace: "go 1.22 trace" and NULs up to 16 bytes. */
export const goTrace: FileFormat = {
  recognises: ({ bytes }) =>
    /^go 1\.\d+ trace\0/.test(String.fromCharCode(...bytes.subarray(0, 16))),
  refusal: 'It is a Go execution trace, not a profile.',
  advice:
    'Take a profile out of it with "go tool trace -pprof=sched TRACE > sched.pb.gz" (or net, sync, syscall) and open that.',
};
