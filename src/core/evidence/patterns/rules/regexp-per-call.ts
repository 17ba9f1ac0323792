import type { AllocationFacts } from '../facts.ts';
import type { Rule, Sign } from '../rule.ts';
import { callsOneOf, runsOnce, symbols } from '../stack-signs.ts';

const COMPILERS = symbols(
  'regexp: Compile CompilePOSIX Match MatchReader MatchString MustCompile MustCompilePOSIX',
);

const callsCompiler = callsOneOf(COMPILERS, 'compiles a regular expression');

export const regexpPerCall: Rule = {
  pattern: 'regexp-per-call',
  name: 'Regular expression compiled per call',
  meaning: 'A regular expression is parsed and compiled each time the line runs.',
  advice:
    'Compile it once into a variable of the package; a *regexp.Regexp may be used by all goroutines at once.',
  exception:
    'An expression that comes with the input has to be compiled; keep those that come again.',
  witnesses: {
    stack: (facts: AllocationFacts): Sign =>
      runsOnce(facts.stack) ? 'against' : callsCompiler(facts),
  },
  shown: [['stack']],
  likely: [],
};
