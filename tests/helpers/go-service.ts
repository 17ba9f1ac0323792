import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { dataFolder } from '../oracle/oracle-data.ts';
import { goVersion } from './go-pprof.ts';

const source = join(dataFolder, 'goalloc/before');

/** Whether the Go service of the seed story can be built here. Suites that need it are skipped by name where not. */
export const hasGoService = goVersion !== null && existsSync(source);

const run = promisify(execFile);

/** A running Go service with net/http/pprof. */
export interface GoService {
  /** `127.0.0.1:40123`. */
  readonly host: string;
  /** Has it serve requests, and waits until it has. */
  load(requests: number): Promise<void>;
  stop(): Promise<void>;
}

/** Builds the service into a folder and starts it. It ends by itself after five minutes. */
export async function startGoService(folder: string): Promise<GoService> {
  const program = join(folder, process.platform === 'win32' ? 'api.exe' : 'api');
  await run('go', ['build', '-o', program, './cmd/api'], { cwd: source });
  const host = `127.0.0.1:${await freePort()}`;
  const service = spawn(program, ['serve', '-addr', host], { stdio: 'ignore' });
  const ended = once(service, 'exit');
  const isOver = () => service.exitCode !== null;
  await answering(`http://${host}/debug/stats`, isOver);
  return {
    host,
    // Its own load generator wants Go 1.22.
    load: async (requests) => {
      const address = `http://${host}/v1/orders?tenant=tenant-001&ids=1,2,3,5,8,13,21,34,55`;
      const ask = async () => {
        for (let asked = 0; asked < requests / CONNECTIONS; asked++) {
          await (await fetch(address)).arrayBuffer();
        }
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, ask));
    },
    stop: async () => {
      service.kill();
      await ended;
    },
  };
}

const CONNECTIONS = 8;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** It writes nothing when it listens: asking it is the only way to know. Rejects when it has ended instead. */
async function answering(address: string, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const isUp = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await setTimeout(PAUSE_MS);
  }
  throw new Error('The service of the example ended before it answered.');
}

const PAUSE_MS = 20;
