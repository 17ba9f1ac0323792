import type { ScreenState } from '../../src/bridge/screen-state.ts';

/** A profile as it is looked at first. */
export const screenState: ScreenState = {
  version: 1,
  sampleType: { type: 'alloc_objects', unit: 'count' },
  granularity: 'functions',
  inlines: true,
  order: 'weight',
  focus: null,
  selected: null,
  table: { filter: { text: '', regex: false, caseSensitive: false }, sort: null },
  display: 'graph',
  zooms: {},
  comparison: null,
};

/** A comparison of which all was chosen otherwise. */
export const comparedState: ScreenState = {
  version: 1,
  sampleType: { type: 'n', unit: 'count' },
  granularity: 'lines',
  inlines: false,
  order: 'name',
  focus: { kind: 'frame', name: 'main.new', nameBefore: 'main.old' },
  selected: { name: 'main.new', nameBefore: 'main.old', path: null },
  table: {
    filter: { text: 'main', regex: false, caseSensitive: true },
    sort: { column: 'cumDelta', descending: true, bySize: true },
  },
  display: 'tree',
  zooms: { before: { weightX0: 1, weightX1: 4, scroll: 19 } },
  comparison: {
    rules: { tolerant: false, renames: [{ pattern: 'old', replacement: 'new' }] },
    fairness: { kind: 'per', before: 10, after: 20 },
    divisors: { word: 'request', before: 10, after: 20 },
    look: {
      display: 'difference',
      scale: 'own',
      width: 'after',
      changeColor: 'relative',
      percentOf: 'net',
    },
  },
};
