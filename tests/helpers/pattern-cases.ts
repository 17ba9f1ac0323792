import { GoFile } from '../../src/core/evidence/go-source/go-file.ts';
import type { AllocationFacts, CompilerMessage } from '../../src/core/evidence/patterns/facts.ts';
import { judge } from '../../src/core/evidence/patterns/judge.ts';
import type { Certainty, Rule } from '../../src/core/evidence/patterns/rule.ts';

/** A line of a program, with what is known of it and how a rule should judge it. */
export interface CaseOfRule {
  readonly verdict: Certainty | 'no';
  readonly title: string;
  readonly facts: AllocationFacts;
}

/**
 * Reads cases, with an empty line between them. The first line of a case is its verdict and title. Then `|` stands
 * before lines of source, and `>` before the one that allocates; `-m COLUMN: MESSAGE` is what the compiler says of
 * it; `calls` has the library functions down to the one that allocates, `allocator` that of the runtime, `new` a
 * pool's New; `sizes` has SIZE:NUMBER for each size; `objects` their number;
 * `once` stands for a line that runs when packages start.
 */
export function parseCases(text: string): CaseOfRule[] {
  return text
    .trim()
    .split(/\n\n+/)
    .map((block) => parseCase(block.split('\n')));
}

function parseCase([head = '', ...lines]: readonly string[]): CaseOfRule {
  const [, verdict, title] = /^(shown|likely|no): (.+)$/.exec(head) ?? [];
  if (verdict === undefined || title === undefined) throw new Error(`No case begins so: ${head}`);
  const source = lines.filter((line) => /^[|>]/.test(line));
  const allocating = source.findIndex((line) => line.startsWith('>'));
  const said = lines.filter((line) => line.startsWith('-m '));
  const words = (name: string) =>
    lines
      .filter((line) => line.startsWith(`${name} `))
      .flatMap((line) => line.slice(name.length + 1).split(' '));
  const sizes = words('sizes').map((each) => each.split(':').map(Number));
  return {
    verdict: verdict as CaseOfRule['verdict'],
    title,
    facts: {
      stack: {
        isOnce: lines.includes('once'),
        chain: words('calls'),
        allocator: words('allocator')[0] ?? '',
        poolNew: words('new')[0] ?? '',
        calledBeside: [],
        objects: Number(words('objects')[0] ?? 1000),
        sizes:
          sizes.length === 0
            ? null
            : {
                sizeBytes: sizes.map(([size]) => size ?? 0),
                objects: sizes.map(([, objects]) => objects ?? 0),
              },
      },
      compiler: said.length === 0 ? null : messagesOf(said),
      source:
        allocating < 0
          ? null
          : {
              file: new GoFile(source.map((line) => line.slice(1).replace(/^ /, '')).join('\n')),
              line: allocating + 1,
            },
    },
  };
}

function messagesOf(said: readonly string[]): CompilerMessage[] {
  const parsed = said.map((line) => {
    const [, column = '0', text = ''] = /^-m (\d+): (.*)$/.exec(line) ?? [];
    return { column: Number(column), text };
  });
  const calls = new Map(
    parsed.flatMap(({ column, text }) => {
      const call = /^inlining call to (.*)$/.exec(text)?.[1];
      return call === undefined ? [] : [[column, call] as const];
    }),
  );
  return parsed.flatMap(({ column, text }): CompilerMessage[] => {
    const [, moved] = /^moved to heap: (.*)$/.exec(text) ?? [];
    const [, escaping] = /^(.*) escapes to heap$/.exec(text) ?? [];
    const [, staying] = /^(.*) does not escape$/.exec(text) ?? [];
    const subject = moved ?? escaping ?? staying;
    if (subject === undefined) return [];
    const says = moved !== undefined ? 'moved' : escaping !== undefined ? 'escapes' : 'stays';
    const inlined = calls.get(column) ?? '';
    return [{ says, column, subject, text, reasons: [], isConverted: false, inlined }];
  });
}

/** How all rules together judge a case as to one pattern. */
export function verdictOn(
  { facts }: CaseOfRule,
  pattern: string,
  rules: readonly Rule[],
): CaseOfRule['verdict'] {
  return judge(facts, rules).find(({ rule }) => rule.pattern === pattern)?.certainty ?? 'no';
}
