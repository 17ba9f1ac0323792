import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { isUnix } from '../helpers/platform.ts';
import { pprofServer, servedProfile } from '../helpers/pprof-server.ts';
import { buildCli } from '../helpers/run-cli.ts';
import { scratchFolder } from '../helpers/scratch-folder.ts';

let cli: Awaited<ReturnType<typeof buildCli>>;
beforeAll(async () => {
  cli = await buildCli();
});
afterAll(() => cli.remove());

const HEAP = servedProfile('before', 'heap');

describe('allocscope capture', () => {
  it('saves a profile, and says what it is', async () => {
    const server = await pprofServer();
    const out = join(await scratchFolder(), 'heap.pb.gz');
    const run = await cli.run('capture', server.host, '--out', out, '--gc');
    expect(run).toEqual({
      code: 0,
      out: `${out} (8,097 B): heap profile of ${server.host}\n`,
      err: '',
    });
    expect((await readFile(out)).equals(HEAP)).toBe(true);
    expect(server.requests).toEqual(['GET /debug/pprof/heap?gc=1']);
    expect((await cli.run('info', out)).out).toContain('alloc_objects');
  });

  it('tells the number of requests, and how it came by it', async () => {
    const server = await pprofServer();
    const folder = await scratchFolder();
    const counter = ['--counter', '/metrics', '--metric', 'http_requests_total'];
    const heap = await cli.run('capture', server.host, '--out', join(folder, 'a'), ...counter);
    expect(heap.out.split('\n')[1]).toBe(
      '80,000 requests so far, the sum of 2 series: the profile, too, is of all since the service started',
    );
    const cpu = ['--kind', 'cpu', '--seconds', '2', ...counter];
    const run = await cli.run('capture', server.host, '--out', join(folder, 'b'), ...cpu);
    expect(run.out.split('\n').slice(0, 2)).toEqual([
      `${join(folder, 'b')} (40,300 B): CPU profile of ${server.host} over 2 s`,
      'Note: The counter did not move meanwhile: there is nothing to divide by.',
    ]);
  });

  it('gives facts to programs, and no secret', async () => {
    const other = await pprofServer();
    const server = await pprofServer({
      routes: {
        '/debug/pprof/heap': (_, response) =>
          response.writeHead(302, { Location: `${other.origin}/debug/pprof/heap?key=hush` }).end(),
      },
    });
    const out = join(await scratchFolder(), 'heap.pb.gz');
    const args = ['--out', out, '--json', '--header', 'Authorization: hush'];
    const run = await cli.run('capture', `http://me:hush@${server.host}/?key=hush`, ...args);
    expect(run.err).toBe('');
    expect(run.out).not.toContain('hush');
    const { time, sha256, ...facts } = JSON.parse(run.out);
    expect(Date.parse(time)).toBeGreaterThan(0);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    const passed = `${other.origin}/debug/pprof/heap?key=…`;
    expect(facts).toEqual({
      file: out,
      address: `${server.origin}/debug/pprof/heap?key=…`,
      host: server.host,
      profile: 'heap',
      seconds: null,
      fileBytes: HEAP.length,
      redirects: [passed],
      count: null,
      remarks: [
        `The request was passed on to ${passed}.`,
        'The header was not sent there, since that is another host.',
      ],
    });
    expect(server.headers[0]?.authorization).toBe('hush');
  });

  it('takes a header from a variable', async () => {
    const server = await pprofServer();
    const out = join(await scratchFolder(), 'heap.pb.gz');
    vi.stubEnv('ALLOCSCOPE_TEST_HEADER', 'Authorization: Bearer hush');
    const args = ['--out', out, '--header-env', 'ALLOCSCOPE_TEST_HEADER'];
    expect(await cli.run('capture', server.host, ...args)).toMatchObject({ code: 0 });
    vi.unstubAllEnvs();
    expect(server.headers[0]?.authorization).toBe('Bearer hush');
  });

  it('does not replace a file unless it is told to, nor ask for what it cannot save', async () => {
    const server = await pprofServer();
    const folder = await scratchFolder();
    const out = join(folder, 'heap.pb.gz');
    await writeFile(out, 'mine');
    await mkdir(join(folder, 'folder'));
    const kept = await cli.run('capture', server.host, '--out', out);
    expect(kept).toMatchObject({ code: 1, out: '' });
    expect(kept.err).toBe(
      `allocscope: ${out} exists already. Name another file, or replace it with --force.\n`,
    );
    for (const path of [join(folder, 'no/heap.pb.gz'), join(folder, 'folder')]) {
      const run = await cli.run('capture', server.host, '--out', path, '--force');
      expect(run.err).toMatch(/cannot be saved\. (?:Its folder does not exist|There is a folder)/);
    }
    expect(server.requests).toEqual([]);
    expect(await readFile(out, 'utf8')).toBe('mine');
    expect(await cli.run('capture', server.host, '--out', out, '--force')).toMatchObject({
      code: 0,
    });
    expect((await readFile(out)).equals(HEAP)).toBe(true);
  });

  it('saves nothing that is no profile, and says what to do', async () => {
    const tls = await pprofServer({ isTls: true });
    const folder = await scratchFolder();
    const out = join(folder, 'heap.pb.gz');
    const certificate = await cli.run('capture', tls.origin, '--out', out);
    expect(certificate).toMatchObject({ code: 1, out: '' });
    expect(certificate.err).toMatch(/self-signed.* \(--insecure\)\n$/);
    const unknown = await cli.run(
      'capture',
      `${tls.origin}/debug/pprof/gold`,
      '--out',
      out,
      '--insecure',
    );
    expect(unknown.err).toContain('404 Not Found, and said: “Unknown profile”');
    const large = await cli.run(
      'capture',
      tls.origin,
      '--out',
      out,
      '--insecure',
      '--max-bytes',
      '9',
    );
    expect(large.err).toMatch(/more than 9 B.* \(--max-bytes\)\n$/);
    const usage = await cli.run('capture', tls.origin);
    expect(usage).toMatchObject({ code: 2 });
    expect(usage.err).toBe(
      'allocscope: Where to? Name the file with --out. See allocscope --help.\n',
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it.runIf(isUnix)('leaves nothing when it is interrupted (skipped on Windows)', async () => {
    const folder = await scratchFolder();
    let asked = () => {};
    const request = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const { host } = await pprofServer({ routes: { '/debug/pprof/profile': () => asked() } });
    const out = join(folder, 'cpu.pb.gz');
    const child = spawn(process.execPath, [
      cli.file,
      'capture',
      host,
      '--kind',
      'cpu',
      '--out',
      out,
    ]);
    await request;
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    expect(code).toBe(130);
    expect(await readdir(folder)).toEqual([]);
  });
});
