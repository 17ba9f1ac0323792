import type { AllocationFacts, CompilerMessage } from './facts.ts';
import { isOwn } from './facts.ts';
import { isConstant, subjectKind } from './subject.ts';

/**
 * The messages that speak of what the line allocates itself. A message at the place of an inlined call is about
 * the body of that function, whose allocations the profile has apart, at its own line; only its variables that
 * move to the heap are allocated here.
 */
export function ownMessages(facts: AllocationFacts): readonly CompilerMessage[] {
  if (facts.compiler === null || !isOwn(facts.stack)) return [];
  return facts.compiler.filter(
    (message) => message.says === 'moved' || (message.inlined === '' && isOnLine(facts, message)),
  );
}

/**
 * Whether the names of a message stand on its line: outputs without their lines about inlining are not told
 * otherwise whose body a message is about.
 */
function isOnLine({ source }: AllocationFacts, { subject, column }: CompilerMessage): boolean {
  if (source === null || column === 0) return true;
  const kind = subjectKind(subject);
  if (kind !== 'value' && kind !== 'selector' && kind !== 'composite') return true;
  const name = /[\p{L}_][\p{L}\p{Nd}_]*/u.exec(subject)?.[0];
  // `~r0` is the result of a call.
  if (name === undefined || subject.startsWith('~')) return true;
  const { first, end } = source.file.tokensOf(source.line);
  for (let token = first; token < end; token++) if (source.file.text(token) === name) return true;
  return false;
}

/** Whether the compiler says of nothing that the line itself allocates it, though it speaks of the file. */
export function isSilent(facts: AllocationFacts): boolean {
  if (facts.compiler === null) return false;
  return !ownMessages(facts).some(
    ({ says, subject }) => says !== 'stays' && !isUnallocated(subject),
  );
}

/** Constants become interfaces without an allocation, and an empty slice needs no memory. */
function isUnallocated(subject: string): boolean {
  return isConstant(subject) || /^\[\].*\{\}$/.test(subject);
}
