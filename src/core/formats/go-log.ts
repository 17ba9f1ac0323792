import type { FileFormat } from './file-format.ts';

/*
 * Texts that Go's tools print. One captured terminal often holds all three; as profile it is refused by the name of the
 * first. Grammars: runtime/extern.go (gctrace), golang.org/design/14313 (benchmarks), cmd/compile -m.
 */

export const gctraceLog: FileFormat = {
  recognises: ({ lines }) => lines.some((line) => /\bgc \d+ @[\d.]+s \d+%: /.test(line)),
  refusal: 'It is a log of garbage collections (GODEBUG=gctrace=1), not a profile.',
  advice: 'Open a profile of the same run: "curl -o heap.pb.gz http://HOST/debug/pprof/heap".',
  isSearched: true,
};

export const benchmarkOutput: FileFormat = {
  recognises: ({ lines }) =>
    lines.some((line) => /^Benchmark\S*\s+\d+\s+[\d.e+]+ [a-zA-Z]\S*/.test(line)),
  refusal: 'It is the output of Go benchmarks, not a profile.',
  advice: 'Run them with "go test -bench=. -memprofile=mem.pb.gz" and open mem.pb.gz.',
  isSearched: true,
};

export const escapeAnalysis: FileFormat = {
  recognises: ({ lines }) =>
    lines.some((line) =>
      /^\S+\.go:\d+:\d+: .*(escapes to heap|moved to heap|does not escape|leaking param|can inline )/.test(
        line,
      ),
    ),
  refusal: "It is the output of the compiler's escape analysis, not a profile.",
  advice: 'Open a heap profile of the program: it shows which of these allocations matter.',
  isSearched: true,
};
