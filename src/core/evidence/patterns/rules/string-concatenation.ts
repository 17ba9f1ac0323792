import { isReturnedAs } from '../../go-source/returned.ts';
import { isConstant, kindOf, sidesOf } from '../../go-source/string-type.ts';
import { type AllocationFacts, isOwn } from '../facts.ts';
import { ownMessages } from '../own-messages.ts';
import type { Rule, Sign } from '../rule.ts';
import { largestBytes } from '../sizes.ts';
import { quoted } from '../source-signs.ts';
import { runtimeCalls } from '../stack-signs.ts';
import { joinsLiteral, subjectKind } from '../subject.ts';
import { hint, sign } from '../testimony.ts';

/** Room for a short result on the stack (`tmpStringBufSize` in runtime/string.go). */
const STACK_BUFFER_BYTES = 32;

/** Size of a complex128. */
const LARGEST_NUMBER_BYTES = 16;

export const stringConcatenation: Rule = {
  pattern: 'string-concatenation',
  name: 'String concatenation',
  meaning: 'Strings are joined with +, and every + or += makes a new string with a copy of both.',
  advice:
    'Join all parts in one expression, or write them to a strings.Builder whose Grow was called with the length, or append them to a []byte that is used again.',
  exception:
    'One expression of several + makes one string already; a Builder then saves nothing but what it is spared to build.',
  witnesses: {
    compiler: byCompiler,
    source: bySource,
    stack: runtimeCalls(/^runtime\.concatstring/, 'joins strings'),
    sizes: bySizes,
  },
  shown: [['compiler', 'source'], ['compiler'], ['source'], ['stack']],
  likely: [['source'], ['compiler', 'sizes']],
};

function byCompiler(facts: AllocationFacts): Sign {
  const sums = ownMessages(facts).filter(({ subject }) => subjectKind(subject) === 'sum');
  const escaping = sums.find(({ says }) => says === 'escapes');
  if (escaping !== undefined) {
    if (joinsLiteral(escaping.subject)) {
      return sign('The compiler says that a sum of strings is allocated.', escaping.text);
    }
    return hint(
      'The compiler says that a sum is allocated: one of strings, or one of numbers that becomes an interface.',
      escaping.text,
    );
  }
  const staying = sums.find(({ says }) => says === 'stays');
  if (staying === undefined || largestBytes(facts.stack.sizes) <= STACK_BUFFER_BYTES) return null;
  return hint(
    `The compiler keeps this sum on the stack, but only up to ${STACK_BUFFER_BYTES} bytes; what is longer is allocated, and the objects here are.`,
    staying.text,
  );
}

/** A sum that is allocated, whose objects are too large for numbers. */
function bySizes(facts: AllocationFacts): Sign {
  const sum = ownMessages(facts).find(
    ({ says, subject }) => says === 'escapes' && subjectKind(subject) === 'sum',
  );
  const bytes = largestBytes(facts.stack.sizes);
  // One with a literal is a string already.
  if (sum === undefined || joinsLiteral(sum.subject) || bytes <= LARGEST_NUMBER_BYTES) return null;
  return hint(
    `The objects have up to ${bytes} bytes, more than a number that becomes an interface.`,
  );
}

function bySource({ source, stack }: AllocationFacts): Sign {
  if (source === null || !isOwn(stack)) return null;
  const { file, line } = source;
  const { first, end } = file.tokensOf(line);
  let isUnsure = false;
  for (let at = first; at < end; at++) {
    const text = file.text(at);
    if (text !== '+' && text !== '+=') continue;
    const { left, right } = sidesOf(file, at);
    if (left.first === left.end) continue;
    // The compiler joins constants.
    if (text === '+' && isConstant(file, left) && isConstant(file, right)) continue;
    const kinds = [kindOf(file, left), kindOf(file, right)];
    if (kinds.includes('other')) continue;
    const isString =
      kinds.includes('string') ||
      isConvertedToBytes(source, left.first, right.end) ||
      isReturnedAs(file, at, 'string');
    if (!isString) {
      isUnsure = true;
      continue;
    }
    const how = text === '+=' ? 'appends to a string with +=' : 'joins strings with +';
    const often = file.isInLoop(at)
      ? ' in a loop, where every step copies what the steps before have made'
      : '';
    return sign(`The line ${how}${often}.`, quoted(source));
  }
  if (!isUnsure) return 'against';
  return null;
}

/** Whether `[]byte(a + b)` stands around the operands: what is converted to bytes is a string. */
function isConvertedToBytes(
  { file }: NonNullable<AllocationFacts['source']>,
  from: number,
  to: number,
): boolean {
  return file.is(from - 4, '[', ']', 'byte', '(') && file.text(to) === ')';
}
