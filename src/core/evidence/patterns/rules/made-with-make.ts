import { type AllocationFacts, isOwn } from '../facts.ts';
import { ownMessages } from '../own-messages.ts';
import type { Rule, Sign } from '../rule.ts';
import { callsOn, quoted } from '../source-signs.ts';
import { callsOneOf, symbols } from '../stack-signs.ts';
import { subjectKind } from '../subject.ts';
import { hint, sign } from '../testimony.ts';

const GROWERS = symbols('strings: (*Builder).Grow', 'bytes: (*Buffer).Grow', 'slices: Grow');

const callsGrower = callsOneOf(GROWERS, 'makes room for all that was asked for');

export const madeWithMake: Rule = {
  pattern: 'made-with-make',
  name: 'Slice, map or buffer made at its size',
  meaning:
    'A slice, map, channel or buffer is made with the size that the code asks for: one allocation for each.',
  advice:
    'It is one allocation already. What saves it is to use one again, from the caller or a sync.Pool, or not to need it.',
  exception: 'What is given away or kept has to be made.',
  witnesses: { compiler: byCompiler, source: bySource, stack: byStack },
  shown: [['stack'], ['compiler']],
  likely: [['source']],
  yields: ['pool-miss', 'buffer-per-call'],
};

function byStack(facts: AllocationFacts): Sign {
  const { chain, allocator } = facts.stack;
  if (chain.length === 0 && /^runtime\.make(?:slice|map|chan)/.test(allocator)) {
    return sign(`The line calls ${allocator}.`);
  }
  return callsGrower(facts);
}

function byCompiler(facts: AllocationFacts): Sign {
  const message = ownMessages(facts).find(
    ({ says, subject }) => says === 'escapes' && subjectKind(subject) === 'make',
  );
  return message === undefined
    ? null
    : sign('The compiler says that what make makes is allocated.', message.text);
}

function bySource({ source, stack }: AllocationFacts): Sign {
  if (source === null || !isOwn(stack)) return null;
  const isMade = callsOn(source).some(({ called }) => called === 'make');
  return isMade ? hint('The line calls make.', quoted(source)) : null;
}
