import { type PauseFigures, pauseFigures } from '../core/analysis/pause-figures.ts';
import type { MemStats } from '../core/profile/mem-stats.ts';
import { formatBytes } from '../core/units/bytes.ts';
import { formatDuration } from '../core/units/duration.ts';
import { formatInteger } from '../core/units/integer.ts';
import { formatShare } from '../core/units/share.ts';

/** A fact of a process; '' where it is not known. */
interface Fact {
  readonly label: string;
  readonly text: string;
}

/** What the runtime counted since the process started, in lines of few words; always the same ones in one order. */
export function memStatsFacts(stats: MemStats): Fact[] {
  const pauses = pauseFigures(stats.pauses);
  const facts: readonly (readonly [string, string])[] = [
    ['allocated', sizeWords(stats.mallocs, stats.totalAllocBytes)],
    ['live', sizeWords(stats.heapObjects, stats.heapAllocBytes)],
    ['collections', collectionWords(stats)],
    ['pauses', pauses === null ? '' : pauseWords(pauses, stats.numGC)],
    ['GC CPU', stats.gcCpuFraction === null ? '' : formatShare(stats.gcCpuFraction, 1)],
    ['memory', memoryWords(stats)],
  ];
  return facts.map(([label, text]) => ({ label, text }));
}

/** `33,589,886 objects, 2.82 GiB`. */
function sizeWords(objects: bigint, bytes: bigint): string {
  const things = objects === 1n ? '1 object' : `${formatInteger(objects)} objects`;
  return `${things}, ${formatBytes(Number(bytes))}`;
}

/** `315, 2 of them forced`. */
function collectionWords({ numGC, numForcedGC }: MemStats): string {
  const all = formatInteger(numGC);
  return numForcedGC ? `${all}, ${formatInteger(numForcedGC)} of them forced` : all;
}

/** `p50 163 µs, p99 716 µs, longest 988 µs, 62 ms in all, of the last 256`. */
function pauseWords(pauses: PauseFigures, numGC: number): string {
  const { collections, medianNanos, p99Nanos, longestNanos, sumNanos } = pauses;
  const words = [
    `p50 ${formatDuration(medianNanos)}`,
    `p99 ${formatDuration(p99Nanos)}`,
    `longest ${formatDuration(longestNanos)}`,
    `${formatDuration(sumNanos)} in all`,
  ];
  const isPart = collections < numGC;
  return words.join(', ') + (isPart ? `, of the last ${formatInteger(collections)}` : '');
}

/** `37.4 MiB from the system, at most 38.4 MiB resident`. */
function memoryWords({ sysBytes, maxRssBytes }: MemStats): string {
  const resident =
    maxRssBytes === null ? '' : `, at most ${formatBytes(Number(maxRssBytes))} resident`;
  return `${formatBytes(Number(sysBytes))} from the system${resident}`;
}

/** When the last collection ended, in milliseconds since 1970-01-01 UTC; null where that is not known. */
export function lastCollectionMillis({ pauses }: MemStats): number | null {
  const endNanos = pauses.endNanos.at(-1) ?? 0n;
  return endNanos === 0n ? null : Number(endNanos / 1_000_000n);
}
