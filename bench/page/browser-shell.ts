import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { peakBytesOf } from '../peak-memory.ts';

/** The application's browser shell, running in a process of its own with settings of its own. */
export interface BrowserShell {
  /** The page's address with its token. */
  readonly url: string;
  /** The most memory that it has had resident so far; null where the system does not tell. */
  peakBytes(): Promise<number | null>;
  stop(): Promise<void>;
}

/** Starts the built server. Rejects when it ends without printing an address. */
export async function startBrowserShell(serverFile: string): Promise<BrowserShell> {
  const config = await mkdtemp(join(tmpdir(), 'allocscope-bench-'));
  const server = spawn(process.execPath, [serverFile, '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ALLOCSCOPE_CONFIG_DIR: config },
  });
  const ended = once(server, 'exit');
  const stop = async () => {
    server.kill();
    await ended;
    await rm(config, { recursive: true, force: true });
  };
  for await (const line of createInterface(server.stdout)) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url === undefined) continue;
    // What else it prints must not fill the pipe.
    server.stdout.resume();
    return { url, stop, peakBytes: async () => await peakBytesOf(server.pid ?? 0) };
  }
  await stop();
  throw new Error('The browser shell did not start.');
}
