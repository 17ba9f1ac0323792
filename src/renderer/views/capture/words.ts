import type { CaptureKind } from '../../../core/capture/kinds.ts';
import type { CaptureForm } from '../../state/capture-form.ts';

/** What can be captured. */
export const kinds: readonly (readonly [CaptureKind, string])[] = [
  ['heap', 'Heap'],
  ['allocs', 'Allocs'],
  ['cpu', 'CPU'],
  ['mutex', 'Mutex'],
  ['block', 'Block'],
  ['goroutine', 'Goroutines'],
  ['threadcreate', 'Threads'],
];

/** What each of them tells. */
export const kindNotes: Readonly<Record<CaptureKind, string>> = {
  heap: 'What is live, and what was allocated, freed or not.',
  allocs: 'The same figures as heap, of which the service shows what was allocated first.',
  cpu: 'Where the program used the processors.',
  mutex:
    'Who held the locks that others waited for. Empty unless the service calls runtime.SetMutexProfileFraction.',
  block: 'Where goroutines waited. Empty unless the service calls runtime.SetBlockProfileRate.',
  goroutine: 'What all goroutines are at.',
  threadcreate: 'What made the program start threads.',
};

/** What a profile over time is called besides that of all since the start. */
export const spans = [
  ['start', 'All since the start'],
  ['time', 'From now on, for'],
] as const;

/** What becomes of it. */
export const sides: readonly (readonly [CaptureForm['side'], string])[] = [
  ['before', 'Before'],
  ['after', 'After'],
  ['alone', 'Just open it'],
];

/** Where the number of requests is from. */
export const countings: readonly (readonly [CaptureForm['counting'], string])[] = [
  ['none', 'No number'],
  ['typed', 'Type it'],
  ['counter', 'Read a counter'],
];
