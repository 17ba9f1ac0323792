import type { CapturedCount, CaptureFacts, CaptureProgress } from '../bridge/capture-api.ts';
import { formatBytes } from '../core/units/bytes.ts';
import { formatInteger } from '../core/units/integer.ts';

/** How far a capture is, in words. */
export function captureProgressWords({ step, host, done, total }: CaptureProgress): string {
  switch (step) {
    case 'counter':
      return `Reading the counter of ${host}`;
    case 'waiting':
      return total > 0 && done < total
        ? `Waiting for ${host}, ${Math.floor(done)} of ${total} s`
        : `Waiting for ${host} to answer, ${Math.floor(done)} s`;
    case 'receiving':
      return `Receiving from ${host}, ${formatBytes(done)}${total > 0 ? ` of ${formatBytes(total)}` : ''}`;
  }
}

/** What was captured: `heap profile of localhost:6060`, `CPU profile of localhost:6060 over 30 s`. */
export function captureWords({
  profile,
  host,
  seconds,
}: Pick<CaptureFacts, 'profile' | 'host' | 'seconds'>): string {
  const over = seconds === null ? '' : ` over ${formatInteger(seconds)} s`;
  return `${profile === 'profile' ? 'CPU' : profile} profile of ${host}${over}`;
}

/** How many requests it belongs to, and why these; `count` is that of the facts. */
export function countWords(
  { seconds }: Pick<CaptureFacts, 'seconds'>,
  count: CapturedCount,
): string {
  const { value, before, after, series } = count;
  const summed = series > 1 ? `, the sum of ${formatInteger(series)} series` : '';
  const number = `${formatInteger(value)} requests`;
  if (before !== null && after !== null) {
    return `${number} meanwhile: ${formatInteger(before)} before, ${formatInteger(after)} after${summed}`;
  }
  return seconds === null
    ? `${number} so far${summed}: the profile, too, is of all since the service started`
    : `${number}${summed}`;
}
