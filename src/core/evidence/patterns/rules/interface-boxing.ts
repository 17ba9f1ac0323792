import type { Span } from '../../go-source/go-file.ts';
import { isReturnedAs } from '../../go-source/returned.ts';
import { kindOf, sidesOf } from '../../go-source/string-type.ts';
import { type AllocationFacts, type CompilerMessage, isOwn } from '../facts.ts';
import { ownMessages } from '../own-messages.ts';
import type { Rule, Sign } from '../rule.ts';
import { callsOn, quoted } from '../source-signs.ts';
import { runtimeCalls } from '../stack-signs.ts';
import { subjectKind } from '../subject.ts';
import { hint, sign } from '../testimony.ts';

/** Functions of Go's own packages whose arguments become `any`, and the first of them that does. */
const TAKE_ANY: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ['Sprint', 'Sprintln', 'Print', 'Println'].map((name) => [`fmt.${name}`, 0]),
  ),
  ...Object.fromEntries(
    ['Sprintf', 'Printf', 'Errorf', 'Fprint', 'Fprintln'].map((name) => [`fmt.${name}`, 1]),
  ),
  ...Object.fromEntries(['Fprintf', 'Appendf'].map((name) => [`fmt.${name}`, 2])),
  ...Object.fromEntries(
    ['Print', 'Println', 'Fatal', 'Fatalln', 'Panic'].map((name) => [`log.${name}`, 0]),
  ),
  ...Object.fromEntries(['Printf', 'Fatalf', 'Panicf'].map((name) => [`log.${name}`, 1])),
  ...Object.fromEntries(['Debug', 'Info', 'Warn', 'Error'].map((name) => [`slog.${name}`, 1])),
};

export const interfaceBoxing: Rule = {
  pattern: 'interface-boxing',
  name: 'Interface boxing',
  meaning:
    'A value becomes an interface, such as an argument of type any, and is copied to the heap for it.',
  advice:
    'Pass the value in its own type: a typed method or a generic function instead of any, strconv instead of fmt, typed fields of a logger.',
  exception:
    'Pointers, constants and numbers below 256 are not copied; a pointer in place of the value moves the allocation unless what it points to lives anyway.',
  witnesses: {
    compiler: byCompiler,
    source: bySource,
    stack: runtimeCalls(/^runtime\.convT/, 'copies a value for an interface'),
  },
  shown: [['compiler'], ['stack']],
  likely: [['compiler'], ['source']],
  yields: ['pool-put-boxing'],
};

function byCompiler(facts: AllocationFacts): Sign {
  if (!isOwn(facts.stack)) return null;
  let unsure: Sign = null;
  for (const message of ownMessages(facts)) {
    const { says, subject, text } = message;
    if (says !== 'escapes') continue;
    const kind = subjectKind(subject);
    if (kind === 'value') return boxed(message);
    if (kind === 'sum' && isNumber(facts, message)) return boxed(message);
    if ((kind !== 'selector' && kind !== 'composite') || isMethod(facts, subject)) continue;
    if (message.isConverted || isArgument(facts, message)) return boxed(message);
    const other = kind === 'selector' ? 'a method as a function' : 'a slice or map itself';
    unsure = hint(
      `The compiler says that this is allocated: a value for an interface, or ${other}.`,
      text,
    );
  }
  return unsure ?? passedToInlined(facts);
}

/**
 * What the compiler says at the place of an inlined call may be about its body, or about an argument that becomes
 * an interface for it: of that the name stands on the line.
 */
function passedToInlined({ compiler, source }: AllocationFacts): Sign {
  if (source === null) return null;
  const message = compiler?.find(({ says, inlined, subject }) => {
    if (says !== 'escapes' || inlined === '' || subjectKind(subject) !== 'value') return false;
    return callsOn(source).some(({ arguments: spans }) =>
      spans.some((span) => source.file.textOf(span) === subject),
    );
  });
  if (message === undefined) return null;
  return hint(
    `The compiler says that ${message.subject} is copied to the heap: here, or in the body of the function that was inlined.`,
    message.text,
  );
}

/** Whether a sum is one of numbers, or is returned as any. */
function isNumber({ source }: AllocationFacts, { column }: CompilerMessage): boolean {
  if (source === null) return false;
  const { file, line } = source;
  const token = file.tokenAt(line, column);
  if (file.text(token) !== '+') return false;
  if (isReturnedAs(file, token, 'any') || isReturnedAs(file, token, 'interface{}')) return true;
  const { left, right } = sidesOf(file, token);
  return kindOf(file, left) === 'other' || kindOf(file, right) === 'other';
}

/** Whether a selector names a method that its file declares. */
function isMethod({ source }: AllocationFacts, subject: string): boolean {
  const name = subject.slice(subject.lastIndexOf('.') + 1);
  return source?.file.functions().some((known) => known.name === name) ?? false;
}

function boxed({ text, subject }: CompilerMessage): Sign {
  return sign(
    `The compiler says that ${subject} is copied to the heap, which values are when they become interfaces.`,
    text,
  );
}

/** Whether a message is about an argument that is known to become `any`. */
function isArgument({ source }: AllocationFacts, { column }: CompilerMessage): boolean {
  if (source === null) return false;
  const token = source.file.tokenAt(source.line, column);
  return callsOn(source).some(({ called, arguments: spans }) => {
    const from = TAKE_ANY[called];
    if (from === undefined) return false;
    return spans.slice(from).some(({ first, end }) => first <= token && token < end);
  });
}

function bySource({ source, stack }: AllocationFacts): Sign {
  if (source === null || !isOwn(stack)) return null;
  const { file } = source;
  for (const { called, arguments: spans } of callsOn(source)) {
    const from = TAKE_ANY[called];
    if (from === undefined) continue;
    const value = spans.slice(from).find((span) => isBoxed(source, span));
    if (value !== undefined) {
      return hint(
        `${file.textOf(value)} becomes an argument of type any of ${called}.`,
        quoted(source),
      );
    }
  }
  return null;
}

/** Whether an argument is a number or a string that is no constant, as far as the file tells. */
function isBoxed({ file }: NonNullable<AllocationFacts['source']>, span: Span): boolean {
  const { first, end } = span;
  if (end - first === 1 && (file.isString(first) || file.isNumber(first))) return false;
  return kindOf(file, span) !== null;
}
