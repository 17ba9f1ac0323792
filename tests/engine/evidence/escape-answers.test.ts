import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EngineParams, View } from '../../../src/bridge/engine-api.ts';
import { Session } from '../../../src/engine/session.ts';
import { Texts } from '../../../src/words/frame-texts.ts';
import { viewOf } from '../../helpers/views.ts';

const session = new Session();
const IDS = { heapBefore: 1, heapAfter: 2, saidBefore: 3, saidAfter: 4 };

beforeAll(async () => {
  const open = async (id: number, path: string) => {
    const bytes = new Uint8Array(readFileSync(path));
    await session.open(id, { name: path, path, bytes }, () => {});
  };
  for (const [at, side] of ['before', 'after'].entries()) {
    await open(1 + at, `tests/fixtures/pprof/seed-story/${side}/heap.pb.gz`);
    await open(3 + at, `tests/fixtures/seed-story/${side}/escape.txt`);
  }
});

const view = viewOf(IDS.heapAfter);
const compared: View = {
  ...view,
  base: {
    profile: IDS.heapBefore,
    sampleType: 0,
    rules: { tolerant: true, renames: [] },
    fairness: { kind: 'per', before: 80_000, after: 80_000 },
  },
};
const sides = { before: [IDS.saidBefore], after: [IDS.saidAfter] };

const lines = (change: Partial<EngineParams<'escapeLines'>> = {}) =>
  session.answer('escapeLines', {
    sides,
    view: compared,
    side: 'before',
    grouping: 'line',
    flags: 3,
    filter: null,
    sort: { column: 'objects', descending: true },
    ...change,
  });

describe('the lines of a side', () => {
  it('cost what its own profile says, and name frames of the view', () => {
    const frames = session.answer('frames', { ...compared, base: compared.base });
    const names = new Texts(frames.name);
    const before = lines();
    expect(before.costs).toMatchObject({ totalObjects: 26528286, scale: 1 / 80_000 });
    expect(names.raw(before.frame[0] ?? -1)).toBe('myservice/handlers.makeLine');
    const after = lines({ side: 'after' });
    expect(after.costs).toMatchObject({ totalObjects: 8414168 });
    expect(names.raw(after.frame[0] ?? -1)).toBe('strings.(*Builder).grow');
  });

  it('belong to the side after where one profile is looked at', () => {
    expect(lines({ view, side: 'after' }).costs).not.toBeNull();
    expect(lines({ view, side: 'before' }).costs).toBeNull();
    const alone = { before: [IDS.saidBefore], after: [] };
    expect(lines({ view, sides: alone, side: 'before' }).costs).not.toBeNull();
  });

  it('count what a focus keeps, and nothing under a sample type without objects', () => {
    const focus = {
      kind: 'pattern',
      pattern: { text: 'renderAudit', regex: false, caseSensitive: true },
    } as const;
    const focused = lines({ view: { ...view, focus }, side: 'after' });
    expect(focused.costs?.totalObjects).toBeLessThan(8414168);
    expect(lines({ view: null }).costs).toBeNull();
  });

  it('stand beneath headings that sum them up', () => {
    const grouped = lines({ grouping: 'file' });
    const headings = Array.from(grouped.id.keys()).filter((row) => grouped.id[row] === -1);
    const sum = (rows: readonly number[]) =>
      rows.reduce((all, row) => all + (grouped.objects[row] ?? 0), 0);
    expect(sum(headings)).toBe(26528286);
    expect(headings.map((row) => grouped.objects[row])).toEqual(
      headings.map((row) => grouped.objects[row]).toSorted((a = 0, b = 0) => b - a),
    );
  });

  it('tell all that was said of one', () => {
    const table = lines({
      filter: { text: 'handlers.go:138', regex: false, caseSensitive: false },
    });
    const line = session.answer('escapeLine', {
      sides,
      view: compared,
      side: 'before',
      id: table.id[0] ?? -1,
    });
    expect(line.said.map(({ diagnostic }) => diagnostic.message)).toEqual([
      '&bytes.Buffer{...} escapes to heap',
      'make([]byte, 0, 16384) escapes to heap',
      'inlining call to bytes.NewBuffer',
    ]);
    expect(() => session.answer('escapeLine', { sides, view, side: 'before', id: 9999 })).toThrow(
      'no such line',
    );
  });
});

describe('the changes', () => {
  it('have the costs of both sides', () => {
    const changes = session.answer('escapeChanges', {
      sides,
      view: compared,
      kinds: 15,
      filter: null,
    });
    expect(changes.counts).toEqual([25, 42, 6, 60]);
    expect(changes.length).toBe(133);
    expect(changes.objectsBefore[0]).toBe(2730807);
    expect(changes.objectsAfter[0]).toBeNaN();
    const unjoined = session.answer('escapeChanges', { sides, view: null, kinds: 1, filter: null });
    expect(unjoined.length).toBe(25);
    expect(unjoined.objectsAfter.every(Number.isNaN)).toBe(true);
  });
});
