import { type AllocationFacts, isOwn } from '../facts.ts';
import { ownMessages } from '../own-messages.ts';
import type { Rule, Sign } from '../rule.ts';
import { callsOn, quoted } from '../source-signs.ts';
import { callsOneOf, runsOnce, symbols } from '../stack-signs.ts';
import { subjectKind } from '../subject.ts';
import { hint, sign } from '../testimony.ts';

const MAKERS = symbols('bytes: NewBuffer NewBufferString NewReader', 'strings: NewReader');

export const bufferPerCall: Rule = {
  pattern: 'buffer-per-call',
  name: 'Buffer made per call',
  meaning: 'A buffer is made on the heap each time the line runs.',
  advice: 'Take it from a sync.Pool and Reset it, or pass one in that the caller keeps.',
  exception:
    'Where what it holds is given away the buffer cannot go back to a pool before that is done with.',
  witnesses: { compiler: byCompiler, source: bySource, stack: byStack },
  shown: [['stack'], ['compiler', 'source']],
  likely: [['source']],
  yields: ['pool-miss'],
};

const callsMaker = callsOneOf(MAKERS, 'makes a new one each time');

function byStack(facts: AllocationFacts): Sign {
  return runsOnce(facts.stack) ? 'against' : callsMaker(facts);
}

function byCompiler(facts: AllocationFacts): Sign {
  const message = ownMessages(facts).find(
    ({ says, subject }) =>
      says === 'moved' || (says === 'escapes' && subjectKind(subject) === 'make'),
  );
  if (message === undefined) return null;
  return sign('The compiler says that it is allocated.', message.text);
}

/** `bytes.NewBuffer(make(…))`, and variables that are a buffer. */
function bySource({ source, stack }: AllocationFacts): Sign {
  if (source === null || !isOwn(stack)) return null;
  const { file, line } = source;
  for (const {
    called,
    arguments: [content],
  } of callsOn(source)) {
    if (
      called === 'bytes.NewBuffer' &&
      content !== undefined &&
      file.is(content.first, 'make', '(')
    ) {
      return sign('The line makes the bytes of a new bytes.Buffer.', quoted(source));
    }
  }
  const { first, end } = file.tokensOf(line);
  for (let token = first; token < end; token++) {
    const isBuffer =
      file.is(token, 'bytes', '.', 'Buffer') || file.is(token, 'strings', '.', 'Builder');
    const isVariable = file.text(token - 2) === 'var' && file.isWord(token - 1);
    if (isBuffer && isVariable)
      return sign(
        `The line declares ${file.text(token - 1)}, a ${file.textOf({ first: token, end: token + 3 })}.`,
        quoted(source),
      );
    const isValue = isBuffer && file.text(token + 3) === '{' && file.text(token - 1) !== '*';
    if (isValue) return hint('The line makes a buffer.', quoted(source));
  }
  return null;
}
