import { type AllocationFacts, isOwn } from '../facts.ts';
import { ownMessages } from '../own-messages.ts';
import type { Rule, Sign } from '../rule.ts';
import { callsOn, quoted } from '../source-signs.ts';
import { runtimeCalls } from '../stack-signs.ts';
import { subjectKind } from '../subject.ts';
import { hint, sign } from '../testimony.ts';

const CONVERSIONS: ReadonlySet<string> = new Set(['string', '[]byte', '[]rune']);

export const stringBytesConversion: Rule = {
  pattern: 'string-bytes-conversion',
  name: 'Conversion between string and []byte',
  meaning: 'A conversion between string and []byte copies what it converts.',
  advice:
    'Stay with one of both: most packages have both forms (WriteString, strconv.Append…, bytes beside strings), and hashes can be fed piece by piece.',
  exception:
    'The compiler spares the copy in comparisons, in map lookups m[string(b)], and in range loops over []byte(s).',
  witnesses: {
    compiler: byCompiler,
    source: bySource,
    stack: runtimeCalls(
      /^runtime\.(?:stringtoslice|slicebytetostring|slicerunetostring|intstring)/,
      'converts',
    ),
  },
  shown: [['compiler'], ['stack']],
  likely: [['source']],
  yields: ['pooled-buffer-copy'],
};

function byCompiler(facts: AllocationFacts): Sign {
  const message = ownMessages(facts).find(
    ({ says, subject }) => says === 'escapes' && subjectKind(subject) === 'bytes-conversion',
  );
  return message === undefined
    ? null
    : sign('The compiler says that the copy is allocated.', message.text);
}

function bySource({ source, stack }: AllocationFacts): Sign {
  if (source === null || !isOwn(stack)) return null;
  const { file } = source;
  for (const {
    called,
    open,
    arguments: [value],
  } of callsOn(source)) {
    if (!CONVERSIONS.has(called) || value === undefined || file.is(value.first, 'nil')) continue;
    // A map lookup, a comparison and a range loop copy nothing.
    const isLookup = file.text(open - 2) === '[' || /^(?:==|!=|<|>)$/.test(file.text(open - 2));
    if (isLookup || file.text(open - 4) === 'range') continue;
    return hint(`The line converts with ${called}(…).`, quoted(source));
  }
  return null;
}
