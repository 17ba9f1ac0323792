import { LARGE_BYTES, largeBySizes, movedByCompiler, movedBySource } from '../moved-variables.ts';
import type { Rule } from '../rule.ts';

export const largeVariableMovedToHeap: Rule = {
  pattern: 'large-variable-moved-to-heap',
  name: 'Large stack object moved to the heap',
  meaning: `A local variable of ${LARGE_BYTES} bytes or more, such as an array used as a buffer, lives on the heap instead of the stack.`,
  advice:
    'Find what takes its address: a slice of it that goes to an interface, a function value or assembly. Take the buffer from a pool or from the caller, or use a function that takes a string or value.',
  exception:
    'Variables over the limit of the compiler, 10 MB and in newer versions 128 KB, go to the heap whatever is done with them.',
  witnesses: {
    compiler: movedByCompiler,
    source: movedBySource,
    sizes: largeBySizes,
  },
  shown: [['compiler', 'sizes']],
  likely: [['source', 'sizes']],
};
