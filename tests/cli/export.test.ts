import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { obeysPermissions } from '../helpers/platform.ts';
import { buildCli } from '../helpers/run-cli.ts';
import { scratchFolder } from '../helpers/scratch-folder.ts';
import { fixtures, heapProfile } from '../helpers/start-backend.ts';

const after = join(fixtures, 'seed-story/after/heap.pb.gz');

let cli: Awaited<ReturnType<typeof buildCli>>;
beforeAll(async () => {
  cli = await buildCli();
});
afterAll(() => cli.remove());

const GCTRACE = [1, 2, 3]
  .map(
    (gc) =>
      `gc ${gc} @${gc}.008s 2%: 0.12+3.9+0.072 ms clock, 0.25+0.10/0.13/1.9+0.14 ms cpu, 3->5->4 MB, 4 MB goal, 0 MB stacks, 0 MB globals, 2 P`,
  )
  .join('\n');

describe('allocscope export', () => {
  it('writes a file of one profile, and of two, and says nothing', async () => {
    const folder = await scratchFolder();
    const [one, two] = [join(folder, 'one.csv'), join(folder, 'two.csv')];
    expect(await cli.run('export', heapProfile, '--to', one)).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    expect(await cli.run('export', heapProfile, after, '--to', two)).toMatchObject({ code: 0 });
    expect((await readdir(folder)).sort()).toEqual(['one.csv', 'two.csv']);
    expect(await readFile(one, 'utf8')).toContain('myservice/keys.buildKey');
    expect(await readFile(two, 'utf8')).toContain('myservice/keys.buildKey');
  });

  it('writes to standard output what is one file', async () => {
    const folder = await scratchFolder();
    const path = join(folder, 'a.tsv');
    const { out, code } = await cli.run('export', heapProfile, '--to', '-', '--format', 'tsv');
    expect(code).toBe(0);
    await cli.run('export', heapProfile, '--to', path);
    expect(out).toBe(await readFile(path, 'utf8'));
  });

  it('does not replace a file unless it is told to', async () => {
    const path = join(await scratchFolder(), 'a.csv');
    await writeFile(path, 'mine');
    const { code, err } = await cli.run('export', heapProfile, '--to', path);
    expect(code).toBe(1);
    expect(err).toBe(
      `allocscope: ${path} exists already. Name another file, or replace it with --force.\n`,
    );
    expect(await readFile(path, 'utf8')).toBe('mine');
    expect(await cli.run('export', heapProfile, '--to', path, '--force')).toMatchObject({
      code: 0,
    });
    expect(await readFile(path, 'utf8')).toContain('buildKey');
  });

  it('says what is wrong with the place, before anything is worked out', async () => {
    const folder = await scratchFolder();
    await mkdir(join(folder, 'a.csv'));
    const cases = [
      [join(folder, 'no/a.csv'), 'a.csv cannot be saved. Its folder does not exist'],
      [join(folder, 'a.csv'), 'a.csv cannot be saved. There is a folder of that name'],
    ];
    for (const [path = '', words] of cases) {
      const { code, err } = await cli.run('export', 'missing.pb.gz', '--to', path);
      expect(code).toBe(1);
      expect(err).toContain(`allocscope: ${words}`);
    }
  });

  it('says what is wrong with the profiles', async () => {
    const path = join(await scratchFolder(), 'a.csv');
    const missing = await cli.run('export', heapProfile, 'missing.pb.gz', '--to', path);
    expect(missing).toMatchObject({ code: 1, out: '' });
    expect(missing.err).toContain('After: missing.pb.gz cannot be opened. It does not exist');
    const mutex = join(fixtures, 'seed-story/after/mutex.pb.gz');
    const other = await cli.run('export', heapProfile, mutex, '--to', path);
    expect(other).toMatchObject({ code: 1 });
    expect(other.err).toContain('measured nothing in common');
    const gold = await cli.run('export', heapProfile, '--to', path, '--sample', 'gold');
    expect(gold).toMatchObject({ code: 2 });
    expect(gold.err).toContain('but no “gold”');
    const notes = await cli.run('export', heapProfile, '--to', 'a.md', '--notes', 'none.md');
    expect(notes).toMatchObject({ code: 1 });
    expect(notes.err).toContain('none.md: these notes cannot be read');
  });

  it('tells in a report of texts, of the run that their names or its options say', async () => {
    const folder = await scratchFolder();
    const text = async (name: string, collections: number) => {
      await writeFile(join(folder, name), GCTRACE.split('\n').slice(0, collections).join('\n'));
      return join(folder, name);
    };
    const [one, two, old] = [
      await text('1.log', 1),
      await text('2.log', 2),
      await text('old.log', 3),
    ];
    const methodOf = async (...options: string[]) => {
      const report = ['--to', '-', '--format', 'html', '--what', 'report'];
      const { out, err, code } = await cli.run('export', heapProfile, after, ...report, ...options);
      const texts = [...out.matchAll(/<dt>(Text[^<]*)<\/dt><dd><code>([^<]*)<\/code>, ([^,]*)/g)];
      return [
        code,
        err.replace(folder, ''),
        ...texts.map(([, side, name, found]) => `${side}: ${name}, ${found}`),
      ];
    };
    expect(
      await methodOf('--evidence-before', two, '--evidence-after', one, '--evidence', old),
    ).toMatchInlineSnapshot(`
      [
        0,
        "",
        "Text, before: old.log, 3 collections",
        "Text, before: 2.log, 2 collections",
        "Text, after: 1.log, 1 collection",
      ]
    `);
    // What an option says counts more than a name.
    expect(await methodOf('--evidence-after', old)).toMatchInlineSnapshot(`
      [
        0,
        "",
        "Text, after: old.log, 3 collections",
      ]
    `);
    expect(await methodOf('--evidence', one)).toMatchInlineSnapshot(`
      [
        2,
        "allocscope: --evidence: nothing says which run /1.log is about; use --evidence-before or --evidence-after. See allocscope --help.
      ",
      ]
    `);
  });

  it('says what is wrong with texts', async () => {
    const folder = await scratchFolder();
    const path = join(folder, 'a.md');
    await writeFile(join(folder, 'poem.txt'), 'nothing of interest\n');
    const refused = async (file: string) => {
      const args = ['export', heapProfile, '--to', path, '--evidence', file];
      const { code, out, err } = await cli.run(...args);
      return { code, out, err: err.replaceAll(folder, '') };
    };
    expect(await refused(join(folder, 'none.log'))).toMatchInlineSnapshot(`
      {
        "code": 1,
        "err": "allocscope: /none.log cannot be opened. It does not exist: was it moved, renamed or deleted?
      ",
        "out": "",
      }
    `);
    expect(await refused(join(folder, 'poem.txt'))).toMatchInlineSnapshot(`
      {
        "code": 1,
        "err": "allocscope: poem.txt cannot be opened. It is text of no kind that is known as a profile. Nor does it hold lines of the collector (GODEBUG=gctrace=1), results of Go benchmarks, what the Go compiler says of escapes (-gcflags=-m), or a report of a load generator. Open a pprof profile, such as /debug/pprof/heap or "go test -memprofile" gives.
      ",
        "out": "",
      }
    `);
    expect(await refused(heapProfile)).toMatchInlineSnapshot(`
      {
        "code": 1,
        "err": "allocscope: heap.pb.gz cannot be opened. It is a profile, not a text. See it with “allocscope top”.
      ",
        "out": "",
      }
    `);
    expect(await readdir(folder)).toEqual(['poem.txt']);
  });

  it.runIf(obeysPermissions)(
    'says that a folder is read-only (skipped as root and on Windows)',
    async () => {
      const folder = await scratchFolder();
      await chmod(folder, 0o500);
      const { code, err } = await cli.run('export', heapProfile, '--to', join(folder, 'a.csv'));
      await chmod(folder, 0o700);
      expect(code).toBe(1);
      expect(err).toContain('You have no permission to write there');
    },
  );
});

it.skipIf(!existsSync('/dev/full'))('says that standard output is full', async () => {
  const full = await open('/dev/full', 'w');
  const args = ['export', heapProfile, '--to', '-', '--format', 'csv'];
  const child = spawn(process.execPath, [cli.file, ...args], {
    stdio: ['ignore', full.fd, 'pipe'],
  });
  let err = '';
  child.stderr?.on('data', (text) => {
    err += text;
  });
  const [code] = await once(child, 'close');
  await full.close();
  expect(err).toBe('allocscope: standard output cannot be written. The disk is full.\n');
  expect(code).toBe(1);
});
