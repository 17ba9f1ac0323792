import type { Gctrace } from '../../core/evidence/gctrace/gctrace.ts';
import { counted } from '../counted.ts';

/** Why none of the lines about collections could be read, in two sentences: what they are, what to do. */
export function noCollectionWords({ ancientLines }: Pick<Gctrace, 'ancientLines'>): string {
  if (ancientLines === 0) {
    return 'None of its lines about collections could be read, since they are cut off or written over. Save standard error to a file of its own.';
  }
  const lines = counted(ancientLines, 'line is', 'lines are');
  return `Its ${lines} of Go 1.4 or older, which says other things in other units. Build the program with Go 1.5 or later.`;
}
