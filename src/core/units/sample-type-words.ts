import type { ValueType } from '../profile/profile.ts';
import { visibleText } from '../text/visible-text.ts';

/** How to speak of a sample type to people. */
export interface SampleTypeWords {
  /** A heading, such as `Objects allocated`. */
  readonly title: string;
  /** What the values mean, and what they are good for. */
  readonly sentence: string;
  /** What is counted, for values without a unit of their own: `1 object`, `2 objects`. */
  readonly noun: { readonly one: string; readonly many: string };
}

/** A row is the title, the sentence, and the noun for one and for many. */
const known: Readonly<Record<string, readonly [string, string, string, string]>> = {
  alloc_objects: [
    'Objects allocated',
    'Objects allocated since start, freed or not: what drives the collector.',
    'object',
    'objects',
  ],
  alloc_space: [
    'Bytes allocated',
    'Bytes allocated since start, freed or not: how soon the next collection comes.',
    'byte',
    'bytes',
  ],
  inuse_objects: [
    'Objects live',
    'Objects live at the last collection: what the collector has to mark.',
    'object',
    'objects',
  ],
  inuse_space: [
    'Bytes live',
    'Bytes live at the last collection: what is retained.',
    'byte',
    'bytes',
  ],
  objects: ['Objects', 'Objects that the heap profiler counted.', 'object', 'objects'],
  space: ['Bytes', 'Bytes that the heap profiler counted.', 'byte', 'bytes'],
  samples: [
    'Samples',
    'How often the profiler found this code on the stack when it looked.',
    'sample',
    'samples',
  ],
  cpu: [
    'CPU time',
    'Time spent running on a processor, estimated from samples.',
    'nanosecond',
    'nanoseconds',
  ],
  wall: [
    'Wall-clock time',
    'Time that passed, running or waiting, estimated from samples.',
    'nanosecond',
    'nanoseconds',
  ],
  contentions: [
    'Waits',
    'How often a goroutine had to wait for a lock, a channel or the like.',
    'wait',
    'waits',
  ],
  delay: [
    'Time waited',
    'Time goroutines waited for a lock, a channel or the like.',
    'nanosecond',
    'nanoseconds',
  ],
  goroutine: [
    'Goroutines',
    'Goroutines that existed when the profile was taken.',
    'goroutine',
    'goroutines',
  ],
  threadcreate: [
    'Threads created',
    'Operating system threads created since start, by the stack that asked for them.',
    'thread',
    'threads',
  ],
};

/** Sample types of Go that count what is there at one moment, where all others add up during a run. */
const stocks: ReadonlySet<string> = new Set(['inuse_objects', 'inuse_space', 'goroutine']);

/** Whether a sample type is a stock: what is live or exists when the profile is taken. */
export function isStock(type: string): boolean {
  return stocks.has(type);
}

/**
 * Words for a sample type. One that is not known is named as the profile names it, made safe to
 * show, with a sentence that claims nothing about its meaning.
 */
export function describeSampleType({ type, unit }: ValueType): SampleTypeWords {
  const row = Object.hasOwn(known, type) ? known[type] : undefined;
  if (row !== undefined) {
    const [title, sentence, one, many] = row;
    return { title, sentence, noun: { one, many } };
  }
  const name = visibleText(type);
  const measure = unit === '' || unit === 'count' ? 'Counts' : `Values in ${visibleText(unit)}`;
  const sentence =
    name === ''
      ? `${measure}; the profile does not say of what.`
      : `${measure} that the profile calls “${name}”.`;
  return { title: name || 'Values', sentence, noun: { one: name, many: name } };
}
