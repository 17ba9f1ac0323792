import type { FileFormat } from './file-format.ts';

/** What /debug/pprof/heap?debug=1 answers, and the heap profiles of gperftools. */
export const heapText: FileFormat = {
  recognises: ({ text }) => /^(heap profile:|--- ?heapz)/.test(text.trimStart()),
  refusal: 'It is a heap profile in the old text form.',
  advice:
    'Capture it again without debug=1: "curl -o heap.pb.gz http://HOST/debug/pprof/heap", which also keeps all names.',
};
