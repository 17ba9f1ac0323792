import { readFile } from 'node:fs/promises';

const KIBIBYTE = 1024;

/**
 * The most memory that this process has had resident so far, in bytes. Where Linux tells it for the
 * running program alone, that is taken: `maxRSS` also counts the process that started this one.
 */
export async function ownPeakBytes(): Promise<number> {
  return (await peakBytesOf(process.pid)) ?? process.resourceUsage().maxRSS * KIBIBYTE;
}

/** The same of another process; null where the system does not tell or the process has ended. */
export async function peakBytesOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kibibytes = /^VmHWM:\s*(\d+) kB/m.exec(status)?.[1];
  return kibibytes === undefined ? null : Number(kibibytes) * KIBIBYTE;
}
