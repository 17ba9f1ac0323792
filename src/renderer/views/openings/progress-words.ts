import type { OpenProgress } from '../../../bridge/engine-api.ts';
import type { Phase } from '../../../core/profile/progress.ts';
import { formatBytes } from '../../../core/units/bytes.ts';
import { formatCount } from '../../../core/units/count.ts';

const PROFILE_PHASES: readonly Phase[] = ['read', 'inflate', 'decode', 'tree'];

/** Of a text, which is searched while it is read. */
const TEXT_PHASES: readonly Phase[] = ['search'];

/** What an opening is at, in words. */
export function progressWords(progress: OpenProgress | null): string {
  if (progress === null) return 'Waiting for its turn';
  const { phase, done, total } = progress;
  switch (phase) {
    case 'read':
      return `Reading, ${partOf(done, total, formatBytes)}`;
    case 'inflate':
      return `Inflating, ${partOf(done, total, formatBytes)}`;
    case 'search':
      return `Searching, ${partOf(done, total, formatBytes)}`;
    case 'decode':
      return `Decoding samples, ${partOf(done, total, formatCount)}`;
    case 'tree':
      return `Building the tree, ${partOf(done, total, formatCount)} stacks`;
  }
}

/** How much of each step is done, from 0 to 1; the steps are read, inflate, decode and tree, of a text one. */
export function progressSteps(progress: OpenProgress | null): readonly number[] {
  const phases = progress?.phase === 'search' ? TEXT_PHASES : PROFILE_PHASES;
  const at = progress === null ? -1 : phases.indexOf(progress.phase);
  return phases.map((_, step) => {
    if (step !== at || progress === null) return step < at ? 1 : 0;
    return progress.total > 0 ? Math.min(1, progress.done / progress.total) : 0.5;
  });
}

function partOf(done: number, total: number, write: (value: number) => string): string {
  return total > 0 ? `${write(done)} of ${write(total)}` : write(done);
}
