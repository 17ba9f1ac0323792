import { execFile, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';

/** The version of Go that is installed; null where there is none. */
export const goVersion: string | null = (() => {
  const { status, stdout } = spawnSync('go', ['version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
})();

const run = promisify(execFile);

/**
 * What `go tool pprof` prints, without looking for binaries and without leaving out small rows. Rejects
 * with what it says when it refuses.
 */
export async function goPprof(...args: readonly string[]): Promise<string> {
  const all = ['tool', 'pprof', '-symbolize=none', '-nodefraction=0', '-edgefraction=0', ...args];
  const env = { ...process.env, PPROF_TMPDIR: tmpdir(), PPROF_BINARY_PATH: tmpdir() };
  const { stdout } = await run('go', all, { env, maxBuffer: 2 ** 28 });
  return stdout;
}
