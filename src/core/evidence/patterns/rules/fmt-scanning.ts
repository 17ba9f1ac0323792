import { type AllocationFacts, isOwn } from '../facts.ts';
import { ownMessages } from '../own-messages.ts';
import type { Rule, Sign } from '../rule.ts';
import { callsOn, quoted } from '../source-signs.ts';
import { callsOneOf, symbols } from '../stack-signs.ts';
import { sign } from '../testimony.ts';

const SCANNERS = symbols('fmt: Sscanf Sscan Sscanln Fscanf Fscan Fscanln Scanf Scan Scanln');

export const fmtScanning: Rule = {
  pattern: 'fmt-scanning',
  name: 'Scanning with fmt',
  meaning: 'Package fmt scans text, with a state and buffers that it makes for every call.',
  advice:
    'Cut the text with strings.Cut and read numbers with strconv.Atoi or ParseInt, none of which allocate.',
  exception: 'For input that is read once at the start it does not matter.',
  witnesses: { compiler: byCompiler, source: bySource, stack: callsOneOf(SCANNERS, 'scans text') },
  shown: [['stack'], ['compiler', 'source']],
  likely: [],
};

/** Sscanf is inlined, and moves its own parameter to the heap where it is called. */
function byCompiler(facts: AllocationFacts): Sign {
  const message = ownMessages(facts).find(
    ({ says, subject }) => says === 'moved' && subject.startsWith('fmt.'),
  );
  if (message === undefined) return null;
  return sign(
    `The compiler says that ${message.subject}, a variable of an inlined function of fmt, lives on the heap.`,
    message.text,
  );
}

function bySource({ source, stack }: AllocationFacts): Sign {
  if (source === null || !isOwn(stack)) return null;
  const scanner = callsOn(source).find(({ called }) => SCANNERS.has(called));
  return scanner === undefined ? null : sign(`The line calls ${scanner.called}.`, quoted(source));
}
