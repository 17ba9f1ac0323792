import { type AllocationFacts, isOwn, leafOf } from '../facts.ts';
import type { Rule, Sign } from '../rule.ts';
import { largestBytes, smallestBytes } from '../sizes.ts';
import { callsOn, pooledNames, quoted } from '../source-signs.ts';
import { hint, sign } from '../testimony.ts';

/** How far apart the smallest and the largest are before sizes are called mixed. */
const MIXED_RATIO = 8;

export const pooledBufferGrowth: Rule = {
  pattern: 'pooled-buffer-growth',
  name: 'Pooled buffers of mixed sizes',
  meaning:
    'Buffers from a sync.Pool still grow: small and large ones are put back into the same pool.',
  advice:
    'Keep a pool for each range of sizes, begin with the usual size in New, and do not put back what has become too large.',
  exception: 'Until every buffer of a pool has met a large piece of work some growth is normal.',
  witnesses: { source: bySource, stack: byStack, sizes: bySizes },
  shown: [],
  likely: [
    ['source', 'stack', 'sizes'],
    ['source', 'sizes'],
  ],
};

/** A call on a buffer that the function took from a pool, or an append to it. */
function bySource({ source }: AllocationFacts): Sign {
  if (source === null) return null;
  const pooled = pooledNames(source);
  for (const {
    called,
    arguments: [first],
  } of callsOn(source)) {
    const appended =
      called === 'append' && first !== undefined ? source.file.text(first.first) : '';
    const written = called.includes('.') ? called.slice(0, called.indexOf('.')) : '';
    const name = [appended, written].find((word) => pooled.has(word));
    if (name !== undefined)
      return sign(`The line writes to ${name}, which comes from a sync.Pool.`, quoted(source));
  }
  return null;
}

function byStack({ stack }: AllocationFacts): Sign {
  const leaf = leafOf(stack);
  return leaf.startsWith('bytes.') ? sign(`${leaf} allocates a larger array.`) : null;
}

function bySizes({ stack }: AllocationFacts): Sign {
  const { sizes } = stack;
  if (!isOwn(stack) && !leafOf(stack).startsWith('bytes.')) return null;
  if (sizes === null || sizes.sizeBytes.length < 3) return null;
  if (largestBytes(sizes) < MIXED_RATIO * smallestBytes(sizes)) return null;
  return hint(`The arrays have from ${smallestBytes(sizes)} to ${largestBytes(sizes)} bytes.`);
}
