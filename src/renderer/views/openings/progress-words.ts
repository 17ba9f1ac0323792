import type { OpenProgress } from '../../../bridge/engine-api.ts';
import { formatBytes } from '../../../core/units/bytes.ts';
import { formatCount } from '../../../core/units/count.ts';

const PHASES = ['read', 'inflate', 'decode', 'tree'] as const;

/** What an opening is at, in words. */
export function progressWords(progress: OpenProgress | null): string {
  if (progress === null) return 'Waiting for its turn';
  const { phase, done, total } = progress;
  switch (phase) {
    case 'read':
      return `Reading, ${partOf(done, total, formatBytes)}`;
    case 'inflate':
      return `Inflating, ${partOf(done, total, formatBytes)}`;
    case 'decode':
      return `Decoding samples, ${partOf(done, total, formatCount)}`;
    case 'tree':
      return `Building the tree, ${partOf(done, total, formatCount)} stacks`;
  }
}

/** How much of each step is done, from 0 to 1; the steps are read, inflate, decode and tree. */
export function progressSteps(progress: OpenProgress | null): readonly number[] {
  const at = progress === null ? -1 : PHASES.indexOf(progress.phase);
  return PHASES.map((_, step) => {
    if (step !== at || progress === null) return step < at ? 1 : 0;
    return progress.total > 0 ? Math.min(1, progress.done / progress.total) : 0.5;
  });
}

function partOf(done: number, total: number, write: (value: number) => string): string {
  return total > 0 ? `${write(done)} of ${write(total)}` : write(done);
}
