import { resolve } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { Backend } from '../../src/backend/backend.ts';
import type { Desk } from '../../src/backend/desk.ts';
import type { Hello, HostMethod, HostRequests } from '../../src/bridge/host.ts';
import { EventLog } from './host-events.ts';
import { scratchFolder } from './scratch-folder.ts';

export const fixtures = resolve(import.meta.dirname, '../fixtures/pprof');
export const heapProfile = resolve(fixtures, 'seed-story/before/heap.pb.gz');

interface BackendParts {
  readonly exportFile?: string;
  readonly desk?: Desk | null;
  readonly version?: string;
}

/** A backend for one test, with its events; its engine and its exports' thread come from built files. */
export async function startBackend(
  engineFile: string,
  { exportFile = '', desk = null, version = '1.2.3' }: BackendParts = {},
) {
  const openExternal = vi.fn((_: string) => Promise.resolve());
  const configFolder = await scratchFolder();
  const backend = new Backend({
    shell: { kind: desk === null ? 'browser' : 'electron', openExternal, desk },
    version,
    engineFile,
    exportFile,
    exampleFolder: resolve(import.meta.dirname, '../../resources/example'),
    configFolder,
  });
  onTestFinished(() => backend.dispose());
  const log = new EventLog((listener) => backend.listen(listener));
  const request = async <M extends HostMethod>(method: M, params: HostRequests[M][0]) =>
    (await backend.request(method, params)) as HostRequests[M][1];
  const hello = (): Promise<Hello> => request('hello', undefined);
  return { backend, log, request, hello, openExternal, configFolder };
}
