import { type MemStats, pausesInOrder } from '../../profile/mem-stats.ts';

/**
 * Takes the rows that Go writes behind a heap profile (`writeHeapInternal` in runtime/pprof/pprof.go):
 *
 *     # runtime.MemStats
 *     # Mallocs = 33589886
 *     # Stack = 557056 / 557056
 *     # PauseNs = [40982 346090 …]
 */
export class MemStatsRows {
  private readonly values = new Map<string, string>();

  /** Takes a row after the first; what is none is passed over. */
  take(row: string): void {
    const [, key = '', value = ''] = /^# (\w+) = (\S.*)$/.exec(row) ?? [];
    if (key !== '') this.values.set(key, value);
  }

  /** What they say; null where a part is missing. */
  finish(): MemStats | null {
    const stack = this.text('Stack').split(' / ');
    const stats = {
      mallocs: this.count('Mallocs'),
      frees: this.count('Frees'),
      totalAllocBytes: this.count('TotalAlloc'),
      heapObjects: this.count('HeapObjects'),
      heapAllocBytes: this.count('HeapAlloc'),
      sysBytes: this.count('Sys'),
      heapSysBytes: this.count('HeapSys'),
      heapInuseBytes: this.count('HeapInuse'),
      heapIdleBytes: this.count('HeapIdle'),
      heapReleasedBytes: this.count('HeapReleased'),
      stackInuseBytes: whole(stack[0]),
      stackSysBytes: whole(stack[1]),
      nextGCBytes: this.count('NextGC'),
    };
    const numGC = this.count('NumGC');
    if (!hasAll(stats) || numGC === null) return null;
    const forced = this.count('NumForcedGC');
    return {
      ...stats,
      numGC: Number(numGC),
      numForcedGC: forced === null ? null : Number(forced),
      gcCpuFraction: fraction(this.text('GCCPUFraction')),
      maxRssBytes: this.count('MaxRSS'),
      pauses: pausesInOrder(Number(numGC), this.ring('PauseNs'), this.ring('PauseEnd')),
    };
  }

  private text(key: string): string {
    return this.values.get(key) ?? '';
  }

  private count(key: string): bigint | null {
    return whole(this.text(key));
  }

  private ring(key: string): bigint[] {
    const text = this.text(key);
    if (!text.startsWith('[') || !text.endsWith(']')) return [];
    return text
      .slice(1, -1)
      .split(' ')
      .map(whole)
      .filter((value) => value !== null);
  }
}

/** A whole number of at most 64 bits; null for anything else. */
function whole(text: string | undefined): bigint | null {
  if (text === undefined || !/^\d{1,20}$/.test(text)) return null;
  return BigInt(text);
}

/** As Go prints a number from 0 to 1, such as 0.1024 or 1.5e-05; null for anything else. */
function fraction(text: string): number | null {
  const value = /^[\d.]+(e-?\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return value >= 0 && value <= 1 ? value : null;
}

function hasAll<T extends Record<string, bigint | null>>(
  values: T,
): values is T & { [Key in keyof T]: bigint } {
  return Object.values(values).every((value) => value !== null);
}
