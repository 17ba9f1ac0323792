import { type AllocationFacts, calledBy, type StackFacts } from './facts.ts';
import type { Sign } from './rule.ts';
import { sign } from './testimony.ts';

/** A Go symbol without type arguments: `slices.Clone[...]` is `slices.Clone`. */
function plainSymbol(symbol: string): string {
  const bracket = symbol.indexOf('[');
  return bracket < 0 ? symbol : symbol.slice(0, bracket);
}

/** The stack for a pattern where the line calls one of some library functions. */
export function callsOneOf(
  names: ReadonlySet<string>,
  what: string,
): (facts: AllocationFacts) => Sign {
  return ({ stack }) => {
    const called = calledBy(stack);
    if (!names.has(plainSymbol(called))) return null;
    return sign(`The line calls ${called}, which ${what}.`);
  };
}

/** The stack for a pattern where the line itself calls one of some functions of the runtime. */
export function runtimeCalls(pattern: RegExp, what: string): (facts: AllocationFacts) => Sign {
  return ({ stack }) => {
    if (stack.chain.length > 0 || !pattern.test(stack.allocator)) return null;
    return sign(`The line calls ${stack.allocator}, which ${what}.`);
  };
}

/** Whether the line runs once for a process, as far as is known: when packages start, or for but one object. */
export function runsOnce({ isOnce, objects }: StackFacts): boolean {
  return isOnce || objects < 2;
}

/** A set of symbols, written as package and names: `fmt: Sprintf Sprint`. */
export function symbols(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap((line) => {
      const [owner = '', names = ''] = line.split(': ');
      return names.split(' ').map((name) => `${owner}.${name}`);
    }),
  );
}
