import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cancelled } from '../../../src/core/profile/progress.ts';
import { foldedName } from '../../../src/export/data/folded.ts';
import { arbitraryProfile, framesOf, type PlainProfile } from '../../helpers/arbitrary-profile.ts';
import { drawProfile } from '../../helpers/draw-profile.ts';
import { exportTools } from '../../helpers/export-tools.ts';
import { comparedView, wholeView } from '../../helpers/views.ts';
import { checkSpeedscope } from './check-speedscope.ts';
import { comparedBy, exportedText } from './exported.ts';

const before = drawProfile(`
  types n/count space/kb
  main;encode;copy   6 60
  main;encode        2 20
  main;lookup        4 40
`);
const after = drawProfile(`
  types n/count space/kb
  main;encode;copy   3 30
  main;check         5 50
  -                  1 10
`);
const pair = [
  { name: 'before.pb', profile: before },
  { name: 'after.pb', profile: after },
];
const folded = { kind: 'stacks', format: 'folded' } as const;
const speedscope = { kind: 'stacks', format: 'speedscope' } as const;

const perRequest = comparedBy({ kind: 'per', before: 8, after: 16 });

/** Lines of folded stacks as flamegraph.pl takes them apart. */
function parseFolded(text: string): { stack: string; values: number[] }[] {
  return text
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const number = /^(.*)\s+?(\d+(?:\.\d*)?)$/;
      const [, rest = '', last = ''] = number.exec(line) ?? [];
      const [, stack, first] = number.exec(rest) ?? [];
      return stack === undefined
        ? { stack: rest, values: [Number(last)] }
        : { stack, values: [Number(first), Number(last)] };
    });
}

describe('folded stacks', () => {
  it('are root first, heaviest first, one line for each stack', async () => {
    const tools = await exportTools([{ name: 'a.pb', profile: after }]);
    expect(await exportedText(tools, wholeView, folded)).toBe(
      '(no stack) 1\nmain;check 5\nmain;encode;copy 3\n',
    );
  });

  it('of a comparison have a column for each side', async () => {
    const tools = await exportTools(pair);
    expect(await exportedText(tools, comparedView, folded)).toBe(
      '(no stack) 0 1\nmain;encode 2 0\nmain;encode;copy 6 3\nmain;check 0 5\nmain;lookup 4 0\n',
    );
  });

  it('are per as many units as the larger divisor is where values are divided', async () => {
    const tools = await exportTools(pair);
    const text = await exportedText(tools, perRequest, folded, { per: 'request' });
    expect(text).toContain('main;encode;copy 12 3\n');
    expect(text).toContain('main;lookup 8 0\n');
  });

  it('of what a focus keeps are those', async () => {
    const tools = await exportTools([{ name: 'b.pb', profile: before }]);
    const focus = { kind: 'frame', name: 'encode' } as const;
    expect(await exportedText(tools, { ...wholeView, focus }, folded)).toBe(
      'main;encode 2\nmain;encode;copy 6\n',
    );
  });

  it('of a saved difference have what fell before and what rose after', async () => {
    const saved = drawProfile('types n/count\nmain;a -5 pprof::base=true\nmain;b 3');
    const tools = await exportTools([{ name: 's.pb', profile: saved }]);
    expect(await exportedText(tools, wholeView, folded)).toBe('main;a 5 0\nmain;b 0 3\n');
  });

  it('of nothing are nothing', async () => {
    const tools = await exportTools([{ name: 'e.pb', profile: drawProfile('types n/count') }]);
    expect(await exportedText(tools, wholeView, folded)).toBe('');
  });

  it.each([
    ['main.f', 'main.f'],
    ['f;g', 'f:g'],
    ['a\nb 5', 'a\\u{A}b_5'],
    ['worker 12', 'worker_12'],
    ['worker 1 2.5', 'worker 1_2.5'],
    ['worker\u00a07', 'worker_7'],
    ['\u202eevil', '\\u{202E}evil'],
    ['struct { A int; B int }', 'struct { A int: B int }'],
  ])('write %j as %j', (name, written) => {
    expect(foldedName(name)).toBe(written);
  });

  it('of hostile names are as many lines as there are stacks, with their values', async () => {
    const name = fc.stringMatching(/^[a; \n\r\t0-9.\u00a0\u2028_]{1,8}$/);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(name, { minLength: 1, maxLength: 6 }), async (names) => {
        const profile = drawProfile(
          `types n/count\n${names.map((_, i) => `f${i} ${i + 1}`).join('\n')}`,
        );
        const hostile = { ...profile, functions: { ...profile.functions, name: names } };
        const tools = await exportTools([{ name: 'h.pb', profile: hostile }]);
        const lines = parseFolded(await exportedText(tools, wholeView, folded));
        expect(lines.map(({ values }) => values)).toEqual(names.map((_, i) => [names.length - i]));
        for (const { stack } of lines) expect(stack).not.toMatch(/;/);
      }),
      { numRuns: 40 },
    );
  });

  it('add up to the stacks of random profiles', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProfile({ negative: false }), async (plain) => {
        const tools = await exportTools([{ name: 'r.pb', profile: plain.profile }]);
        const lines = parseFolded(await exportedText(tools, wholeView, folded));
        expect(new Map(lines.map(({ stack, values }) => [stack, values[0]]))).toEqual(
          sumsOf(plain),
        );
        expect(lines.length).toBe(new Set(lines.map(({ stack }) => stack)).size);
      }),
      { numRuns: 60 },
    );
  });
});

/** The value of each stack that has one. */
function sumsOf(plain: PlainProfile): Map<string, number> {
  const sums = new Map<string, number>();
  for (const sample of plain.samples) {
    const stack = framesOf(plain, sample).join(';') || '(no stack)';
    sums.set(stack, (sums.get(stack) ?? 0) + sample.values[0]);
  }
  return new Map([...sums].filter(([, value]) => value !== 0));
}

describe('speedscope files', () => {
  it('have the frames, the stacks and their weights', async () => {
    const tools = await exportTools([{ name: 'a.pb', profile: after }]);
    const file = checkSpeedscope(await exportedText(tools, wholeView, speedscope));
    expect(file.shared.frames.map(({ name }) => name)).toEqual([
      '(no stack)',
      'main',
      'check',
      'encode',
      'copy',
    ]);
    expect(file.profiles).toEqual([
      {
        type: 'sampled',
        name: 'a.pb, n',
        unit: 'none',
        startValue: 0,
        endValue: 9,
        samples: [[0], [1, 2], [1, 3, 4]],
        weights: [1, 5, 3],
      },
    ]);
    expect(file.exporter).toBe('Allocscope 1.2.3');
  });

  it('of a comparison have both sides, and show the one after', async () => {
    const tools = await exportTools(pair);
    const text = await exportedText(tools, perRequest, speedscope, { per: 'request' });
    const file = checkSpeedscope(text);
    expect(file.profiles.map(({ name, endValue }) => [name, endValue])).toEqual([
      ['before: before.pb, n per request', 1.5],
      ['after: after.pb, n per request', 0.5625],
    ]);
    expect(file.activeProfileIndex).toBe(1);
  });

  it('tell bytes and nanoseconds in units that speedscope knows', async () => {
    const tools = await exportTools([{ name: 'a.pb', profile: after }]);
    const text = await exportedText(tools, { ...wholeView, sampleType: 1 }, speedscope);
    expect(checkSpeedscope(text).profiles[0]).toMatchObject({ unit: 'bytes', endValue: 90 * 1024 });
  });

  it('have negative values in a profile by themselves', async () => {
    const saved = drawProfile('types n/count\nmain;a -5 pprof::base=true\nmain;b 3');
    const tools = await exportTools([{ name: 's.pb', profile: saved }]);
    const file = checkSpeedscope(await exportedText(tools, wholeView, speedscope));
    expect(file.profiles.map(({ name, weights }) => [name, weights])).toEqual([
      ['s.pb, n', [3]],
      ['s.pb, n (negative values)', [5]],
    ]);
  });

  it('are sound whatever names say', async () => {
    const profile = drawProfile('types n/count\na;b 1');
    const names = ['"]}</script>\u2028', '\u202e\0'];
    const hostile = { ...profile, functions: { ...profile.functions, name: names } };
    const tools = await exportTools([{ name: '"h"', profile: hostile }]);
    const file = checkSpeedscope(await exportedText(tools, wholeView, speedscope));
    expect(file.shared.frames.map(({ name }) => name)).toEqual([
      '"]}</script>\\u{2028}',
      '\\u{202E}\\u{0}',
    ]);
  });

  it('weigh what the profile weighs', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProfile({ negative: false }), async (plain) => {
        const tools = await exportTools([{ name: 'r.pb', profile: plain.profile }]);
        const file = checkSpeedscope(await exportedText(tools, wholeView, speedscope));
        const total = plain.samples.reduce((sum, { values }) => sum + values[0], 0);
        expect(file.profiles[0]?.endValue).toBe(total);
      }),
      { numRuns: 40 },
    );
  });
});

it('an export of stacks that is cancelled ends, and the next one is whole', async () => {
  let isCancelled = true;
  const deep = ';recurse'.repeat(250);
  const branches = Array.from({ length: 300 }, (_, i) => `f${i}${deep} 1`);
  const profile = drawProfile(`types n/count\n${branches.join('\n')}`);
  const tools = await exportTools([{ name: 'm.pb', profile }], ({ done }) => {
    if (isCancelled && done > 0) throw new Cancelled();
  });
  await expect(exportedText(tools, wholeView, folded)).rejects.toBeInstanceOf(Cancelled);
  isCancelled = false;
  expect((await exportedText(tools, wholeView, folded)).trimEnd().split('\n')).toHaveLength(300);
});
