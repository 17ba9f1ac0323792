import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type DiffResult, diff } from '../../src/cli/diff.ts';
import { InputError } from '../../src/cli/read-input.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { fixtures } from '../helpers/start-backend.ts';
import { diffDrawn, diffJsonOf, drawnFiles, tableLines } from './diff-files.ts';

const story = [
  join(fixtures, '../../../resources/example/before/heap.pb.gz'),
  join(fixtures, '../../../resources/example/after/heap.pb.gz'),
] as const;

const before = `
  types samples/count time/seconds
  main;old 6 60
  main;kept 4 40
`;
const after = `
  types samples/count time/seconds
  main;kept 5 30
  main;new 3 20
`;

describe('the text of diff', () => {
  it('has pprof’s columns with their signs, both sides, and a mark', async () => {
    const { text } = await diffDrawn(before, after, '--sample', 'samples');
    expect(text).toBe(`Type: samples
Total: 10 before, 8 after, change -2
Warning: Only 10 samples were taken before: small changes are chance. Look at the largest rows alone, or take the profile for longer or with a smaller period.
Warning: Only 8 samples were taken after: small changes are chance. Look at the largest rows alone, or take the profile for longer or with a smaller period.
Percentages are of the total before; before, after and mark are of flat.
What is sampling noise is not known: Before: How samples are drawn is known for Go’s heap, CPU and goroutine profiles alone.
Showing nodes accounting for -2, -20.00% of 10 total
      flat   flat%    sum%        cum    cum%     before      after  mark
        -6 -60.00% -60.00%         -6 -60.00%          6          0  ?      old
         3  30.00% -30.00%          3  30.00%          0          3  ?      new
         1  10.00% -20.00%          1  10.00%          4          5  ?      kept
         0      0% -20.00%         -2 -20.00%          0          0  same   main
`);
  });

  it('is what the documentation shows', async () => {
    const docs = readFileSync(join(fixtures, '../../../docs/cli.md'), 'utf8');
    const [, shown = ''] = /^\$ allocscope diff .* --nodes 5\n(.*?)^```/ms.exec(docs) ?? [];
    vi.stubEnv('TZ', 'UTC');
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    expect((await diff([...story, '--nodes', '5'])).text).toBe(shown);
  });

  it('orders by cum, is cut short and focused', async () => {
    const byCum = await diffDrawn(before, after, '--cum', '--nodes', '2', '--sample', '0');
    expect(byCum.text).toContain('\nShowing top 2 nodes out of 4\n');
    expect(tableLines(byCum).map((line) => line.split('  ').at(-1))).toEqual(['old', 'new']);
    const focused = await diffDrawn(before, after, '--focus', 'new|old', '--sample', 'samples');
    expect(focused.text).toContain('\nActive filters:\n   focus=new|old\n');
    expect(focused.text).toContain('\nTotal: 6 before, 3 after, change -3\n');
    expect(focused.text).toContain(' accounting for -3, -30.00% of 10 total\n');
    expect(tableLines(focused)).toHaveLength(3);
  });

  it('does not divide what is live, and says so', async () => {
    const options = ['--sample', 'inuse_space', '--nodes', '3'];
    const divisors = ['--per-before', '80000', '--per-after', '40000', '--per-unit', 'request'];
    const gate = ['--fail-if', 'inuse_space > 0'];
    const measured = await diff([...story, ...options, ...gate]);
    const divided = await diff([...story, ...options, ...gate, ...divisors]);
    const said =
      'Values of inuse_space are as measured: what is there at one moment is not divided\n';
    expect(divided.text).toContain(said);
    expect(divided.text.replace(said, '')).toBe(measured.text);
    expect(divided.sentences).toEqual(measured.sentences);
    const json = JSON.parse((await diff([...story, ...options, ...divisors, '--json'])).text);
    expect(json).toMatchObject({ per: null, scales: { before: 1, after: 1 } });
  });

  it('divides by what each side did', async () => {
    const options = ['--per-before', '1000', '--per-after', '400', '--per-unit', 'request'];
    const result = await diffDrawn(before, after, ...options, '--sample', 'samples');
    expect(result.text).toContain('\nValues are per request: 1000 before, 400 after\n');
    expect(result.text).toContain('\nTotal: 0.01 before, 0.02 after, change 0.01\n');
    expect(result.text).toContain('Percentages are of the total before, per request; ');
    expect(tableLines(result)[0]).toBe(
      '    0.0085  85.00%  85.00%     0.0085  85.00%      0.004     0.0125  ?      kept',
    );
    // Equal rates whose quotients differ in their last bit.
    const rate = ['--sample', 'samples', '--per-before', '1', '--per-after', '49'];
    const alike = await diffDrawn(
      'types samples/count\n a 1',
      'types samples/count\n a 49',
      ...rate,
    );
    expect(alike.text).toContain('change 0');
    expect(tableLines(alike)).toEqual([]);
  });

  it('scales to the same total', async () => {
    const result = await diffDrawn(before, after, '--normalize', '--sample', 'samples');
    expect(result.text).toContain('\nValues after are scaled to the total before (--normalize)\n');
    expect(tableLines(result)[0]).toContain('        -6 -60.00%');
    expect(tableLines(result)[1]).toContain('         4  40.00%');
  });

  it.each([
    ['after', 'the total after', '50s', '-120.00%'],
    ['net', 'the net change: the sum of', '90s', '-66.67%'],
  ])('has percentages of %s', async (of, words, total, share) => {
    const result = await diffDrawn(before, after, '--percent-of', of);
    expect(result.text).toContain(`Percentages are of ${words}`);
    expect(result.text).toContain(` of ${total} total\n`);
    expect(tableLines(result)[0]).toContain(share);
  });

  it('says how sure it is, what to beware of, and when', async () => {
    const { text } = await diffDrawn(before, after);
    expect(text).not.toContain('Time:');
    const result = await diff([...story, '--nodes', '3']);
    expect(result.text).toMatch(
      /^Total: 26528286 before, 8414168 after, change -18114118 \(real, 95% interval -\d+ to -\d+\)$/m,
    );
    expect(result.text).toMatch(/^Time: Nov .* before, Nov .* after$/m);
    expect(tableLines(result).every((line) => line.includes('  real   '))).toBe(true);
    const same = await diff([story[0], story[0]]);
    expect(same.text).toMatch(/^Warning: Before and after are the same profile: .*\. .*\.$/m);
  });

  it('names what was joined by another name', async () => {
    const old = 'types n/count\n main.F.func1 5';
    const now = 'types n/count\n main.F.func2 3';
    expect(tableLines(await diffDrawn(old, now))[0]).toContain('  main.F.func2 (was main.F.func1)');
    expect(tableLines(await diffDrawn(old, now, '--exact'))).toHaveLength(2);
    const renamed = await diffDrawn(
      old,
      'types n/count\n pkg.G 3',
      '--exact',
      '--rename',
      '^main.F.*=pkg.G',
    );
    expect(tableLines(renamed)[0]).toMatch(/^ {8}-2 .* pkg\.G \(was main\.F\.func1\)$/);
  });
});

describe('the JSON of diff', () => {
  it('has exact integers of every row that is not zero on both sides', async () => {
    const json = await diffJsonOf(...(await drawnFiles(before, after)), '--sample', 'samples');
    expect(json).toMatchObject({
      sampleType: 'samples',
      unit: 'count',
      before: 10,
      after: 8,
      scales: { before: 1, after: 1 },
      percentOf: 'before',
      percentTotal: 10,
      confidence: { reason: expect.stringContaining('Before: ') as string },
    });
    expect(json).not.toHaveProperty('netTotal');
    expect(json.rows).toEqual([
      {
        function: 'old',
        before: { flat: 6, cum: 6 },
        after: { flat: 0, cum: 0 },
        joinedBy: 'onlyBefore',
        confidence: null,
      },
      {
        function: 'new',
        before: { flat: 0, cum: 0 },
        after: { flat: 3, cum: 3 },
        joinedBy: 'onlyAfter',
        confidence: null,
      },
      {
        function: 'kept',
        before: { flat: 4, cum: 4 },
        after: { flat: 5, cum: 5 },
        confidence: null,
      },
      {
        function: 'main',
        before: { flat: 0, cum: 10 },
        after: { flat: 0, cum: 8 },
        confidence: null,
      },
    ]);
  });

  it('keeps values as measured when they are shown divided, and has whole ones when normalised', async () => {
    const files = await drawnFiles(before, after);
    const per = await diffJsonOf(...files, '--per-before', '2', '--per-after', '4');
    expect(per).toMatchObject({ before: 100, after: 50, scales: { before: 0.5, after: 0.25 } });
    const { rows, after: sum } = await diffJsonOf(...files, '--normalize', '--sample', 'samples');
    expect(sum).toBe(10);
    expect(rows.map((row) => row.after.flat)).toEqual([0, 4, 6, 0]);
  });

  it('has the net total when percentages are of it', async () => {
    const json = await diffJsonOf(...(await drawnFiles(before, after)), '--percent-of', 'net');
    expect(json).toMatchObject({ percentOf: 'net', percentTotal: 90, netTotal: 90 });
  });

  it('has intervals, and a row on each line', async () => {
    const { text } = await diff([...story, '--json']);
    const json = await diffJsonOf(...story);
    expect(text.split('\n')).toHaveLength(json.rows.length + 3);
    expect(json.confidence).toMatchObject({ level: 0.95 });
    expect(json.rows[0]).toMatchObject({
      function: 'myservice/keys.buildKey',
      before: { flat: 2818105, cum: 3571780 },
      after: { flat: 0, cum: 1168772 },
      confidence: { flat: { drawn: { before: 117, after: 0 }, after: { low: 0 } } },
    });
    expect(json.rows.every(({ before: was, after: is }) => was.cum !== 0 || is.cum !== 0)).toBe(
      true,
    );
  });

  it('is all zero for the same file twice', async () => {
    const { rows, hazards } = await diffJsonOf(story[0], story[0]);
    expect(rows).toHaveLength(122);
    expect(rows.every((row) => row.before.flat === row.after.flat)).toBe(true);
    expect(rows.every((row) => row.before.cum === row.after.cum)).toBe(true);
    expect(hazards.map(({ kind }) => kind)).toContain('identical');
  });

  it('is that of a side which is empty', async () => {
    const files = await drawnFiles('types samples/count', 'types samples/count\n main 3');
    const json = await diffJsonOf(...files);
    expect(json).toMatchObject({ before: 0, after: 3, percentOf: 'after', percentTotal: 3 });
    expect(json.rows).toHaveLength(1);
    expect((await diff([files[0], files[0]])).text).toContain('accounting for 0, 0% of 0 total');
  });

  it('takes a difference that pprof saved', async () => {
    const saved = join(fixtures, 'saved-difference/heap.pb.gz');
    const json = await diffJsonOf(saved, story[1]);
    expect(json.before).toBe(-18114118);
    expect(json.confidence).toHaveProperty('reason');
    expect(json.hazards.map(({ kind }) => kind)).toContain('difference');
  });

  it('takes profiles that have no function in common', async () => {
    const files = await drawnFiles('types n/count\n a 1', 'types n/count\n b 2');
    const { rows } = await diffJsonOf(...files);
    expect(rows.map((row) => row.joinedBy)).toEqual(['onlyAfter', 'onlyBefore']);
  });
});

describe('conditions', () => {
  const run = (...conditions: string[]) =>
    diffDrawn(before, after, ...conditions.flatMap((one) => ['--fail-if', one]));

  it.each([
    ['samples < 0', true],
    ['samples < -20%', false],
    ['samples <= -20% of before', true],
    ['time < -49s', true],
    ['time < -51000ms', false],
    ['time < -1KiB', /not in “KiB”/],
    ['gold > 1', /not both have “gold”/],
    ['samples[new] > 1000000%', true],
    ['samples[new].flat >= 3', true],
    ['samples[main] < -1', true],
    ['samples[main].flat < 0', false],
    ['samples[old] < -5', true],
    ['samples[main] > 0', false],
  ] as const)('%s', async (condition, expected) => {
    if (typeof expected !== 'boolean') {
      await expect(run(condition)).rejects.toThrow(expected);
      await expect(run(condition)).rejects.toBeInstanceOf(UsageError);
      return;
    }
    const { isFailed, sentences } = await run(condition);
    expect(isFailed).toBe(expected);
    expect(sentences).toHaveLength(expected ? 1 : 0);
  });

  it('say which one holds, the figures, and whether it is noise', async () => {
    const { sentences } = await run('samples > 1', 'samples < -1');
    expect(sentences).toEqual([
      '“samples < -1” holds: 10 samples before, 8 samples after: −2 samples, −20.0% of before; whether that is sampling noise is not known (Before: How samples are drawn is known for Go’s heap, CPU and goroutine profiles alone).',
    ]);
  });

  it('are about what is shown', async () => {
    const options = ['--per-before', '10', '--per-after', '2', '--per-unit', 'call'];
    const { isFailed, sentences } = await diffDrawn(
      before,
      after,
      ...options,
      ...['--fail-if', 'samples > 2.9', '--fail-if', 'samples > 3'],
    );
    expect(isFailed).toBe(true);
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toContain(
      '1 per call before, 4 per call after: +3 per call, +300.0% of before;',
    );
  });

  it('tell when there is no such function', async () => {
    const { isFailed, sentences } = await run('samples[nowhere] > 0');
    expect(isFailed).toBe(false);
    expect(sentences).toEqual([
      '“samples[nowhere] > 0”: neither profile has that function, which counts as no change.',
    ]);
  });

  const cpu = (ticks: number) => `
    types samples/count
    period 10000000 cpu/nanoseconds
    main ${ticks}
  `;
  const gate = ['--fail-if', 'samples > 5%', '--fail-if', 'samples[main] > 5%'];
  const judged = (now: number, ...options: string[]): Promise<DiffResult> =>
    diffDrawn(cpu(100), cpu(now), ...gate, ...options);

  it('do not count noise when asked not to', async () => {
    const noise = await judged(110);
    expect(noise.isFailed).toBe(true);
    expect(noise.sentences[0]).toMatch(/; within sampling noise, p = 0\.\d{4}\.$/);
    const ignored = await judged(110, '--significant');
    expect(ignored.isFailed).toBe(false);
    expect(ignored.sentences).toHaveLength(2);
    expect(ignored.sentences[1]).toContain('holds, but does not count with --significant: ');
    const real = await judged(200, '--significant');
    expect(real.isFailed).toBe(true);
    expect(real.sentences[1]).toMatch(
      /“samples\[main\] > 5%” holds: .* beyond sampling noise, p = /,
    );
  });

  it('do not guess what noise is', async () => {
    await expect(
      diffDrawn(before, after, '--fail-if', 'samples > 0', '--significant'),
    ).rejects.toThrow(/--significant: what is sampling noise in samples is not known/);
  });
});

describe('pairs that do not fit', () => {
  it('are refused when they measured nothing in common', async () => {
    const cpu = join(fixtures, 'seed-story/before/cpu.pb.gz');
    const asked = diff([cpu, story[1]]);
    await expect(asked).rejects.toBeInstanceOf(InputError);
    await expect(asked).rejects.toThrow(
      /nothing in common: before has samples, cpu, after has alloc_objects, /,
    );
  });

  it('have no seconds without durations, and no types that one lacks', async () => {
    await expect(diff([...story, '--seconds'])).rejects.toThrow(
      /--seconds: the profile before, heap\.pb\.gz, does not say how long/,
    );
    await expect(diff([...story, '--collections'])).rejects.toThrow(
      /--collections: the profile before, heap\.pb\.gz, does not say how often/,
    );
    await expect(diff([...story, '--sample', 'gold'])).rejects.toThrow(
      /--sample: both profiles have alloc_objects, .*, but not both have “gold”/,
    );
    const cpu = ['before', 'after'].map((side) => join(fixtures, `seed-story/${side}/cpu.pb.gz`));
    const { text } = await diff([...cpu, '--seconds', '--nodes', '1']);
    expect(text).toMatch(/^Values are per second: 10\.\d+ before, 10\.\d+ after$/m);
    const texts = ['before', 'after'].map((side) =>
      join(fixtures, `seed-story/${side}/heap.debug1.txt`),
    );
    const collected = await diff([...texts, '--collections', '--nodes', '1']);
    expect(collected.text).toMatch(/^Values are per GC cycle: 315 before, 110 after$/m);
  });
});
