import { closingBrace } from './braced.ts';
import { StepKind } from './diagnostics.ts';
import { type Position, readPosition } from './position.ts';

/** A line of an explanation, with its parts as `StepTable` has them. */
export interface Step {
  readonly kind: number;
  readonly what: string;
  readonly detail: string;
  readonly derefs: number;
  /** Where the reason stands, in the text `at`; null where it has no place. */
  readonly at: string;
  readonly position: Position | null;
}

/**
 * A line of an explanation without its indentation: `flow: SINK = &SOURCE:`, with `←` for `=` since Go 1.25,
 * `from EXPRESSION (REASON) at POSITION`, or that it was cut off. null for anything else.
 */
export function readStep(text: string): Step | null {
  if (text.startsWith('flow: ')) return readFlow(text.slice('flow: '.length));
  if (text.startsWith('from ')) return readReason(text.slice('from '.length));
  if (text.startsWith('warning: truncated explanation')) {
    return { kind: StepKind.cutOff, what: '', detail: '', derefs: 0, at: '', position: null };
  }
  return null;
}

/** `{storage for X}` on either side holds source text, which may contain what separates the sides. */
function readFlow(text: string): Step | null {
  const [sink, found] = cutLocation(text);
  const rest = found.startsWith(' = ') || found.startsWith(' ← ') ? found.slice(3) : null;
  if (sink === '' || rest === null) return null;
  const [, marks = '', source = ''] = /^(&|\**)(.*?):?$/.exec(rest) ?? [];
  if (source === '') return null;
  const derefs = marks === '&' ? -1 : marks.length;
  return { kind: StepKind.flow, what: source, detail: sink, derefs, at: '', position: null };
}

/** The location that a text begins with, and what follows it. */
function cutLocation(text: string): readonly [string, string] {
  const brace = text.startsWith('{') ? closingBrace(text, 0) + 1 : 0;
  const separator = / (?:=|←) /.exec(text.slice(brace));
  const end = brace + (separator?.index ?? 0);
  return [text.slice(0, end), text.slice(end)];
}

/** The expression may hold anything, and a reason brackets, as `passed to call[argument escapes]` does. */
function readReason(text: string): Step | null {
  const close = text.lastIndexOf(') at ');
  const end = close >= 0 ? close : text.endsWith(')') ? text.length - 1 : -1;
  const open = text.lastIndexOf(' (', end);
  if (end < 0 || open < 0) return null;
  const at = close >= 0 ? text.slice(close + ') at '.length) : '';
  return {
    kind: StepKind.reason,
    what: text.slice(0, open),
    detail: text.slice(open + ' ('.length, end),
    derefs: 0,
    at,
    position: readPosition(at),
  };
}
