import { closingBrace } from './braced.ts';
import { DiagnosticKind } from './diagnostics.ts';

/**
 * What the text after a position says. The forms are those of cmd/compile in Go 1.7 to 1.26: `escape/escape.go`,
 * `escape/solve.go`, `escape/graph.go` and `inline/inl.go`, before Go 1.17 in `gc`.
 */
export type Message =
  | Said
  | Head
  /** It is about escapes and damaged, or of a form that is not known. */
  | 'unreadable'
  /** It is about something else. */
  | 'other';

/** A diagnostic. */
interface Said {
  readonly is: 'said';
  readonly kind: number;
  readonly subject: string;
  /** Result that a parameter leaks to, such as `~r0`; '' otherwise. */
  readonly result: string;
}

/** The head of an explanation. */
export interface Head {
  readonly is: 'head';
  readonly subject: string;
  /** Where a parameter leaks to; '' for a value. */
  readonly sink: string;
  readonly derefs: number;
  /** The function that it is said in; '' where the compiler does not say, to Go 1.24. */
  readonly function: string;
}

export function readMessage(text: string): Message {
  return readHead(text) ?? readBeginning(text) ?? readEnding(text) ?? leftOver(text);
}

/** Messages that are told by how they begin, with what follows being the subject. */
const beginnings: readonly (readonly [string, number])[] = [
  ['moved to heap: ', DiagnosticKind.movedToHeap],
  ['leaking param content: ', DiagnosticKind.leakingParamContent],
  ['leaking closure reference ', DiagnosticKind.leakingClosureReference],
  ['cannot inline ', DiagnosticKind.cannotInline],
  ['can inline ', DiagnosticKind.canInline],
  ['inlining call to ', DiagnosticKind.inlinedCall],
  ['mutates param: ', DiagnosticKind.paramUse],
  ['calls param: ', DiagnosticKind.paramUse],
  ['leaking param: ', DiagnosticKind.leakingParam],
  ['devirtualizing ', DiagnosticKind.other],
  ['partially devirtualizing ', DiagnosticKind.other],
  ['assuming ', DiagnosticKind.other],
  ['marking ', DiagnosticKind.other],
];

function readBeginning(text: string): Message | null {
  const found = beginnings.find(([beginning]) => text.startsWith(beginning));
  if (found === undefined) {
    return text === 'zero-copy string->[]byte conversion'
      ? said(DiagnosticKind.zeroCopy, '')
      : null;
  }
  const [beginning, kind] = found;
  const rest = text.slice(beginning.length);
  if (rest.trim() === '') return 'unreadable';
  switch (kind) {
    case DiagnosticKind.leakingParam:
      return readLeak(rest);
    case DiagnosticKind.canInline:
      return said(kind, before(before(rest, ' with cost '), ' as: '));
    case DiagnosticKind.cannotInline:
      // `cannot inline F into G: REASON` is about a call; without a colon it is no line of the compiler.
      if (!rest.includes(': ')) return 'other';
      if (before(rest, ': ').includes(' into ')) return said(DiagnosticKind.other, rest);
      return said(kind, before(rest, ': '));
    case DiagnosticKind.inlinedCall:
      // With -m=2 the callee's type and body follow to Go 1.16, a score in builds that experiment.
      return said(kind, before(before(rest, ' with score '), ' func('));
    case DiagnosticKind.paramUse:
      return said(kind, before(rest, ' derefs='));
    case DiagnosticKind.other:
      return readOther(text, rest);
    default:
      return said(kind, rest);
  }
}

/** `P`, or `P to result R level=N`. */
function readLeak(rest: string): Message {
  const at = rest.indexOf(' to result ');
  if (at < 0) return rest.includes(' ') ? 'unreadable' : said(DiagnosticKind.leakingParam, rest);
  const result = before(rest.slice(at + ' to result '.length), ' level=');
  return {
    is: 'said',
    kind: DiagnosticKind.leakingParamToResult,
    subject: rest.slice(0, at),
    result,
  };
}

/** English words begin these, so that their end must fit too. */
function readOther(text: string, rest: string): Message {
  const fits =
    text.startsWith('assuming ') || text.startsWith('marking ')
      ? text.endsWith('uintptr')
      : rest.includes(' to ');
  return fits ? said(DiagnosticKind.other, rest) : 'other';
}

/** Messages that are told by how they end: in front of it stands Go source text, which may hold anything. */
function readEnding(text: string): Message | null {
  for (const [ending, kind] of endings) {
    if (text.length > ending.length && text.endsWith(ending)) {
      return said(kind, text.slice(0, -ending.length));
    }
  }
  const capture = / capturing by (?:ref|value): /.exec(text);
  if (capture !== null) {
    const variable = text.slice(capture.index + capture[0].length);
    return said(DiagnosticKind.capture, before(variable, ' (addr='));
  }
  const ignoring = text.indexOf(' ignoring self-assignment in ');
  if (ignoring > 0) {
    return said(
      DiagnosticKind.selfAssignment,
      text.slice(ignoring + ' ignoring self-assignment in '.length),
    );
  }
  return null;
}

const endings: readonly (readonly [string, number])[] = [
  [' escapes to heap', DiagnosticKind.escapesToHeap],
  [' does not escape', DiagnosticKind.doesNotEscape],
  [' does not escape, mutate, or call', DiagnosticKind.doesNotEscape],
  [' will be kept alive', DiagnosticKind.other],
];

/** `X escapes to heap:`, `X escapes to heap in F:`, `parameter P leaks to SINK [for F] with derefs=N:` */
function readHead(text: string): Head | null {
  if (!text.endsWith(':')) return null;
  return readLeakHead(text) ?? readEscapeHead(text);
}

function readEscapeHead(text: string): Head | null {
  const phrase = ' escapes to heap';
  const at = text.lastIndexOf(phrase);
  if (at <= 0) return null;
  const rest = text.slice(at + phrase.length, -1);
  if (rest !== '' && !rest.startsWith(' in ')) return null;
  return {
    is: 'head',
    subject: text.slice(0, at),
    sink: '',
    derefs: 0,
    function: rest.slice(' in '.length),
  };
}

function readLeakHead(text: string): Head | null {
  const leak = /^parameter (\S+) leaks to /.exec(text);
  const tail = / with derefs=(\d{1,9}):$/.exec(text);
  if (leak === null || tail === null) return null;
  const start = leak[0].length;
  const sinkEnd = text.charAt(start) === '{' ? closingBrace(text, start) + 1 : start;
  const found = text.indexOf(' for ', sinkEnd > 0 ? sinkEnd : start);
  const hasFunction = found >= 0 && found < tail.index;
  return {
    is: 'head',
    subject: leak[1] ?? '',
    sink: text.slice(start, hasFunction ? found : tail.index),
    derefs: Number(tail[1]),
    function: hasFunction ? text.slice(found + ' for '.length, tail.index) : '',
  };
}

/** What none of the forms fits: damaged when it has a phrase that nothing else prints after a position. */
function leftOver(text: string): Message {
  return / escapes to heap|^moved to heap|^leaking param|^parameter \S+ leaks to /.test(text)
    ? 'unreadable'
    : 'other';
}

function said(kind: number, subject: string): Said {
  return { is: 'said', kind, subject, result: '' };
}

/** The text before the first `mark`; all of it if there is none. */
function before(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? text : text.slice(0, at);
}
