import type { FileFormat } from './file-format.ts';

/** What /debug/pprof/goroutine?debug=2 answers, and what a Go program prints as it panics. */
export const goroutineDump: FileFormat = {
  recognises: ({ lines }) =>
    lines.some((line) => /^goroutine \d+ (\S+ )?(gp=\S+ m=\S+ .*)?\[[^\]]+\]:$/.test(line)),
  refusal: 'It is a dump of goroutine stacks, not a profile.',
  advice:
    'Capture a profile of them instead: "curl -o goroutine.pb.gz http://HOST/debug/pprof/goroutine".',
  // A log may hold the stacks of a panic between other lines.
  isSearched: true,
};
