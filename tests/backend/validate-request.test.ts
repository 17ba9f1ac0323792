import { describe, expect, it } from 'vitest';
import { validateRequest } from '../../src/backend/validate-request.ts';
import { comparedState, screenState } from '../helpers/screen-states.ts';

const view = {
  profile: 1,
  sampleType: 0,
  granularity: 'functions',
  inlines: true,
  order: 'weight',
  focus: null,
  base: null,
};
const pattern = { text: 'a', regex: false, caseSensitive: true };

type Case = [method: string, params: unknown];

const engine = (method: unknown, params: unknown): Case => ['engine', { method, params }];

describe('validateRequest', () => {
  it.each<Case>([
    ['hello', undefined],
    ['openExample', undefined],
    ['openRecent', { id: 'abc' }],
    ['cancelOpening', { opening: 3 }],
    ['keepPair', { pair: { before: 1, after: 2 } }],
    ['keepPair', { pair: null }],
    ['keepScreen', { profile: 1, base: null, state: screenState }],
    ['keepScreen', { profile: 1, base: 2, state: comparedState }],
    ['saveSettings', { theme: 'dark' }],
    ['openExternal', { url: 'https://example.com/' }],
    engine('frames', { profile: 1, granularity: 'lines', inlines: false, base: null }),
    engine('slice', { view, window: null, side: null }),
    engine('slice', { view, window: { x0: 0, x1: 1e12, minWeight: 0.5 }, side: null }),
    engine('top', { view, sort: { column: 'flat', descending: true }, filter: pattern }),
    engine('search', { view: { ...view, focus: { kind: 'frame', name: 'main' } }, pattern }),
    engine('search', { view: { ...view, focus: { kind: 'pattern', pattern } }, pattern }),
    engine('locate', { view, path: new Int32Array([1, 2]) }),
    engine('children', { view, node: 0 }),
  ])('lets pass %s %j', (method, params) => {
    expect(validateRequest(method, params)).toEqual({ method, params });
  });

  it.each(['', 'nothing', '__proto__', 'constructor', 7, null, undefined, ['hello']])(
    'refuses the method %j',
    (method) => {
      expect(() => validateRequest(method, undefined)).toThrow('does not know');
    },
  );

  it.each<Case>([
    ['hello', {}],
    ['openRecent', {}],
    ['openRecent', { id: 5 }],
    ['openRecent', undefined],
    ['cancelOpening', { opening: -1 }],
    ['cancelOpening', { opening: 1.5 }],
    ['closeProfile', { profile: '1' }],
    ['keepPair', {}],
    ['keepScreen', { profile: 1, state: screenState }],
    ['keepScreen', { profile: 1, base: null, state: { ...screenState, version: 2 } }],
    ['keepScreen', { profile: 1, base: null, state: { ...screenState, zooms: { both: 7 } } }],
    ['keepScreen', { profile: 1, base: null, state: { ...screenState, comparison: {} } }],
    ['keepPair', { pair: { before: 1 } }],
    ['keepPair', { pair: [1, 2] }],
    ['saveSettings', null],
    ['saveSettings', []],
    ['openExternal', { url: 'x'.repeat(20_000) }],
    ['engine', undefined],
    ['engine', { method: 'slice' }],
    engine('toString', { view }),
    engine('__proto__', { view }),
    engine('slice', { view: { ...view, sampleType: -1 }, window: null, side: null }),
    engine('slice', { view: { ...view, profile: 2 ** 40 }, window: null, side: null }),
    engine('slice', { view: { ...view, granularity: 'atoms' }, window: null, side: null }),
    engine('slice', { view: { ...view, focus: { kind: 'frame' } }, window: null, side: null }),
    engine('slice', { view, window: { x0: Number.NaN, x1: 1, minWeight: 1 }, side: null }),
    engine('slice', {
      view,
      window: { x0: 0, x1: Number.POSITIVE_INFINITY, minWeight: 1 },
      side: null,
    }),
    engine('slice', { view, window: undefined }),
    engine('search', { view, pattern: { ...pattern, text: 'a'.repeat(10_001) } }),
    engine('search', { view, pattern: { ...pattern, regex: 1 } }),
    engine('locate', { view, path: [1, 2] }),
    engine('children', { view, node: 'root' }),
    engine('details', { view }),
  ])('refuses %s %j', (method, params) => {
    expect(() => validateRequest(method, params)).toThrow('makes no sense');
  });
});
