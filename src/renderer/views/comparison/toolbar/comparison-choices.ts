import type { ComparisonLook } from '../../../../bridge/screen-state.ts';
import type { Choice } from '../../toolbar/word-choice.tsx';

/** How a comparison is shown: as a whole, or the source of a function. */
export type ComparisonDisplay = ComparisonLook['display'] | 'source';

export const comparisonDisplays: readonly (readonly [ComparisonDisplay, string])[] = [
  ['sides', 'Side by side'],
  ['difference', 'Difference'],
  ['table', 'Table'],
  ['report', 'Report'],
  ['source', 'Source'],
];

export const scales: readonly Choice<ComparisonLook['scale']>[] = [
  { value: 'shared', word: 'same on both sides', note: 'A box twice as wide is twice as much.' },
  { value: 'own', word: 'each its own', note: 'Each side fills its width, to compare shares.' },
];

export const widths: readonly Choice<ComparisonLook['width']>[] = [
  { value: 'both', word: 'before + after', note: 'Nothing vanishes, whichever side it is on.' },
  { value: 'before', word: 'before', note: 'What is new has no width.' },
  { value: 'after', word: 'after', note: 'What is gone has no width.' },
];

export const changeColors: readonly Choice<ComparisonLook['changeColor']>[] = [
  {
    value: 'absolute',
    word: 'change of the whole',
    note: 'By how much a box changes the total: what matters stands out.',
  },
  {
    value: 'relative',
    word: 'change of itself',
    note: 'By how much of what it was before: small boxes stand out too.',
  },
];

export const denominators: readonly Choice<ComparisonLook['percentOf']>[] = [
  { value: 'before', word: 'before', note: 'Of the total before, as go tool pprof -diff_base.' },
  { value: 'after', word: 'after', note: 'Of the total after.' },
  { value: 'net', word: 'the net change', note: 'Of what differs, as go tool pprof -base.' },
];

export const matchings: readonly Choice<'tolerant' | 'exact'>[] = [
  {
    value: 'tolerant',
    word: 'tolerant',
    note: 'Joins what a rebuild renames: closures, generic shapes, versions, paths, lines.',
  },
  { value: 'exact', word: 'exact', note: 'Joins equal names only, as go tool pprof does.' },
];
