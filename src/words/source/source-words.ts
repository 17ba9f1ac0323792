import type { FoundSource } from '../../bridge/source-api.ts';
import { type FittedSource, signsOfOtherSource } from '../../core/text/source/source-fit.ts';
import { visibleText } from '../../core/text/visible-text.ts';
import { formatTime } from '../format-time.ts';

/** `/src/myservice/… is read from ~/work/myservice/…`, fit to be shown. */
export function mappingWords({ mapping: { from, to }, path }: FoundSource): string {
  if (from === to) return `Read from ${visibleText(path)}`;
  const rest = from.endsWith('/') || from === '' ? '…' : '';
  const named = from === '' ? 'The file' : `${visibleText(from)}${rest}`;
  return `${named} is read from ${visibleText(to)}${rest}`;
}

/** What speaks for the text being another one than was profiled: signs of it, and what merely may be. */
export interface SourceDoubts {
  readonly signs: readonly string[];
  readonly doubts: readonly string[];
}

/**
 * Sentences about a file that was found for a profile.
 *
 * @param timeMillis when the profile was taken; null when unknown
 */
export function doubtsOf(
  { remark, modifiedMillis }: FoundSource,
  fitted: FittedSource,
  timeMillis: number | null,
): SourceDoubts {
  const isNewer =
    modifiedMillis !== null && timeMillis !== null && modifiedMillis > timeMillis + CLOCKS_MILLIS;
  return {
    signs: signsOfOtherSource(fitted),
    doubts: [
      visibleText(remark),
      isNewer ? `It was written after the profile was taken: ${formatTime(modifiedMillis)}.` : '',
    ].filter((sentence) => sentence !== ''),
  };
}

/** Clocks of two machines differ by a little. */
const CLOCKS_MILLIS = 60_000;
