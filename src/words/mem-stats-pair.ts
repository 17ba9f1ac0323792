import { pauseFigures } from '../core/analysis/pause-figures.ts';
import type { MemStats } from '../core/profile/mem-stats.ts';
import { formatBytes } from '../core/units/bytes.ts';
import { formatChange } from '../core/units/change.ts';
import { formatDuration } from '../core/units/duration.ts';
import { formatInteger } from '../core/units/integer.ts';
import { formatShare } from '../core/units/share.ts';

/** A figure of two processes as it is shown; '' on a side that does not have it, and for the change then. */
export interface PairedFigure {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
}

/** What the runtime counted since each process started, side by side. Figures that no side has are left out. */
export function memStatsPair(before: MemStats | null, after: MemStats | null): PairedFigure[] {
  return FIGURES.map(({ label, value, write }) => {
    const [one, other] = [figureOf(before, value), figureOf(after, value)];
    return {
      label,
      before: one === null ? '' : write(one),
      after: other === null ? '' : write(other),
      change: one === null || other === null ? '' : formatChange(one, other),
    };
  }).filter((row) => row.before !== '' || row.after !== '');
}

interface Figure {
  readonly label: string;
  readonly value: (stats: MemStats) => number | null | undefined;
  readonly write: (value: number) => string;
}

const FIGURES: readonly Figure[] = [
  { label: 'objects', value: ({ mallocs }) => Number(mallocs), write: formatInteger },
  { label: 'bytes', value: (stats) => Number(stats.totalAllocBytes), write: formatBytes },
  { label: 'collections', value: ({ numGC }) => numGC, write: formatInteger },
  { label: 'pause p50', value: (stats) => pausesOf(stats)?.medianNanos, write: formatDuration },
  { label: 'pause p99', value: (stats) => pausesOf(stats)?.p99Nanos, write: formatDuration },
  { label: 'longest', value: (stats) => pausesOf(stats)?.longestNanos, write: formatDuration },
  {
    label: 'GC CPU',
    value: ({ gcCpuFraction }) => gcCpuFraction,
    write: (fraction) => formatShare(fraction, 1),
  },
];

const pausesOf = ({ pauses }: MemStats) => pauseFigures(pauses);

function figureOf(stats: MemStats | null, value: Figure['value']): number | null {
  return stats === null ? null : (value(stats) ?? null);
}
