import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EngineMethod, EngineParams, View } from '../../src/bridge/engine-api.ts';
import { Session } from '../../src/engine/session.ts';
import { comparedView } from '../helpers/views.ts';

/* The example investigation, through the engine's session. */

const BEFORE = 1;
const AFTER = 2;

const view = comparedView;

const bySize = { column: 'flatDelta', descending: true, bySize: true } as const;

const session = new Session();
const ask = <M extends EngineMethod>(method: M, params: EngineParams<M>) =>
  session.answer(method, params);

beforeAll(async () => {
  for (const [id, folder] of [
    [BEFORE, 'before'],
    [AFTER, 'after'],
  ] as const) {
    const path = new URL(`../../resources/example/${folder}/heap.pb.gz`, import.meta.url).pathname;
    const bytes = new Uint8Array(await readFile(path));
    await session.openProfile(id, { name: 'heap.pb.gz', path, bytes }, () => {});
  }
});

function names(): string[] {
  const { name } = ask('frames', view);
  const utf8 = new TextDecoder();
  return Array.from(name.start.subarray(1), (end, row) =>
    utf8.decode(name.bytes.subarray(name.start[row], end)),
  );
}

describe('divisors', () => {
  const fairness = { kind: 'per', before: 10, after: 20 } as const;
  const dividedView = (type: number): View => ({
    ...view,
    sampleType: type,
    base: view.base && { ...view.base, sampleType: type, fairness },
  });
  const measuredView = (type: number): View => ({
    ...view,
    sampleType: type,
    base: view.base && { ...view.base, sampleType: type },
  });

  it('divide what adds up during a run', () => {
    const table = ask('difference', { view: dividedView(0), sort: bySize, filter: null });
    expect([table.scaleBefore, table.scaleAfter]).toEqual([0.1, 0.05]);
  });

  it('leave what is live as it was measured: values, widths, intervals, net change', () => {
    const [divided, measured] = [dividedView(3), measuredView(3)];
    for (const method of ['confidence', 'netTotal', 'hazards'] as const) {
      expect(ask(method, { view: divided })).toEqual(ask(method, { view: measured }));
    }
    const table = (of: View) => ask('difference', { view: of, sort: bySize, filter: null });
    expect(table(divided)).toEqual(table(measured));
    const graph = (of: View) => ask('slice', { view: of, window: null, side: null });
    expect(graph(divided)).toEqual(graph(measured));
  });
});

describe('a comparison', () => {
  it('knows what both profiles measured, and which was before', () => {
    const { sampleTypes, before, after, suggestion } = ask('comparison', {
      before: BEFORE,
      after: AFTER,
    });
    expect(sampleTypes.map(({ type }) => type)).toEqual([
      'alloc_objects',
      'alloc_space',
      'inuse_objects',
      'inuse_space',
    ]);
    expect(before[0]).toBeGreaterThan(after[0] ?? 0);
    expect(suggestion.isSwapped).toBe(false);
    expect(ask('comparison', { before: AFTER, after: BEFORE }).suggestion.isSwapped).toBe(true);
  });

  it('has the rows of pprof, largest change first', () => {
    const table = ask('difference', { view, sort: bySize, filter: null });
    const name = names();
    const rows = Array.from(table.frame.subarray(0, 3), (frame, row) => [
      name[frame],
      (table.flatAfter[row] ?? 0) - (table.flatBefore[row] ?? 0),
      (table.cumAfter[row] ?? 0) - (table.cumBefore[row] ?? 0),
    ]);
    expect(rows).toEqual([
      ['myservice/keys.buildKey', -2818105, -2403008],
      ['myservice/handlers.makeLine', -2318402, -3930728],
      ['fmt.Sprintf', -2140875, -2140875],
    ]);
  });

  it('has the same totals on both sides when they are normalised', () => {
    const base = view.base && { ...view.base, fairness: { kind: 'sameTotal' as const } };
    const table = ask('difference', { view: { ...view, base }, sort: bySize, filter: null });
    expect(Math.abs(table.sumAfter - table.sumBefore)).toBeLessThan(1000);
  });

  it('finds the changes that no sampling makes', () => {
    const confidence = ask('confidence', { view });
    if ('reason' in confidence) throw new Error(confidence.reason);
    const row = confidence.frame.indexOf(names().indexOf('fmt.Sprintf'));
    expect(confidence.flat.qValue[row]).toBeLessThan(0.05);
    expect(confidence.flat.drawnBefore[row]).toBeGreaterThan(30);
    expect(confidence.whole.pValue[0]).toBeLessThan(1e-6);
    const self = { ...view, base: view.base && { ...view.base, profile: AFTER } };
    const same = ask('confidence', { view: self });
    if ('reason' in same) throw new Error(same.reason);
    expect(Array.from(same.flat.qValue).every((q) => q === 1)).toBe(true);
  });

  it('reports falls and rises by what functions allocate themselves', () => {
    const { totals, falls, rises } = ask('report', { view });
    expect(totals).toHaveLength(4);
    const name = names();
    expect(name[falls.frame[0] ?? -1]).toBe('myservice/keys.buildKey');
    expect(
      Array.from(rises.flatAfter, (after, row) => after > (rises.flatBefore[row] ?? 0)),
    ).toEqual(Array.from(rises.frame, () => true));
  });

  it('is refused where the question or the profiles do not fit', () => {
    expect(() => ask('report', { view: { ...view, base: null } })).toThrow('about a comparison');
    const closed = { ...view, profile: 9 };
    expect(() => ask('difference', { view: closed, sort: bySize, filter: null })).toThrow(
      'That profile is not open any more.',
    );
  });
});
