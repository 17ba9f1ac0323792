import type { Rule } from '../rule.ts';
import { callsOneOf, symbols } from '../stack-signs.ts';

const FORMATTERS = symbols(
  'fmt: Sprintf Sprint Sprintln Append Appendf Appendln Fprintf Fprint Fprintln',
);

export const fmtFormatting: Rule = {
  pattern: 'fmt-formatting',
  name: 'Formatting with fmt',
  meaning:
    'Package fmt formats values: it boxes them, interprets the format and makes a new string.',
  advice:
    'On a hot path append the parts to a []byte with strconv.AppendInt and append, or write them to a strings.Builder.',
  exception:
    'For messages that are seldom made, such as those of errors, readable code is worth more.',
  witnesses: { stack: callsOneOf(FORMATTERS, 'formats') },
  shown: [['stack']],
  likely: [],
  yields: ['sprintf-simple-value'],
};
