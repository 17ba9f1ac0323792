import { describe, expect, it } from 'vitest';
import type { EngineParams, EngineResult, View } from '../../src/bridge/engine-api.ts';
import type { TextColumn } from '../../src/bridge/text-column.ts';
import { sharedAnswers } from '../../src/engine/answers.ts';
import { OpenProfile } from '../../src/engine/open-profile.ts';
import { profileAnswers } from '../../src/engine/profile-answers.ts';
import { drawProfile } from '../helpers/draw-profile.ts';
import { wholeView } from '../helpers/views.ts';

const view = wholeView;

const answers = { ...sharedAnswers, ...profileAnswers };
type Method = keyof typeof answers;

const drawing = `
  types alloc_objects/count alloc_space/bytes
  main.main@main.go:5;net/http.serve@serve.go:7;example.com/api.encode@enc.go:9   4 400
  main.main@main.go:5;net/http.serve@serve.go:8;example.com/api.encode@enc.go:9   2 20
  main.main@main.go:6;net/http.serve@serve.go:8                                   3 3
  main.main@main.go:6;cgo_init                                                    1 1000
  -                                                                               2 2
`;

function asker(text: string = drawing) {
  const open = new OpenProfile(drawProfile(text));
  const names = open.frameIndex('functions', true).frames.name;
  return {
    /** Types are looser here than in the contract, for the sake of the table of answers. */
    ask: <M extends Method>(method: M, params: EngineParams<M>) => {
      const answer = answers[method] as (
        open: OpenProfile,
        params: EngineParams<M>,
      ) => EngineResult<M>;
      return answer(open, params);
    },
    frame: (name: string) => names.indexOf(name),
    name: (frame: number | undefined) => (frame === -1 ? '-' : (names[frame ?? -2] ?? '?')),
  };
}

function texts({ bytes, start }: TextColumn): string[] {
  const utf8 = new TextDecoder();
  return Array.from(start.subarray(1), (end, row) => utf8.decode(bytes.subarray(start[row], end)));
}

describe('frames', () => {
  it('come with their files, packages and modules', () => {
    const { ask } = asker();
    const frames = ask('frames', {
      profile: 1,
      granularity: 'functions',
      inlines: true,
      base: null,
    });
    const names = texts(frames.name);
    expect(frames.length).toBe(4);
    expect(names).toEqual(['main.main', 'net/http.serve', 'example.com/api.encode', 'cgo_init']);
    const files = texts(frames.files);
    expect(Array.from(frames.file, (row) => files[row])).toEqual([
      'main.go',
      'serve.go',
      'enc.go',
      '',
    ]);
    expect(Array.from(frames.package, (row) => frames.packages[row])).toEqual([
      'main',
      'net/http',
      'example.com/api',
      '',
    ]);
    expect([frames.packages[0], frames.modules[0]]).toEqual(['', '']);
    expect(Array.from(frames.module)).toEqual([0, 0, 0, 0]);
  });

  it('keep names that are not ASCII', () => {
    const { ask } = asker('types n/count\nnaïve.Größe.日本語.😀 1');
    const { name } = ask('frames', {
      profile: 1,
      granularity: 'functions',
      inlines: true,
      base: null,
    });
    expect(texts(name)).toEqual(['naïve.Größe.日本語.😀']);
  });
});

describe('a slice', () => {
  it('is the whole root without a window, and what a window shows with one', () => {
    const { ask, name } = asker();
    const whole = ask('slice', { view, window: null, side: null });
    expect(Array.from(whole.frame, name)).toEqual([
      '-',
      'main.main',
      'net/http.serve',
      'example.com/api.encode',
      'cgo_init',
    ]);
    const part = ask('slice', { view, window: { x0: 9, x1: 10, minWeight: 0 }, side: null });
    expect(Array.from(part.frame, name)).toEqual(['-', 'main.main', 'cgo_init']);
  });

  it('is of another tree under another sample type', () => {
    const { ask } = asker();
    expect(ask('slice', { view, window: null, side: null }).weight[0]).toBe(12);
    const space = { ...view, sampleType: 1 };
    expect(ask('slice', { view: space, window: null, side: null }).weight[0]).toBe(1425);
  });
});

describe('the table', () => {
  const sort = { column: 'flat', descending: true } as const;

  it('is sorted by any column, either way', () => {
    const { ask, name } = asker();
    const order = (
      column: 'flat' | 'cum' | 'name' | 'file' | 'package' | 'average',
      descending = true,
    ) =>
      Array.from(ask('top', { view, sort: { column, descending }, filter: null }).frame, (frame) =>
        name(frame).replace(/.*[./]/, ''),
      ).join(' ');
    expect(order('flat')).toBe('encode serve cgo_init main');
    expect(order('flat', false)).toBe('main cgo_init serve encode');
    expect(order('cum')).toBe('main serve encode cgo_init');
    expect(order('name', false)).toBe('cgo_init encode main serve');
    expect(order('file', false)).toBe('cgo_init encode main serve');
    expect(order('package', false)).toBe('cgo_init encode main serve');
    expect(order('average')).toBe('cgo_init encode serve main');
  });

  it('gives values row by row, and the total with samples that have no stack', () => {
    const { ask } = asker();
    const { flat, cum, average, total, rowCount } = ask('top', { view, sort, filter: null });
    expect([...flat]).toEqual([6, 3, 1, 0]);
    expect([...cum]).toEqual([6, 9, 1, 10]);
    expect([...(average ?? [])]).toEqual([70, 1, 1000, Number.NaN]);
    expect([total, rowCount]).toEqual([12, 4]);
  });

  it('has average sizes in bytes whatever the unit, of the objects in focus, and only of objects', () => {
    const { ask } = asker(drawing.replace('alloc_space/bytes', 'alloc_space/kB'));
    const averageOf = (over: Partial<View>) =>
      ask('top', { view: { ...view, ...over }, sort, filter: null }).average;
    expect([...(averageOf({ sampleType: 1 }) ?? [])]).toEqual(
      [1000, 70, 1, Number.NaN].map((size) => size * 1024),
    );
    const { average } = asker('types cpu/ns\nmain 1').ask('top', { view, sort, filter: null });
    expect(average).toBeNull();
    const focus = { kind: 'frame', name: 'cgo_init' } as const;
    expect([...(averageOf({ focus }) ?? [])]).toEqual([1000 * 1024, Number.NaN]);
  });

  it('shows what a filter matches, and says how many rows there are', () => {
    const { ask, name } = asker();
    const filter = { text: 'API', regex: false, caseSensitive: false };
    const { frame, rowCount } = ask('top', { view, sort, filter });
    expect(Array.from(frame, name)).toEqual(['example.com/api.encode']);
    expect(rowCount).toBe(4);
  });

  it('refers to the samples of a focus', () => {
    const { ask } = asker();
    const focus = { kind: 'frame', name: 'net/http.serve' } as const;
    const { total, cum } = ask('top', { view: { ...view, focus }, sort, filter: null });
    expect([total, ...cum]).toEqual([9, 6, 9, 9]);
  });
});

describe('details', () => {
  it('give every sample type, callers and callees', () => {
    const { ask, frame, name } = asker();
    const details = ask('details', { view, frame: frame('net/http.serve') });
    expect(details).toMatchObject({ flat: [3, 3], cum: [9, 423], totals: [12, 1425] });
    expect(Array.from(details.callers.frame, name)).toEqual(['main.main']);
    expect([...details.callers.value]).toEqual([9]);
    expect(Array.from(details.callees.frame, name)).toEqual(['example.com/api.encode', '-']);
    expect([...details.callees.value]).toEqual([6, 3]);
  });

  it('count what the focus keeps', () => {
    const { ask, frame } = asker();
    const focused = { ...view, focus: { kind: 'frame', name: 'cgo_init' } as const };
    const details = ask('details', { view: focused, frame: frame('main.main') });
    expect(details).toMatchObject({ flat: [0, 0], cum: [1, 1000], totals: [1, 1000] });
  });
});

describe('a search', () => {
  it('gives matching frames, their weight, and boxes from left to right', () => {
    const { ask, frame, name } = asker();
    const pattern = { text: 'encode|cgo', regex: true, caseSensitive: true };
    const { frames, matchedWeight, total, boxes } = ask('search', { view, pattern });
    expect([...frames]).toEqual([frame('example.com/api.encode'), frame('cgo_init')]);
    expect([matchedWeight, total]).toEqual([7, 12]);
    expect(boxes.map((box) => [name(box.frame), box.depth, box.x, box.weight])).toEqual([
      ['example.com/api.encode', 3, 0, 6],
      ['cgo_init', 2, 9, 1],
    ]);
  });
});

describe('boxes', () => {
  it('are found by their path, and give it back', () => {
    const { ask, frame } = asker();
    const path = Int32Array.of(frame('main.main'), frame('cgo_init'));
    const place = ask('locate', { view, path });
    expect(place).toMatchObject({ frame: frame('cgo_init'), depth: 2, x: 9, weight: 1 });
    const node = place?.node ?? -1;
    expect(ask('path', { view, node })).toEqual(path);
    expect(ask('box', { view, node })).toEqual([{ self: [1, 1000], total: [1, 1000] }]);
    expect(ask('locate', { view, path: Int32Array.of(frame('cgo_init')) })).toBeNull();
    expect(ask('locate', { view, path: new Int32Array() })).toMatchObject({ node: 0, frame: -1 });
  });

  it('that are widest of a frame are found, or none', () => {
    const { ask, frame } = asker(`
      types n/count
      a;x  2
      b;x  5
      c    0
    `);
    expect(ask('widest', { view, frame: frame('x') })).toMatchObject({ depth: 2, x: 0, weight: 5 });
    expect(ask('widest', { view, frame: frame('c') })).toBeNull();
  });

  it('list their children', () => {
    const { ask, frame } = asker();
    const root = ask('children', { view, node: 0 });
    expect([...root.frame, ...root.self, ...root.total, ...root.hasChildren]).toEqual([
      frame('main.main'),
      0,
      10,
      1,
    ]);
    const below = ask('children', { view, node: root.node[0] ?? -1 });
    expect([...below.total]).toEqual([9, 1]);
    expect([...below.hasChildren]).toEqual([1, 0]);
  });

  it('that are not there are refused', () => {
    const { ask } = asker();
    for (const node of [-1, 99, Number.NaN]) {
      expect(() => ask('children', { view, node })).toThrow('That box is not there any more.');
    }
  });
});
