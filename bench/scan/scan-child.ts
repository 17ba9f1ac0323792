import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Emitter } from '../../src/backend/emitter.ts';
import { Profiles } from '../../src/backend/profiles.ts';
import { ownPeakBytes } from '../peak-memory.ts';
import type { ScanResult } from './scan-part.ts';

/*
 * Opens a text as the application does that runs already: a small one first, then the one that is measured.
 */

const [engineFile = '', path = ''] = process.argv.slice(2);
const failures: string[] = [];
const emitter = new Emitter();
emitter.listen((event, payload) => {
  if (event === 'openingFailed') failures.push((payload as { message: string }).message);
});
const profiles = new Profiles(engineFile, emitter);

const folder = await mkdtemp(join(tmpdir(), 'allocscope-bench-'));
const small = join(folder, 'small.txt');
await writeFile(small, 'x.go:1:2: moved to heap: y\n');
await profiles.openFile('small.txt', small);
await rm(folder, { recursive: true });
const baseBytes = await ownPeakBytes();

const started = performance.now();
const cpuBefore = process.cpuUsage();
const id = await profiles.openFile('service.log', path);
const openMs = performance.now() - started;
const cpu = process.cpuUsage(cpuBefore);
if (failures.length > 0) throw new Error(failures.join('\n'));
const found = profiles.evidence().find((text) => text.id === id);

const result: ScanResult = {
  openMs,
  openCpuMs: (cpu.user + cpu.system) / 1000,
  baseBytes,
  peakBytes: await ownPeakBytes(),
  collections: found?.findings.find(({ kind }) => kind === 'gctrace')?.count ?? 0,
};
process.stdout.write(JSON.stringify(result));
await profiles.dispose();
