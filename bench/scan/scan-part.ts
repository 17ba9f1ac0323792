import { runEntry } from '../engine/run-entry.ts';
import type { Places } from '../places.ts';
import { runProgram } from '../run-program.ts';
import { type Spread, spreadOf } from '../statistics.ts';
import { serviceLog } from './service-log.ts';

/** What the child that opens a text prints. */
export interface ScanResult {
  /** From naming the file to having what was found in it. */
  readonly openMs: number;
  /** What all threads of the process spent on it on a core. */
  readonly openCpuMs: number;
  /** The most memory before. */
  readonly baseBytes: number;
  readonly peakBytes: number;
  readonly collections: number;
}

/** What searching a log of a size costs, against grep on the same file. */
export interface ScanSize {
  readonly fileBytes: number;
  readonly collections: number;
  /** Of `grep -c 'gc '`, its start included; null where there is no grep. */
  readonly grepMs: Spread | null;
  readonly openMs: Spread;
  readonly openCpuMs: Spread;
  /** Medians; null where there is no grep. */
  readonly openToGrep: number | null;
  /** The same of minima, which other work on the machine disturbs less. */
  readonly openToGrepAtBest: number | null;
  /** The most memory above what the application had before. */
  readonly grownBytes: Spread;
}

const SIZES = [50e6, 200e6];

/** Measures logs of both sizes in turn, round after round. */
export async function measureScan(rounds: number, places: Places): Promise<ScanSize[]> {
  const sizes: ScanSize[] = [];
  for (const bytes of SIZES) sizes.push(await measureSize(bytes, rounds, places));
  return sizes;
}

async function measureSize(bytes: number, rounds: number, places: Places): Promise<ScanSize> {
  const { path, fileBytes } = await serviceLog(places.profiles, bytes);
  const grepMs: number[] = [];
  const opens: ScanResult[] = [];
  // The first time brings the file into memory.
  await grep(path);
  for (let round = 0; round < rounds; round++) {
    const milliseconds = await grep(path);
    if (milliseconds !== null) grepMs.push(milliseconds);
    opens.push(await runEntry<ScanResult>(places, 'scan-child', [places.engine, path]));
  }
  const openMs = spreadOf(opens.map((open) => open.openMs));
  const ofGrep = grepMs.length === 0 ? null : spreadOf(grepMs);
  return {
    fileBytes,
    collections: opens[0]?.collections ?? 0,
    grepMs: ofGrep,
    openMs,
    openCpuMs: spreadOf(opens.map((open) => open.openCpuMs)),
    openToGrep: ofGrep && openMs.median / ofGrep.median,
    openToGrepAtBest: ofGrep && openMs.min / ofGrep.min,
    grownBytes: spreadOf(opens.map((open) => open.peakBytes - open.baseBytes)),
  };
}

/** Null where there is no grep. Its output has to be read: into /dev/null it would end with the first match. */
async function grep(path: string): Promise<number | null> {
  const run = await runProgram('grep', ['-c', 'gc ', path]).catch(() => null);
  return run?.milliseconds ?? null;
}
