import type { AllocationFacts } from '../facts.ts';
import { calledBy, isOwn } from '../facts.ts';
import type { Rule, Sign } from '../rule.ts';
import { callsOn, pooledNames, quoted } from '../source-signs.ts';
import { sign } from '../testimony.ts';

const COPIERS: ReadonlySet<string> = new Set(['string', '[]byte', 'bytes.Clone', 'slices.Clone']);

export const pooledBufferCopy: Rule = {
  pattern: 'pooled-buffer-copy',
  name: 'Copy of a pooled buffer',
  meaning:
    'What a buffer from a sync.Pool holds is copied, so that the pool saves one of two allocations.',
  advice:
    'Write the bytes where they go, such as w.Write(buf.Bytes()), before the buffer is put back.',
  exception: 'What outlives the buffer has to be copied.',
  witnesses: { source: bySource },
  shown: [['source']],
  likely: [],
};

function bySource({ source, stack }: AllocationFacts): Sign {
  if (source === null) return null;
  const isString = calledBy(stack) === 'bytes.(*Buffer).String';
  if (!isOwn(stack) && !isString && !COPIERS.has(calledBy(stack))) return null;
  const pooled = pooledNames(source);
  if (pooled.size === 0) return null;
  const { file } = source;
  for (const { called, open, arguments: spans } of callsOn(source)) {
    const owner = called.includes('.') ? called.slice(0, called.indexOf('.')) : '';
    if (called.endsWith('.String') && spans.length === 0 && pooled.has(owner))
      return copies(owner, source);
    const copied = COPIERS.has(called)
      ? spans[0]
      : called === 'append' && isNewSlice(file.textOf(spans[0] ?? { first: 0, end: 0 }))
        ? spans[1]
        : undefined;
    if (copied === undefined || open < 0) continue;
    const name = file.text(copied.first);
    if (pooled.has(name) && !file.textOf(copied).includes('(').valueOf())
      return copies(name, source);
    if (pooled.has(name) && file.is(copied.first + 1, '.', 'Bytes', '(', ')'))
      return copies(name, source);
  }
  return null;
}

function copies(name: string, source: NonNullable<AllocationFacts['source']>): Sign {
  return sign(`The line copies what is in ${name}, which comes from a sync.Pool.`, quoted(source));
}

function isNewSlice(text: string): boolean {
  return /^\[\]\w+(?:\(nil\)|\{\})$/.test(text);
}
