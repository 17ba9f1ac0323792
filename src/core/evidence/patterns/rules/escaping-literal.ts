import { type AllocationFacts, isOwn } from '../facts.ts';
import { ownMessages } from '../own-messages.ts';
import type { Rule, Sign } from '../rule.ts';
import { quoted } from '../source-signs.ts';
import { subjectKind } from '../subject.ts';
import { hint, sign } from '../testimony.ts';

export const escapingLiteral: Rule = {
  pattern: 'escaping-literal',
  name: 'Object made by a literal or new',
  meaning: 'A &T{…}, new(T), or literal of a slice or map outlives the function that makes it.',
  advice:
    'Return the value instead of a pointer, let the caller pass in what is to be filled, or use objects again.',
  exception:
    'What is kept has to be somewhere; a constructor that returns a pointer to a large struct is no waste.',
  witnesses: { compiler: byCompiler, source: bySource },
  shown: [['compiler']],
  likely: [['source']],
  yields: ['pool-miss'],
};

function byCompiler(facts: AllocationFacts): Sign {
  const { calledBeside } = facts.stack;
  const message = ownMessages(facts).find(({ says, subject }) => {
    if (says !== 'escapes' || subjectKind(subject) !== 'literal') return false;
    // An empty slice needs no memory.
    if (/^\[\].*\{\}$/.test(subject)) return false;
    // Of another package's type, beside a call of that package: the body of a function that was inlined.
    const owner = /^&(\w+)\./.exec(subject)?.[1];
    return owner === undefined || !calledBeside.some((symbol) => symbol.includes(`${owner}.`));
  });
  return message === undefined
    ? null
    : sign('The compiler says that the literal is allocated.', message.text);
}

function bySource({ source, stack }: AllocationFacts): Sign {
  if (source === null || !isOwn(stack)) return null;
  const { file, line } = source;
  const { first, end } = file.tokensOf(line);
  for (let token = first; token < end; token++) {
    if (file.is(token, 'new', '('))
      return hint('The line makes an object with new.', quoted(source));
    const isPointer =
      file.text(token) === '&' && file.isWord(token + 1) && isLiteral(source, token + 1);
    if (isPointer) return hint('The line makes an object and takes its address.', quoted(source));
  }
  return null;
}

/** Whether a type and its literal stand from a token on: `T{`, `p.T{`, `T[K]{`. */
function isLiteral({ file }: NonNullable<AllocationFacts['source']>, token: number): boolean {
  let at = token + 1;
  if (file.text(at) === '.') at += 2;
  if (file.text(at) === '[') at = file.behind(at);
  return file.text(at) === '{';
}
