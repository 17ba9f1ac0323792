import { type AllocationFacts, isOwn } from '../facts.ts';
import type { Rule, Sign } from '../rule.ts';
import { callsOn, quoted } from '../source-signs.ts';
import { callsOneOf, symbols } from '../stack-signs.ts';
import { sign } from '../testimony.ts';

const COPIERS = symbols('bytes: Clone', 'slices: Clone Concat', 'strings: Clone', 'maps: Clone');

export const sliceCopy: Rule = {
  pattern: 'slice-copy',
  name: 'Copy of a slice',
  meaning: 'A new slice is made with a copy of another one.',
  advice:
    'Hand on the slice itself where nobody writes to it later, or copy into one that is kept for it.',
  exception: 'What outlives a buffer that is used again has to be copied.',
  witnesses: { source: bySource, stack: callsOneOf(COPIERS, 'copies') },
  shown: [['source'], ['stack']],
  likely: [],
  yields: ['pooled-buffer-copy'],
};

/** `append([]T(nil), x...)` and `append([]T{}, x...)`. */
function bySource({ source, stack }: AllocationFacts): Sign {
  if (source === null || !isOwn(stack)) return null;
  const { file } = source;
  for (const {
    called,
    arguments: [slice, values, ...more],
  } of callsOn(source)) {
    if (called !== 'append' || slice === undefined || values === undefined || more.length > 0)
      continue;
    if (!/^\[\][\w.*]+(?:\(nil\)|\{\})$/.test(file.textOf(slice))) continue;
    // With make it is a way to ask for memory that is not cleared.
    if (file.text(values.end - 1) === '...' && !file.is(values.first, 'make', '(')) {
      const copied = file.textOf({ first: values.first, end: values.end - 1 });
      return sign(`The line copies ${copied} into a new slice.`, quoted(source));
    }
  }
  return null;
}
