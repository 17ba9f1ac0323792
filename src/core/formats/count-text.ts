import type { FileFormat } from './file-format.ts';

/** What Go writes for goroutine, threadcreate and profiles of one's own with debug=1. */
export const countText: FileFormat = {
  recognises: ({ text }) => /^\s*\S+ profile: total \d+/.test(text),
  refusal: 'It is a Go profile in the text form that debug=1 asks for.',
  advice:
    'Capture it again without debug=1: "curl -o goroutine.pb.gz http://HOST/debug/pprof/goroutine".',
};
