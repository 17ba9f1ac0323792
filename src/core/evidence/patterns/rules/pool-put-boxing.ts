import { type AllocationFacts, isOwn } from '../facts.ts';
import { ownMessages } from '../own-messages.ts';
import type { Rule, Sign } from '../rule.ts';
import { callsOn, poolNames, quoted } from '../source-signs.ts';
import { subjectKind } from '../subject.ts';
import { hint, sign } from '../testimony.ts';

/** A slice without what it holds. */
const SLICE_HEADER_BYTES = 24;

export const poolPutBoxing: Rule = {
  pattern: 'pool-put-boxing',
  name: 'Value boxed to put it back into a pool',
  meaning:
    'Put takes any: a slice or struct that is put back is copied to the heap for it, so that the pool allocates each time.',
  advice: 'Keep pointers in the pool: a *[]byte or *bytes.Buffer, the one that Get gave.',
  exception:
    'Taking the address of a local slice for Put moves that to the heap instead, which saves nothing.',
  witnesses: { compiler: byCompiler, source: bySource, sizes: bySizes },
  shown: [['compiler', 'source']],
  likely: [['source', 'sizes']],
};

function byCompiler(facts: AllocationFacts): Sign {
  const message = ownMessages(facts).find(
    ({ says, subject }) =>
      says === 'escapes' && ['value', 'selector'].includes(subjectKind(subject)),
  );
  return message === undefined
    ? null
    : sign(`The compiler says that ${message.subject} is copied to the heap.`, message.text);
}

function bySource({ source, stack }: AllocationFacts): Sign {
  if (source === null || !isOwn(stack)) return null;
  const pools = poolNames(source.file);
  for (const {
    called,
    arguments: [value, ...more],
  } of callsOn(source)) {
    const pool = called.slice(0, -'.Put'.length);
    if (!called.endsWith('.Put') || value === undefined || more.length > 0) continue;
    if (!pools.has(pool.slice(pool.lastIndexOf('.') + 1))) continue;
    if (source.file.text(value.first) === '&') return 'against';
    return sign(
      `The line puts ${source.file.textOf(value)} back into ${pool}, a sync.Pool.`,
      quoted(source),
    );
  }
  return null;
}

function bySizes({ stack: { sizes } }: AllocationFacts): Sign {
  if (sizes?.sizeBytes.length !== 1 || sizes.sizeBytes[0] !== SLICE_HEADER_BYTES) return null;
  return hint(`The objects have ${SLICE_HEADER_BYTES} bytes, as a slice without what it holds.`);
}
