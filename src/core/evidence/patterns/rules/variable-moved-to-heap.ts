import { movedByCompiler, movedBySource } from '../moved-variables.ts';
import type { Rule } from '../rule.ts';

export const variableMovedToHeap: Rule = {
  pattern: 'variable-moved-to-heap',
  name: 'Variable moved to the heap',
  meaning:
    'A local variable lives on the heap, because something that may outlive the function has its address.',
  advice:
    'Pass the value rather than its address, return results instead of filling them in by pointer, and hand values to closures as arguments.',
  exception:
    'Where the callee keeps the address, or is called through an interface or function value, the compiler has no choice.',
  witnesses: {
    compiler: movedByCompiler,
    source: movedBySource,
  },
  shown: [['compiler']],
  likely: [['source']],
  yields: ['large-variable-moved-to-heap'],
};
