import { type AllocationFacts, calledBy, leafOf } from '../facts.ts';
import type { Rule, Sign } from '../rule.ts';
import { sign } from '../testimony.ts';

/** What allocates when a buffer grows. */
const GROWERS: ReadonlySet<string> = new Set([
  'bytes.growSlice',
  'bytes.makeSlice',
  'bytes.(*Buffer).grow',
  'strings.(*Builder).WriteString',
  'strings.(*Builder).WriteByte',
  'strings.(*Builder).WriteRune',
  'strings.(*Builder).Write',
  'io.ReadAll',
]);

export const growingBuffer: Rule = {
  pattern: 'growing-buffer',
  name: 'Growing buffer',
  meaning:
    'A bytes.Buffer, strings.Builder or io.ReadAll begins small and moves to a larger array again and again.',
  advice:
    'Call Grow with the expected length before the first write, or use a buffer again that has grown already.',
  exception:
    'Where the length is not known, and one that is too large would be kept, growth costs less.',
  witnesses: { stack: byStack },
  shown: [['stack']],
  likely: [],
  yields: ['pool-miss', 'pooled-buffer-growth', 'library-result'],
};

function byStack({ stack }: AllocationFacts): Sign {
  const leaf = leafOf(stack);
  const called = calledBy(stack);
  // Grow asks for all at once.
  if (!GROWERS.has(leaf) || /\)\.Grow$/.test(called)) return null;
  const method = stack.chain.findIndex((symbol) =>
    /^(?:bytes\.\(\*Buffer\)|strings\.\(\*Builder\))\./.test(symbol),
  );
  const writer = method > 0 ? stack.chain[method - 1] : '';
  // A buffer that a library writes to is the line's only where the line handed it over as an io.Writer.
  if (writer !== '' && !(WRITERS.test(writer) && WRITERS.test(called))) return null;
  const under = called === leaf ? '' : `, under ${called}, which the line calls`;
  return sign(`${leaf} allocates${under}.`);
}

/** Functions that write to the io.Writer that they are given. */
const WRITERS =
  /^(?:io|io\/ioutil|bufio)\.|^fmt\.Fprint|\)\.(?:Encode|Execute|WriteTo|Flush|Close)$/;
