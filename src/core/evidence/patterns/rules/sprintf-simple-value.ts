import { parseVerbs } from '../../go-source/format-verbs.ts';
import type { Span } from '../../go-source/go-file.ts';
import { kindOf } from '../../go-source/string-type.ts';
import { type AllocationFacts, calledBy } from '../facts.ts';
import type { Rule, Sign } from '../rule.ts';
import { callsOn, quoted } from '../source-signs.ts';
import { callsOneOf, symbols } from '../stack-signs.ts';
import { sign } from '../testimony.ts';

/** Functions that return the text, which is what they allocate for the caller. */
const FORMATTERS = symbols('fmt: Sprintf Sprint');

/** Verbs that one call of strconv, or none at all, can do for a plain value. */
const SIMPLE_VERBS = /^[dsvxXtqobc]$/;

export const sprintfSimpleValue: Rule = {
  pattern: 'sprintf-simple-value',
  name: 'fmt.Sprintf of a simple value',
  meaning:
    'One value is formatted by fmt, which boxes it, interprets the format and makes a new string.',
  advice:
    'Use strconv: Itoa, FormatInt, Quote, or AppendInt to write into a []byte without making a string. A string needs no formatting at all.',
  exception:
    'For a type with a String method call that; widths and leading zeros are then yours to write.',
  witnesses: { stack: callsOneOf(FORMATTERS, 'makes a new string'), source: bySource },
  shown: [['stack', 'source']],
  likely: [],
};

function bySource({ source, stack }: AllocationFacts): Sign {
  if (source === null) return null;
  for (const { called, arguments: spans } of callsOn(source)) {
    if (called !== calledBy(stack)) continue;
    const [format, ...values] = spans;
    if (format === undefined) continue;
    if (called === 'fmt.Sprint') {
      if (values.length === 0 && kindOf(source.file, format) !== null)
        return sign('fmt.Sprint formats one value.', quoted(source));
      continue;
    }
    if (
      values.length !== 1 ||
      !source.file.isString(format.first) ||
      format.end - format.first !== 1
    )
      continue;
    const verbs = parseVerbs(source.file.text(format.first));
    const [verb] = verbs;
    if (verbs.length !== 1 || verb === undefined || !SIMPLE_VERBS.test(verb.letter)) continue;
    if (verb.letter === 'v' && !isPlain(source, verb.text, values[0])) continue;
    return sign(`fmt.Sprintf formats one value with ${verb.text}.`, quoted(source));
  }
  return 'against';
}

/** Whether what `%v` stands for is a string or number, as far as the file tells. */
function isPlain(
  { file }: NonNullable<AllocationFacts['source']>,
  verb: string,
  value: Span | undefined,
): boolean {
  return verb === '%v' && value !== undefined && kindOf(file, value) !== null;
}
