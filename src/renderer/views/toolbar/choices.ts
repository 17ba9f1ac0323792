import type { View } from '../../../bridge/engine-api.ts';
import type { Settings } from '../../../bridge/settings.ts';
import { granularityWords } from '../../../words/granularity-words.ts';
import type { Choice } from './word-choice.tsx';

export const granularities: readonly Choice<View['granularity']>[] = [
  { value: 'functions', word: granularityWords.functions, note: 'Boxes and rows are functions.' },
  {
    value: 'filefunctions',
    word: granularityWords.filefunctions,
    note: 'Functions of the same name in other files stand apart.',
  },
  { value: 'files', word: granularityWords.files, note: 'All functions of a source file are one.' },
  { value: 'lines', word: granularityWords.lines, note: 'Each line of source stands for itself.' },
  {
    value: 'addresses',
    word: granularityWords.addresses,
    note: 'Each machine instruction stands for itself.',
  },
];

export const inlineChoices: readonly Choice<'shown' | 'hidden'>[] = [
  { value: 'shown', word: 'shown', note: 'Functions that were inlined have boxes of their own.' },
  { value: 'hidden', word: 'hidden', note: 'They count as part of the function they stand in.' },
];

export const orders: readonly Choice<Settings['order']>[] = [
  { value: 'weight', word: 'size', note: 'The largest box stands to the left.' },
  { value: 'name', word: 'name', note: 'The same place in every profile, to compare by eye.' },
];

export const orientations: readonly Choice<Settings['orientation']>[] = [
  { value: 'icicle', word: 'down', note: 'Callers on top, as an icicle graph.' },
  { value: 'flame', word: 'up', note: 'Callers at the bottom, as a flame graph.' },
];

export const colorings: readonly Choice<Settings['colorBy']>[] = [
  { value: 'package', word: 'package', note: 'Go’s own packages recede to grey.' },
  { value: 'module', word: 'module', note: 'By binary or shared library.' },
  { value: 'share', word: 'share', note: 'The more of the total, the stronger.' },
];
