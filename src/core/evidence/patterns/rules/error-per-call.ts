import type { Rule } from '../rule.ts';
import { callsOneOf, symbols } from '../stack-signs.ts';

const MAKERS = symbols(
  'errors: Join New',
  'fmt: Errorf',
  'github.com/pkg/errors: Errorf New WithMessage WithStack Wrap Wrapf',
);

export const errorPerCall: Rule = {
  pattern: 'error-per-call',
  name: 'Error made per call',
  meaning: 'An error is made, with its text, each time the line runs.',
  advice:
    'Return an error that was made once, as io.EOF is, and leave formatting to who prints it.',
  exception: 'Errors that are rare may cost what they like; only a hot line is worth it.',
  witnesses: { stack: callsOneOf(MAKERS, 'makes an error') },
  shown: [['stack']],
  likely: [],
};
