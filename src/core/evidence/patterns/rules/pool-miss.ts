import type { AllocationFacts } from '../facts.ts';
import type { Rule, Sign } from '../rule.ts';
import { sign } from '../testimony.ts';

export const poolMiss: Rule = {
  pattern: 'pool-miss',
  name: 'sync.Pool miss',
  meaning: 'A sync.Pool was empty, so that its New made another object.',
  advice:
    'Some misses are normal. With many, see that every Get is followed by a Put on all ways out, and that the collector, which empties pools, runs less often.',
  exception:
    'After a start, and where more goroutines hold an object at once than before, a pool has to grow.',
  witnesses: { stack: byStack },
  shown: [['stack']],
  likely: [],
};

function byStack({ stack: { poolNew } }: AllocationFacts): Sign {
  if (poolNew === '') return null;
  return sign(
    `sync.(*Pool).Get calls ${poolNew}, the pool's New, which it does when the pool is empty.`,
  );
}
