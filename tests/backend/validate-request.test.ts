import { describe, expect, it } from 'vitest';
import { validateRequest } from '../../src/backend/validate-request.ts';
import type { ExportWhat } from '../../src/bridge/export-api.ts';
import { captureOrder, limited } from '../helpers/capture-orders.ts';
import { orderOf, picture, requestOf } from '../helpers/export-orders.ts';
import { comparedState, screenState } from '../helpers/screen-states.ts';
import { wholeView } from '../helpers/views.ts';

const view = wholeView;
const pattern = { text: 'a', regex: false, caseSensitive: true };

const part = {
  viewport: { weightX0: 0, weightX1: 5e9, scroll: 12.5 },
  viewHeight: 300,
  rowHeight: 18,
};
const graph = { orientation: 'flame', search: pattern } as const;
const sides = {
  kind: 'sides',
  ...graph,
  colorBy: 'share',
  scale: 'own',
  parts: [part, part],
} as const;
const page: ExportWhat = {
  kind: 'page',
  title: null,
  theme: 'system',
  colorBy: 'module',
  changeColor: 'relative',
  leastShare: 0.001,
};
const top = { kind: 'top', sort: { column: 'cum', descending: true }, filter: pattern } as const;
const sort = { column: 'flatDelta', descending: true, bySize: true } as const;
const difference = { kind: 'difference', sort, filter: null } as const;

const counter = { kind: 'counter', address: '/metrics', metric: 'n' } as const;

const captures = [
  captureOrder('localhost:6060'),
  captureOrder('', { kind: 'cpu', seconds: 30, header: { name: 'a', value: 'b' } }),
  captureOrder('h', { gc: true, count: { kind: 'typed', count: 0.5 } }),
  captureOrder('h', { count: counter }),
  limited('h', { acceptsAnyCertificate: true, mostBytes: 2 ** 32 }),
];

const badCaptures: readonly unknown[] = [
  undefined,
  { ...captureOrder('h'), key: 5 },
  captureOrder('x'.repeat(10_001)),
  { ...captureOrder('h'), kind: 'trace' },
  captureOrder('h', { seconds: 0 }),
  captureOrder('h', { seconds: 1.5 }),
  captureOrder('h', { seconds: 86_401 }),
  { ...captureOrder('h'), header: { name: 'a' } },
  limited('h', { timeoutSeconds: 0 }),
  limited('h', { mostBytes: Number.POSITIVE_INFINITY }),
  captureOrder('h', { count: { kind: 'typed', count: 0 } }),
  { ...captureOrder('h'), count: { ...counter, metric: 7 } },
];

/** Something of everything that can be exported. */
const whats: readonly ExportWhat[] = [
  picture,
  { ...picture, scene: { kind: 'graph', ...graph, colorBy: 'package', part } },
  { ...picture, scene: sides },
  {
    ...picture,
    scene: { kind: 'difference', ...graph, width: 'after', changeColor: 'absolute', part: null },
  },
  { ...picture, scene: { kind: 'table', table: difference, rows: 30 } },
  { ...picture, scene: { kind: 'summary' } },
  page,
  {
    kind: 'report',
    format: 'md',
    title: 'Why',
    theme: 'dark',
    notes: '# Notes\n',
    evidence: { before: [], after: [] },
  },
  { kind: 'table', format: 'json', table: top },
  { kind: 'table', format: 'tsv', table: difference },
  { kind: 'stacks', format: 'folded' },
  { kind: 'profile' },
];

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
    ['export', orderOf(null)],
    ['export', orderOf('Title', { name: 'größe-2.svg', to: 'page' })],
    ...whats.map((what): Case => ['export', { ...orderOf(null), request: requestOf(what) }]),
    ['cancelExport', { key: 'k' }],
    ['showSaved', { saved: 'x' }],
    ['startDrag', { drag: 'x' }],
    ['openSaved', { saved: 'x' }],
    ['saveCopy', { saved: 'x' }],
    ...captures.map((order): Case => ['capture', order]),
    ['cancelCapture', { key: 'k' }],
    ['chooseCaptureFolder', undefined],
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
    ['export', undefined],
    ['export', { ...orderOf(null), key: 7 }],
    ...['', '.svg', 'a/b.svg', 'a\\b.svg', '../a.svg', 'a\0.svg', 'a\u202e.svg', 'a.', '-a'].map(
      (name): Case => ['export', orderOf(null, { name })],
    ),
    ...[
      null,
      { kind: 'recipe' },
      { ...picture, pixelRatio: 3 },
      { ...picture, viewWidth: Number.POSITIVE_INFINITY },
      { ...picture, viewWidth: 0 },
      { ...picture, scene: { kind: 'graph' } },
      { ...picture, scene: { ...picture.scene, part: { ...part, rowHeight: 0 } } },
      { ...picture, scene: { ...sides, parts: [part] } },
      { ...picture, caption: { title: null } },
      { ...page, leastShare: 2 },
      { ...page, leastShare: Number.NaN },
      {
        kind: 'report',
        format: 'docx',
        title: null,
        theme: 'light',
        notes: '',
        evidence: { before: [], after: [] },
      },
      { kind: 'table', format: 'csv', table: { kind: 'top', sort: { column: 'evil' } } },
      { kind: 'stacks' },
    ].map((what): Case => ['export', { ...orderOf(null), request: requestOf(what as never) }]),
    ['cancelExport', {}],
    ['showSaved', { saved: 5 }],
    ['startDrag', undefined],
    ['openSaved', {}],
    ['saveCopy', { saved: 5 }],
    ...badCaptures.map((order): Case => ['capture', order]),
    ['cancelCapture', { key: 5 }],
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
