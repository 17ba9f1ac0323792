import type { FileFormat } from './file-format.ts';

/** Profiles of C++ programs in old text forms that pprof converts, or does not know any more. */
export const cppText: FileFormat = {
  recognises: ({ text }) =>
    /^--- ?(symbol|heapz|growthz|fragmentationz|threadz|Thread )/.test(text.trimStart()),
  refusal: 'It is a profile of a C++ program in an old text form.',
  advice: 'Convert it with "go tool pprof -proto -output=profile.pb.gz FILE" and open that.',
};
