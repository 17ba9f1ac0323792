import type { Explanation, ExplanationStep } from '../../bridge/escape-api.ts';
import { StepKind } from '../../core/evidence/escape/diagnostics.ts';
import { baseName } from '../../core/text/path.ts';

/** A step of an explanation in words. */
export interface FlowWords {
  /** Whether something flows; else it is the reason for the flow above it. */
  readonly isFlow: boolean;
  /** The sentence, in which `code` stands at its place; no end. */
  readonly parts: readonly FlowPart[];
  /** `file.go:12:5`; '' where it has none. */
  readonly place: string;
}

/** A part of a sentence: words, or Go source text. */
export type FlowPart = { readonly words: string } | { readonly code: string };

/** How something gets to the heap, step by step. */
export function flowWords({ steps }: Explanation): FlowWords[] {
  return steps.map((step) => ({
    isFlow: step.kind !== StepKind.reason,
    parts: partsOf(step),
    place: placeWords(step),
  }));
}

/** The sentence of a step as plain text, with source text in quotes. */
export function flowSentence({ parts, place }: FlowWords): string {
  const sentence = parts.map((part) => ('code' in part ? `“${part.code}”` : part.words)).join('');
  return place === '' ? sentence : `${sentence} (${place})`;
}

/** Where a parameter leaks to: the heading of its explanation; '' for a value. */
export function sinkWords({ sink, derefs }: Explanation): FlowPart[] {
  if (sink === '') return [];
  const what = derefs === 0 ? 'The parameter itself' : 'What the parameter points to';
  return [{ words: `${what} gets to ` }, ...locationWords(sink)];
}

function partsOf({ kind, what, detail, derefs }: ExplanationStep): FlowPart[] {
  if (kind === StepKind.cutOff) {
    return [{ words: 'The compiler ends its explanation here: what follows is a cycle' }];
  }
  if (kind === StepKind.reason) {
    const expression =
      what === '... argument' ? { words: 'the slice of the last arguments' } : { code: what };
    return [expression, { words: `: ${reasonWords(detail)}` }];
  }
  const [source] = locationWords(what);
  const start = derefs < 0 ? 'The address of ' : derefs === 0 ? 'The value of ' : 'What is behind ';
  const parts: FlowPart[] = [{ words: start }, source ?? { code: what }];
  if (derefs > 1) parts.push({ words: `, ${derefs} pointers further,` });
  return [...parts, { words: ' goes to ' }, ...locationWords(detail)];
}

/** `{heap}`, `{temp}`, `{storage for X}`, a result or a variable. */
function locationWords(location: string): FlowPart[] {
  if (location === '{heap}') return [{ words: 'the heap' }];
  if (location === '{temp}') return [{ words: 'a temporary' }];
  const storage = /^\{storage for (.*)\}$/s.exec(location)?.[1];
  if (storage === '... argument') return [{ words: 'the slice of the last arguments' }];
  if (storage !== undefined) return [{ code: storage }];
  if (/^~[rR]\d+$/.test(location)) return [{ words: 'the result' }];
  return [{ code: location }];
}

/**
 * The reasons of cmd/compile (`note`, `addr`, `deref` in escape/*.go, HeapAllocReason in escape/utils.go) in words;
 * others as they are.
 */
function reasonWords(reason: string): string {
  return REASONS.get(reason) ?? reason;
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['address-of', 'its address is taken'],
  ['appended slice...', 'its elements are appended'],
  ['appendee slice', 'it is appended to'],
  ['append', 'it is appended'],
  ['arg to ...', 'it is one of any number of arguments'],
  ['array literal element', 'it is an element of an array'],
  ['assign', 'it is assigned'],
  ['assign-pair', 'it is assigned'],
  ['assigned', 'it is assigned'],
  ['call parameter', 'it is passed to a call that keeps it, or may'],
  ['captured by a closure', 'a function literal uses it'],
  ['closure-var', 'a function literal uses it'],
  ['copied slice', 'its elements are copied'],
  ['dot', 'it is a field'],
  ['dot of pointer', 'it is a field behind a pointer'],
  ['fixed-array-index-of', 'it is an element of an array'],
  ['indirection', 'a pointer is followed'],
  ['interface-converted', 'it becomes an interface value'],
  ['key of map put', 'it becomes a key of a map'],
  ['map literal key', 'it becomes a key of a map'],
  ['map literal value', 'it becomes a value of a map'],
  ['non-constant size', 'its size is not known when it is compiled'],
  ['range', 'it is ranged over'],
  ['range-deref', 'it is ranged over behind a pointer'],
  ['reference', 'the function literal refers to the variable itself, as it is changed'],
  ['return', 'it is returned'],
  ['send', 'it is sent to a channel'],
  ['slice', 'it is sliced'],
  ['slice-literal-element', 'it is an element of a slice'],
  ['spill', 'it needs an address'],
  ['struct literal element', 'it is a field of a struct'],
  ['switch case', 'it is compared in a switch'],
  ['too aligned for stack', 'its alignment is more than the stack has'],
  ['too large for stack', 'it is larger than the compiler lets stand on the stack'],
  ['value of map put', 'it becomes a value of a map'],
]);

function placeWords({ place }: ExplanationStep): string {
  if (place === null) return '';
  const column = place.column === 0 ? '' : `:${place.column}`;
  return `${baseName(place.path.replaceAll('\\', '/'))}:${place.line}${column}`;
}
