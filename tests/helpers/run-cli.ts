import { spawn } from 'node:child_process';
import { type BuiltEntries, buildEntries } from './build-entries.ts';

/** What a run of the command line left. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Builds the command line; `run` starts it in the time zone UTC. */
export async function buildCli(): Promise<
  Pick<BuiltEntries, 'remove'> & {
    readonly file: string;
    readonly run: (...args: string[]) => Promise<Run>;
    /** The same with something on standard input. */
    readonly runWith: (input: Uint8Array, ...args: string[]) => Promise<Run>;
  }
> {
  const built = await buildEntries({ cli: 'src/cli/index.ts' });
  const file = built.file('cli');
  const runWith = (input: Uint8Array, ...args: string[]): Promise<Run> => {
    const child = spawn(process.execPath, [file, ...args], { env: { ...process.env, TZ: 'UTC' } });
    let out = '';
    let err = '';
    child.stdout.on('data', (text) => {
      out += text;
    });
    child.stderr.on('data', (text) => {
      err += text;
    });
    // It may end without having read all.
    child.stdin.on('error', () => {}).end(input);
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  };
  const run = (...args: string[]) => runWith(new Uint8Array(0), ...args);
  return { file, run, runWith, remove: () => built.remove() };
}
