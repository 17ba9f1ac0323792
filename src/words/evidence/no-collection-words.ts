import type { Gctrace } from '../../core/evidence/gctrace/gctrace.ts';
import { counted } from '../counted.ts';

/** That none of the lines about collections could be read, why, and what to do; in two sentences. */
export function noCollectionWords({ ancientLines }: Pick<Gctrace, 'ancientLines'>): string {
  const none = 'None of the lines about collections could be read:';
  if (ancientLines === 0) {
    return `${none} they are cut off or written over. Save standard error to a file of its own.`;
  }
  const lines = counted(ancientLines, 'is', 'are');
  return `${none} ${lines} of Go 1.4 or older, which says other things in other units. Build the program with Go 1.5 or later.`;
}
