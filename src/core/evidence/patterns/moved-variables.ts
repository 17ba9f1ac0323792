import { type AllocationFacts, isOwn } from './facts.ts';
import { ownMessages } from './own-messages.ts';
import type { Sign } from './rule.ts';
import { largestBytes } from './sizes.ts';
import { callsOn, quoted } from './source-signs.ts';
import { hint, sign } from './testimony.ts';

/** From here on a variable is called large: two lines of most processors' caches. */
export const LARGE_BYTES = 128;

/** What the compiler says of variables of a line that live on the heap, and why if it explains. */
export function movedByCompiler(facts: AllocationFacts): Sign {
  const message = ownMessages(facts).find(({ says }) => says === 'moved');
  if (message === undefined) return null;
  const { subject, reasons, text } = message;
  const why = reasons.includes('captured by a closure')
    ? ': a closure captures it'
    : reasons.includes('interface-converted')
      ? ': its address becomes an interface'
      : reasons.includes('too large for stack')
        ? ': it is too large for the stack'
        : '';
  return sign(`The compiler says that the variable “${subject}” lives on the heap${why}.`, text);
}

/**
 * A line that only declares a variable allocates nothing, unless the variable itself lives on the heap; which is
 * told of `var name T` and `name := T{…}` here.
 */
export function movedBySource({ source, stack }: AllocationFacts): Sign {
  if (source === null || !isOwn(stack)) return null;
  const { file, line } = source;
  const { first, end } = file.tokensOf(line);
  if (callsOn(source).length > 0) return null;
  const isVar = file.text(first) === 'var' && file.isWord(first + 1);
  const isValue =
    file.text(first + 1) === ':=' && file.isWord(first + 2) && file.text(end - 1) === '}';
  for (let token = first; token < end; token++) {
    if (isVar && (file.text(token) === '=' || file.text(token) === '{')) return null;
    if (isValue && ['&', '+', 'func', '['].includes(file.text(token))) return null;
  }
  if (!isVar && !isValue) return null;
  const name = file.text(isVar ? first + 1 : first);
  return hint(
    `The line does nothing but declare “${name}”, so that what it allocates is the variable itself.`,
    quoted(source),
  );
}

/** Whether the objects are large. */
export function largeBySizes({ stack }: AllocationFacts): Sign {
  const bytes = largestBytes(stack.sizes);
  if (!isOwn(stack) || bytes < LARGE_BYTES) return null;
  return sign(`The objects have up to ${bytes} bytes.`);
}
