import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodePprof } from '../../src/core/formats/pprof/encode.ts';
import { ProfileBuilder } from '../../src/core/profile/builder.ts';
import { isUnix } from '../helpers/platform.ts';
import { buildCli } from '../helpers/run-cli.ts';
import { scratchFolder } from '../helpers/scratch-folder.ts';
import { fixtures, heapProfile } from '../helpers/start-backend.ts';

let cli: Awaited<ReturnType<typeof buildCli>>;

beforeAll(async () => {
  cli = await buildCli();
});
afterAll(() => cli.remove());

const allocscope = (...args: string[]) => cli.run(...args);

interface TopJson {
  readonly sampleType: string;
  readonly unit: string;
  readonly total: number;
  readonly rows: readonly { function: string; flat: number; cum: number }[];
}

async function topJson(...args: string[]): Promise<TopJson> {
  const { code, out, err } = await allocscope('top', heapProfile, '--json', ...args);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as TopJson;
}

describe('allocscope top', () => {
  it('prints what go tool pprof -top prints', async () => {
    const { code, out } = await allocscope('top', heapProfile, '--nodes', '5');
    expect(code).toBe(0);
    expect(out).toBe(`File: api
Type: alloc_objects
Time: Nov 23, 2026 at 3:04pm (UTC)
Showing nodes accounting for 12719823, 47.95% of 26528286 total
Showing top 5 nodes out of 122
      flat  flat%   sum%        cum   cum%
   3235948 12.20% 12.20%    8162244 30.77%  myservice/handlers.makeLine
   2818105 10.62% 22.82%    3571780 13.46%  myservice/keys.buildKey
   2730807 10.29% 33.12%    3255103 12.27%  myservice/handlers.checksum
   2140875  8.07% 41.19%    2140875  8.07%  fmt.Sprintf
   1794088  6.76% 47.95%    4069127 15.34%  myservice/handlers.collectIDs
`);
  });

  it('prints durations, marks and filters as it does', async () => {
    const cpu = join(fixtures, 'seed-story/before/cpu.pb.gz');
    const { out } = await allocscope('top', cpu, '--focus', 'json', '--cum', '--nodes', '20');
    expect(out).toContain('\nDuration: 10.13s, Total samples = 12.90s (127.33%)\n');
    expect(out).toContain('\nActive filters:\n   focus=json\n');
    expect(out).toMatch(/ s? .*\(inline\)\n/);
  });

  it('prints every row that is not zero as JSON, in exact integers', async () => {
    const { sampleType, unit, total, rows } = await topJson();
    expect({ sampleType, unit, total }).toEqual({
      sampleType: 'alloc_objects',
      unit: 'count',
      total: 26_528_286,
    });
    expect(rows).toHaveLength(122);
    expect(rows[0]).toEqual({
      function: 'myservice/handlers.makeLine',
      flat: 3_235_948,
      cum: 8_162_244,
    });
    expect(rows.reduce((sum, { flat }) => sum + flat, 0)).toBe(total);
    expect(rows.every(({ flat, cum }) => Number.isInteger(flat) && Number.isInteger(cum))).toBe(
      true,
    );
    expect(rows.some((row) => row.function.includes('inline)'))).toBe(false);
  });

  it('takes the sample type by name or number', async () => {
    const byName = await topJson('--sample', 'alloc_space');
    expect(byName).toMatchObject({
      sampleType: 'alloc_space',
      unit: 'bytes',
      total: 2_986_976_263,
    });
    expect(await topJson('--sample', '1')).toEqual(byName);
  });

  it('takes granularity, inlines, order, rows and focus', async () => {
    const lines = await topJson('--granularity', 'lines');
    expect(lines.rows[0]?.function).toMatch(/ \/src\/myservice\/.+\.go:\d+$/);
    const noInlines = await topJson('--no-inlines');
    expect(noInlines.rows.length).toBeLessThan(122);
    const byCum = await topJson('--cum', '--nodes', '3');
    expect(byCum.rows).toHaveLength(3);
    expect(byCum.rows[0]?.cum).toBeGreaterThanOrEqual(byCum.rows[1]?.cum ?? 0);
    const focused = await topJson('--focus', 'keys\\.buildKey');
    expect(focused.rows.length).toBeLessThan(122);
    expect(focused.total).toBe(26_528_286);
  });
});

describe('allocscope top of a profile in which nothing was recorded', () => {
  const empty = join(fixtures, 'edge/no-samples.pb.gz');

  it.each([[], ['--json']])('says so, and what to do: %j', async (...options) => {
    const { code, out, err } = await allocscope('top', empty, ...options);
    expect(code).toBe(0);
    expect(out).toMatch(/ of 0 total\n|"rows":\[\n\]/);
    expect(err).toMatch(
      /^allocscope: no-samples\.pb\.gz: It has no samples: nothing was recorded .*\. Take it again, [^\n]+\.\n$/,
    );
  });
});

it.each([
  ['top', heapProfile],
  ['diff', heapProfile, join(fixtures, 'seed-story/after/heap.pb.gz')],
])('%s says that a focus matches nothing, beside the empty table', async (...args) => {
  const { code, out, err } = await allocscope(...args, '--focus', 'KEYS');
  expect(code).toBe(0);
  expect(out).toMatch(/accounting for 0, 0% of /);
  expect(err).toMatch(/^allocscope: --focus: “KEYS” matches no function, [^\n]+\.\n$/);
  expect((await allocscope(...args, '--focus', 'keys')).err).toBe('');
});

const heapText = join(fixtures, 'seed-story/before/heap.debug1.txt');

describe('allocscope info', () => {
  it('prints the facts of a profile', async () => {
    const { code, out } = await allocscope('info', heapProfile);
    expect(code).toBe(0);
    expect(out).toMatch(/^File: +heap\.pb\.gz \([\d,]+ B\)$/m);
    expect(out).toMatch(/^alloc_objects: 26,528,286 objects \(shown first\)$/m);
  });

  it('prints them as JSON', async () => {
    const { out } = await allocscope('info', heapProfile, '--json');
    const facts = JSON.parse(out) as Record<string, unknown>;
    expect(facts).toMatchObject({ name: 'heap.pb.gz', binary: 'api', firstSampleType: 0 });
    expect(facts['sha256']).toMatch(/^[0-9a-f]{64}$/);
    expect(facts).not.toHaveProperty('id');
    expect(facts['memStats']).toBeNull();
  });

  it('has what the runtime counted, to the last digit', async () => {
    const { out } = await allocscope('info', heapText);
    expect(out).toMatch(/^Since start, allocated: +33,589,886 objects, 2\.82 GiB$/m);
    expect(out).toMatch(/^Since start, collections: +315, 2 of them forced$/m);
    const { out: json } = await allocscope('info', heapText, '--json');
    expect(json).toContain('    "totalAllocBytes": 3023373648,\n');
    expect(json).toContain(', 1795446248405219087]\n');
    const { memStats } = JSON.parse(json) as { memStats: { pauses: { nanos: number[] } } };
    expect(memStats).toMatchObject({ mallocs: 33_589_886, numGC: 315 });
    expect(memStats.pauses.nanos).toHaveLength(256);
  });
});

describe('allocscope diff', () => {
  const after = join(fixtures, 'seed-story/after/heap.pb.gz');

  it('prints what changed', async () => {
    const { code, out, err } = await allocscope('diff', heapProfile, after, '--nodes', '1');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^ {2}-2818105 -10\.62% .* real {3}myservice\/keys\.buildKey$/m);
  });

  it('exits with 3 and a sentence for each condition that holds', async () => {
    const conditions = ['alloc_objects < -5%', 'alloc_objects > +5%', 'alloc_space < 0'];
    const options = conditions.flatMap((condition) => ['--fail-if', condition]);
    const { code, out, err } = await allocscope('diff', heapProfile, after, '--json', ...options);
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ before: 26_528_286, after: 8_414_168 });
    expect(err.split('\n')).toEqual([
      expect.stringMatching(
        /^allocscope: “alloc_objects < -5%” holds: 26,528,286 objects before, /,
      ),
      expect.stringMatching(/^allocscope: “alloc_space < 0” holds: .* beyond sampling noise, p = /),
      '',
    ]);
  });

  it('says which side cannot be opened', async () => {
    const { code, err } = await allocscope('diff', heapProfile, 'missing.pb.gz');
    expect(code).toBe(1);
    expect(err).toMatch(/^allocscope: After: missing\.pb\.gz cannot be opened\. [^\n]+\n$/);
  });
});

describe('a hostile profile', () => {
  const hostile = 'red\u001b[31m\u009b1m\u202eback\n';

  async function hostileFile(): Promise<string> {
    const builder = new ProfileBuilder();
    builder.sampleTypes.push({ type: `${hostile}n`, unit: 'count' });
    builder.comments.push(hostile);
    const fn = builder.addFunction({ name: hostile });
    const location = builder.addLocation({ lines: [{ function: fn }] });
    builder.addSample([location], [1], [{ key: hostile, str: 'x' }]);
    // No name on Windows has a control character.
    const path = join(await scratchFolder(), `hostile${isUnix ? '\u001b[31m' : '\u202e'}.pb`);
    await writeFile(path, encodePprof(builder.finish()));
    return path;
  }

  it.each([
    ['top'],
    ['info'],
    ['top', '--json'],
    ['info', '--json'],
    ['top', '--sample', 'other'],
    ['top', '--granularity', hostile],
  ])('does nothing to the terminal: %j', async (command, ...args) => {
    const { out, err } = await allocscope(command, await hostileFile(), ...args);
    expect(out + err).toContain('red');
    expect(`${out}${err}`.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  });

  it.each([
    [],
    ['--json'],
    ['--sample', 'other'],
    ['--per-before', '1', '--per-after', '2', '--per-unit', hostile],
    ['--fail-if', `${hostile} > 0`],
    ['--fail-if', 'red[x] > 1', '--rename', `red=${hostile}`],
  ])('does nothing to it compared with itself and %j', async (...args) => {
    const { out, err } = await allocscope(
      'diff',
      await hostileFile(),
      await hostileFile(),
      ...args,
    );
    expect(out + err).toContain('red');
    expect(`${out}${err}`.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  });

  it('does nothing to it by the name of a file that is not there', async () => {
    const { err } = await allocscope('info', `missing${hostile}`);
    expect(err).toMatch(/^allocscope: missingred\\u\{1B\}[^\p{Cc}]+\n$/u);
  });

  it('does not run its facts into their names', async () => {
    const { out } = await allocscope('info', await hostileFile());
    expect(out).toMatch(/^File: {9,}hostile/m);
    expect(out).toMatch(/^red.*n: 1 red/m);
  });

  it('has the lines of its comments on lines, as pprof does', async () => {
    const { out } = await allocscope('top', await hostileFile());
    expect(out).toMatch(/^red.*back\n\nType: red/m);
  });

  it('has its names exact in JSON', async () => {
    const { out } = await allocscope('top', await hostileFile(), '--json');
    expect(JSON.parse(out)).toMatchObject({
      sampleType: `${hostile}n`,
      rows: [{ function: hostile, flat: 1, cum: 1 }],
    });
  });
});

describe('exit codes', () => {
  it.each([
    [
      'a missing file',
      ['top', 'missing.pb.gz'],
      /missing\.pb\.gz cannot be opened\. It does not exist/,
    ],
    ['a folder', ['info', fixtures], /It is a folder/],
    [
      'two profiles of different kinds',
      ['diff', heapProfile, join(fixtures, 'seed-story/before/cpu.pb.gz')],
      /measured nothing in common/,
    ],
    ['no profile', ['top', join(fixtures, 'edge/not-a-profile.txt')], /cannot be opened/],
    ['a broken one', ['top', join(fixtures, 'edge/truncated-raw.pb')], /cannot be opened/],
  ])('1 and one line for %s', async (_, args, reason) => {
    const { code, out, err } = await allocscope(...args);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(reason);
    expect(err).toMatch(/^allocscope: [^\n]+\n$/);
  });

  it.each([
    ['no command', []],
    ['an unknown command', ['bottom']],
    ['a file that is not there', ['missing.pb.gz', heapProfile]],
    ['an option of opening that there is not', [heapProfile, '--upside-down']],
    ['no file', ['top']],
    ['two files', ['top', heapProfile, heapProfile]],
    ['an unknown option', ['top', heapProfile, '--upside-down']],
    ['an option without its value', ['top', heapProfile, '--nodes']],
    ['a wrong granularity', ['top', heapProfile, '--granularity', 'atoms']],
    ['a wrong number of rows', ['top', heapProfile, '--nodes', '-1']],
    ['a wrong expression', ['top', heapProfile, '--focus', '(']],
    ['an unknown sample type', ['top', heapProfile, '--sample', 'gold']],
    ['one side', ['diff', heapProfile]],
    ['a condition that is none', ['diff', 'a', 'b', '--fail-if', 'more']],
    ['a wrong divisor', ['diff', 'a', 'b', '--per-before', '0', '--per-after', '1']],
    ['seconds that are not known', ['diff', heapProfile, heapProfile, '--seconds']],
  ])('2 and one line for %s', async (_, args) => {
    const { code, out, err } = await allocscope(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^allocscope: [^\n]+ See allocscope --help\.\n$/);
  });

  it.each([['--help'], ['top', '--help'], ['--version']])('0 for %s %s', async (...args) => {
    const { code, out, err } = await allocscope(...args);
    expect([code, err]).toEqual([0, '']);
    expect(out).not.toBe('');
  });

  it('0 and silence when nobody reads on', async () => {
    const child = spawn(process.execPath, [
      cli.file,
      'top',
      heapProfile,
      '--json',
      '--granularity',
      'addresses',
    ]);
    let err = '';
    child.stderr.on('data', (text) => {
      err += text;
    });
    child.stdout.destroy();
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, err]).toEqual([0, '']);
  });
});
