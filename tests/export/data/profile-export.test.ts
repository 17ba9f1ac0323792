import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fairness } from '../../../src/bridge/comparison-api.ts';
import type { View } from '../../../src/bridge/engine-api.ts';
import { checkProfile } from '../../../src/core/profile/check-profile.ts';
import type { Profile } from '../../../src/core/profile/profile.ts';
import { Cancelled } from '../../../src/core/profile/progress.ts';
import type { ExportTools } from '../../../src/export/tools.ts';
import { FrameTexts } from '../../../src/words/frame-texts.ts';
import { arbitraryProfile } from '../../helpers/arbitrary-profile.ts';
import { drawProfile } from '../../helpers/draw-profile.ts';
import { exportTools } from '../../helpers/export-tools.ts';
import { foldedText } from '../../helpers/folded-text.ts';
import { fullProfile } from '../../helpers/full-profile.ts';
import { comparedView, wholeView } from '../../helpers/views.ts';
import { comparedBy, exportedProfile } from './exported.ts';

const topSort = { column: 'flat', descending: true } as const;

/** The table of functions of a view, `name flat cum` a line. */
async function topOf(tools: ExportTools, view: View): Promise<string[]> {
  const frames = new FrameTexts(await tools.ask('frames', view));
  const top = await tools.ask('top', { view, sort: topSort, filter: null });
  return linesOf(frames, top.frame, [top.flat, top.cum]);
}

/** The changes of a comparison as shown times `units`, `name flat cum` a line, but for rows that did not change. */
async function changesOf(tools: ExportTools, view: View, units = 1): Promise<string[]> {
  const frames = new FrameTexts(await tools.ask('frames', view));
  const sort = { column: 'flatDelta', descending: true, bySize: true } as const;
  const table = await tools.ask('difference', { view, sort, filter: null });
  const { scaleBefore, scaleAfter } = table;
  const change = (before: Float64Array, after: Float64Array) =>
    after.map((value, row) =>
      Math.round((value * scaleAfter - (before[row] ?? 0) * scaleBefore) * units),
    );
  return linesOf(frames, table.frame, [
    change(table.flatBefore, table.flatAfter),
    change(table.cumBefore, table.cumAfter),
  ]);
}

function linesOf(frames: FrameTexts, frame: Int32Array, columns: Float64Array[]): string[] {
  return Array.from(frame, (id, row) => ({
    name: frames.rawName(id),
    values: columns.map((column) => (column[row] ?? 0) + 0),
  }))
    .filter(({ values }) => values.some((value) => value !== 0))
    .map(({ name, values }) => `${name} ${values.join(' ')}`)
    .sort();
}

/** What a saved profile says when it is opened again. */
async function topOfSaved(profile: Profile, view: View = wholeView): Promise<string[]> {
  const tools = await exportTools([{ name: 'saved.pb', profile }]);
  return topOf(tools, { ...view, profile: 1, base: null, focus: null });
}

describe('a saved profile', () => {
  it('has everything that the profile had, and says where it came from', async () => {
    await fc.assert(
      fc.asyncProperty(fullProfile, async (profile) => {
        const tools = await exportTools([{ name: 'heap.pb.gz', profile }]);
        const saved = await exportedProfile(tools, wholeView);
        expect(checkProfile(saved)).toEqual([]);
        const comments = [
          ...profile.comments,
          `Saved by Allocscope 1.2.3 from heap.pb.gz (SHA-256 ${tools.profile(1).sha256}).`,
        ];
        expect(foldedText(saved)).toBe(foldedText({ ...profile, comments }));
        expect(saved.mappings).toEqual(profile.mappings);
      }),
      { numRuns: 40 },
    );
  });

  it('of a focus has the samples that the focus keeps, whole', async () => {
    const profile = drawProfile(`
      types n/count b/bytes
      main;encode;copy  6 60  tenant=blue
      main;lookup       4 40
      -                 1 1
    `);
    const tools = await exportTools([{ name: 'a.pb', profile }]);
    const focus = { kind: 'frame', name: 'encode' } as const;
    const saved = await exportedProfile(tools, { ...wholeView, focus });
    expect(foldedText(saved).split('\n').slice(0, 4)).toEqual([
      'types n/count b/bytes',
      expect.stringMatching(/^comment Saved by Allocscope/),
      'comment Only samples with stacks through encode.',
      'main;encode;copy 6 60 tenant=blue',
    ]);
    expect(saved.functions.name).toEqual(['main', 'encode', 'copy']);
  });

  it('has the table of the view that it was saved from', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProfile(), async ({ profile }) => {
        const tools = await exportTools([{ name: 'r.pb', profile }]);
        const focus = { kind: 'frame', name: 'b' } as const;
        for (const view of [wholeView, { ...wholeView, focus }]) {
          const saved = await exportedProfile(tools, view);
          expect(await topOfSaved(saved)).toEqual(await topOf(tools, view));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a saved difference', () => {
  const fairness = fc.constantFrom<Fairness>(
    { kind: 'asMeasured' },
    { kind: 'sameTotal' },
    { kind: 'per', before: 4, after: 2 },
  );

  it('has the changes of the comparison that it was saved from', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProfile(), arbitraryProfile(), fairness, async (a, b, fair) => {
        const tools = await exportTools([
          { name: 'before.pb', profile: a.profile },
          { name: 'after.pb', profile: b.profile },
        ]);
        const view = comparedBy(fair);
        const saved = await exportedProfile(tools, view, { per: 'request' });
        expect(checkProfile(saved)).toEqual([]);
        const units = fair.kind === 'per' ? 4 : 1;
        expect(await topOfSaved(saved)).toEqual(await changesOf(tools, view, units));
      }),
      { numRuns: 60 },
    );
  });

  it.each(['functions', 'filefunctions', 'files', 'lines', 'addresses'] as const)(
    'by %s has the rows that frames of two builds were joined to',
    async (granularity) => {
      const before = drawProfile(`
        types n/count
        binary /srv/api 0x1000-0x9000 a
        [0x1010]main.run@/old/m.go:12^10;[0x1020]main.run.func1@/old/m.go:14^13>m.in@/old/i.go:3^2  5
        [0x1010]main.run@/old/m.go:12^10;[0x1030]v/lib.F@/mod/v/lib@v1.0.0/f.go:5^4                 7
      `);
      const after = drawProfile(`
        types n/count
        binary /srv/api 0x2000-0xb000 b
        [0x2010]main.run@/new/m.go:22^20;[0x2024]main.run.func2@/new/m.go:25^24>m.in@/new/i.go:3^2  4
        [0x2010]main.run@/new/m.go:22^20;[0x2030]v/lib/v2.F@/mod/v/lib@v2.0.0/f.go:5^4              9
      `);
      const tools = await exportTools([
        { name: 'before.pb', profile: before },
        { name: 'after.pb', profile: after },
      ]);
      const view: View = { ...comparedView, granularity };
      const saved = await exportedProfile(tools, view);
      const rows = await topOfSaved(saved, view);
      expect(rows).toEqual(await changesOf(tools, view));
      expect(rows.length).toBeGreaterThan(0);
    },
  );

  it('keeps what a focus keeps on both sides', async () => {
    const tools = await exportTools([
      { name: 'before.pb', profile: drawProfile('types n/count\nmain;a 5\nmain;b 1') },
      { name: 'after.pb', profile: drawProfile('types n/count\nmain;a 2\nmain;c 1') },
    ]);
    const view: View = { ...comparedView, focus: { kind: 'frame', name: 'a' } };
    const saved = await exportedProfile(tools, view);
    expect(foldedText(saved)).toContain('\nmain;a 2\nmain;a -5 pprof::base=true\n');
    expect(saved.samples.length).toBe(2);
  });

  it('has the quantities that both measured, in the finer unit', async () => {
    const tools = await exportTools([
      { name: 'before.pb', profile: drawProfile('types t/ms gone/count\nmain 5 1') },
      { name: 'after.pb', profile: drawProfile('types new/count t/us\nmain 1 400') },
    ]);
    const saved = await exportedProfile(tools, {
      ...comparedView,
      sampleType: 1,
    });
    expect(saved.sampleTypes).toEqual([{ type: 't', unit: 'us' }]);
    expect(saved.samples.values.map((column) => [...column])).toEqual([[400, -5000]]);
  });

  it('multiplies what is divided on screen, and leaves stocks as they were measured', async () => {
    const types = 'types alloc_objects/count inuse_objects/count';
    const tools = await exportTools([
      { name: 'before.pb', profile: drawProfile(`${types}\nmain 5 3`) },
      { name: 'after.pb', profile: drawProfile(`${types}\nmain 6 4`) },
    ]);
    const saved = await exportedProfile(tools, comparedBy({ kind: 'per', before: 10, after: 20 }));
    expect(saved.samples.values.map((column) => [...column])).toEqual([
      [6, -10],
      [4, -3],
    ]);
  });

  it.each([
    [{ kind: 'asMeasured' }, []],
    [
      { kind: 'sameTotal' },
      [/^Values after were multiplied so that both sides have the same total/],
    ],
    [
      { kind: 'per', before: 10, after: 20 },
      [
        /^Values that are shown divided are per 20 times request \(10 before, 20 after\) and rounded to whole numbers; others are as measured\.$/,
      ],
    ],
    [
      { kind: 'per', before: 10, after: 10 },
      [/^Values that are shown divided are per 10 times request; others are as measured\.$/],
    ],
  ] as const)('says what was done to its values: %o', async (fair, sentences) => {
    const tools = await exportTools([
      { name: 'before.pb', profile: drawProfile('types n/count\ncomment one\nmain 5') },
      { name: 'after.pb', profile: drawProfile('types n/count\ncomment two\nmain 6') },
    ]);
    const view = comparedBy(fair);
    const { comments } = await exportedProfile(tools, view, { per: 'request' });
    expect(comments).toEqual([
      'two',
      'one',
      expect.stringMatching(
        /^Difference saved by Allocscope 1\.2\.3: after\.pb \(SHA-256 \w{64}\) less before\.pb \(SHA-256 \w{64}\)\.$/,
      ),
      ...sentences.map((sentence) => expect.stringMatching(sentence)),
      expect.stringMatching(/^Functions before have the names/),
    ]);
  });
});

it('tells profiles of one name apart by their folders', async () => {
  const tools = await exportTools(
    ['before', 'after'].map((side) =>
      resolve(import.meta.dirname, `../../../resources/example/${side}/heap.pb.gz`),
    ),
  );
  const { comments } = await exportedProfile(tools, comparedBy({ kind: 'asMeasured' }));
  expect(comments[0]).toMatch(
    /: after\/heap\.pb\.gz \(SHA-256 \w{64}\) less before\/heap\.pb\.gz \(SHA-256 \w{64}\)\.$/,
  );
});

it('a cancelled export says so and leaves nothing behind', async () => {
  const samples = Array.from({ length: 40_000 }, (_, i) => `f${i % 5} 1`);
  const profile = drawProfile(`types n/count\n${samples.join('\n')}`);
  let isCancelled = true;
  const tools = await exportTools([{ name: 'm.pb', profile }], ({ done }) => {
    if (isCancelled && done > 0) throw new Cancelled();
  });
  await expect(exportedProfile(tools, wholeView)).rejects.toBeInstanceOf(Cancelled);
  isCancelled = false;
  expect((await exportedProfile(tools, wholeView)).samples.length).toBe(40_000);
  const shares = tools.reported.map(({ done, total }) => `${done}/${total}`);
  expect(shares.slice(-3)).toEqual(['0/0', '1/3', '2/3']);
});

it('takes turns with another export of the same view', async () => {
  const samples = Array.from({ length: 70_000 }, (_, i) => `f${i % 5} ${i}`);
  const tools = await exportTools([
    { name: 'm.pb', profile: drawProfile(`types n/count\n${samples.join('\n')}`) },
  ]);
  // Compared as digests: millions of numbers would be compared one by one.
  const piece = async (from: number): Promise<string> => {
    const answer = await tools.ask('pprof', { view: wholeView, comments: [], from });
    const digest = createHash('sha256').update(answer.bytes).digest('hex');
    return `${answer.next}/${answer.total} ${digest}`;
  };
  const alone = [await piece(0), await piece(1), await piece(2), await piece(3)];
  const places = alone.map((text) => text.split(' ')[0]);
  expect(places).toEqual(['1/4', '2/4', '3/4', '-1/4']);
  expect([await piece(0), await piece(0)]).toEqual([alone[0], alone[0]]);
  expect([await piece(1), await piece(1)]).toEqual([alone[1], alone[1]]);
  expect([await piece(3), await piece(2)]).toEqual([alone[3], alone[2]]);
});
