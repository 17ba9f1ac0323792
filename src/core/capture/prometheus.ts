import { compilePattern } from '../text/pattern.ts';
import { visibleText } from '../text/visible-text.ts';
import type { Counted } from './counted.ts';

/*
 * Prometheus' text format: a series a line, `name{label="value",…} number [timestamp]`, comments after `#`.
 * https://prometheus.io/docs/instrumenting/exposition_formats/
 */

interface Series {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
}

/** What series a name with labels in braces selects. */
interface Selector {
  readonly name: string;
  readonly matchers: readonly ((labels: Series['labels']) => boolean)[];
}

/**
 * The sum of the series that a selector takes: a name, with label matchers in braces as in PromQL (`=`, `!=`,
 * `=~`, `!~`; expressions are RE2's and match whole values, as there).
 */
export function readPrometheus(text: string, wanted: string): Counted {
  const selector = readSelector(wanted);
  if ('error' in selector) return selector;
  let sum = 0;
  let series = 0;
  let isNameKnown = false;
  const alike = new Set<string>();
  let lines = 0;
  for (const line of text.split('\n')) {
    const read = readSeries(line);
    if (read === null) continue;
    lines++;
    if (read.name !== selector.name) {
      if (alike.size < MOST_NAMED && read.name.includes(selector.name)) alike.add(read.name);
      continue;
    }
    isNameKnown = true;
    if (!selector.matchers.every((matches) => matches(read.labels))) continue;
    sum += read.value;
    series++;
  }
  if (lines === 0) {
    return {
      error: 'What the address of the counter answered is neither expvar nor Prometheus text.',
    };
  }
  if (series === 0) return { error: missing(selector.name, isNameKnown, alike) };
  if (!Number.isFinite(sum)) {
    return { error: `“${visibleText(wanted)}” has no number at the moment.` };
  }
  return { value: sum, series };
}

const MOST_NAMED = 5;

function missing(name: string, isNameKnown: boolean, alike: ReadonlySet<string>): string {
  const shown = `“${visibleText(name)}”`;
  if (isNameKnown) return `There is a metric ${shown}, but none of its series has those labels.`;
  const others = [...alike].map((other) => visibleText(other)).join(', ');
  return `There is no metric ${shown}${others === '' ? '' : `, but there is ${others}`}.`;
}

const NAME = /[A-Za-z_:][\w:.]*/y;
const LABEL =
  /\s*("(?:[^"\\]|\\.)*"|[A-Za-z_][\w.]*)\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\s*(,|(?=\}))/y;
const REST = /\s*(\S+)(?:\s+\S+)?\s*(?:#.*)?$/y;

/** A line of the text; null for a comment or what is no series. */
function readSeries(line: string): Series | null {
  const head = readNamed(line);
  if (head === null) return null;
  REST.lastIndex = head.end;
  const [, number] = REST.exec(line) ?? [];
  if (number === undefined) return null;
  const value = numberOf(number);
  if (value === null) return null;
  return { name: head.name, labels: new Map(head.labels.map(([l, , v]) => [l, v])), value };
}

function readSelector(wanted: string): Selector | { readonly error: string } {
  const head = readNamed(wanted);
  if (head === null || head.end !== wanted.length) {
    return {
      error: `“${visibleText(wanted)}” selects nothing: write a name, such as http_requests_total{code="200"}.`,
    };
  }
  const matchers: Selector['matchers'][number][] = [];
  for (const [label, operator, value] of head.labels) {
    const isWanted = operator === '=' || operator === '=~';
    if (operator === '=' || operator === '!=') {
      matchers.push((labels) => ((labels.get(label) ?? '') === value) === isWanted);
      continue;
    }
    const alone = compilePattern({ text: value, regex: true, caseSensitive: true });
    if ('error' in alone) return alone;
    const pattern = compilePattern({ text: `^(?:${value})$`, regex: true, caseSensitive: true });
    if ('error' in pattern) return pattern;
    matchers.push((labels) => pattern.matches(labels.get(label) ?? '') === isWanted);
  }
  return { name: head.name, matchers };
}

interface Named {
  readonly name: string;
  readonly labels: readonly (readonly [label: string, operator: string, value: string])[];
  /** Where the head ends. */
  readonly end: number;
}

/** A name with labels in braces, if any, from the beginning of a text; null where there is none. */
function readNamed(text: string): Named | null {
  NAME.lastIndex = 0;
  const name = NAME.exec(text)?.[0];
  if (name === undefined) return null;
  let end = name.length;
  while (text[end] === ' ' || text[end] === '\t') end++;
  if (text[end] !== '{') return { name, labels: [], end: name.length };
  const labels: [string, string, string][] = [];
  for (end++; text[end] !== '}'; ) {
    LABEL.lastIndex = end;
    const [, label, operator, value] = LABEL.exec(text) ?? [];
    if (label === undefined || operator === undefined || value === undefined) return null;
    labels.push([label.startsWith('"') ? unquoted(label) : label, operator, unquoted(value)]);
    end = LABEL.lastIndex;
    while (text[end] === ' ') end++;
  }
  return { name, labels, end: end + 1 };
}

function unquoted(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter));
}

/** Go writes `+Inf` and `NaN`; other texts are no numbers. */
function numberOf(text: string): number | null {
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return Number(text);
  if (/^[+-]?Inf$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return text === 'NaN' ? Number.NaN : null;
}
