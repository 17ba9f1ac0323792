import type { FileFormat } from './file-format.ts';

/** What /debug/pprof/mutex?debug=1 and block?debug=1 answer, and the likes of gperftools. */
export const contentionText: FileFormat = {
  recognises: ({ text }) =>
    /^--- ?(contention|mutex|contentionz|growthz|fragmentationz|threadz|Thread )/.test(
      text.trimStart(),
    ),
  refusal: 'It is a profile in the old text form.',
  advice:
    'Capture it again without debug=1, or convert it with "go tool pprof -proto -output=profile.pb.gz FILE".',
};
