import { isChangeCoarse, isCoarse } from '../../core/evidence/gctrace/coarse.ts';
import type { CollectorFigures, FigureName } from '../../core/evidence/gctrace/figures.ts';
import { formatMebibytes } from '../../core/units/bytes.ts';
import { formatChange } from '../../core/units/change.ts';
import { formatCount } from '../../core/units/count.ts';
import { formatDuration } from '../../core/units/duration.ts';
import { formatInteger } from '../../core/units/integer.ts';
import { formatRatio } from '../../core/units/ratio.ts';
import { formatShare } from '../../core/units/share.ts';
import { notANumber } from '../../core/units/signs.ts';

/** A figure of the collector as tables have it. */
export interface FigureKind {
  readonly name: FigureName;
  readonly title: string;
  /** What it is, in sentences; '' where the title says it. */
  readonly meaning: string;
  readonly write: (value: number) => string;
  /** Whether less of it is what one wants; null where it depends. */
  readonly lessIsBetter: boolean | null;
}

/** Figures that belong together. */
export interface FigureGroup {
  readonly title: string;
  readonly kinds: readonly FigureKind[];
}

/** A figure of one side. */
export interface ShownFigure {
  /** With its unit, and `≈` before it where it is coarse. */
  readonly text: string;
  readonly isCoarse: boolean;
}

const perSecond = (write: (value: number) => string) => (value: number) =>
  Number.isNaN(value) ? notANumber : `${write(value)}/s`;
const millis = (value: number) => formatDuration(value * 1e6);
const share = (value: number) => formatShare(value, 1);

const BOTH_STOPS =
  'Both stops of a collection together, as MemStats.PauseNs counts; by the nearest rank.';
const FEW = 'Of fewer than 100 collections it is the longest.';

/** All figures, in the order of tables. */
export const FIGURE_GROUPS: readonly FigureGroup[] = [
  {
    title: 'Collections',
    kinds: [
      kind('collections', 'Collections', formatInteger, null),
      kind('collectionsPerSecond', 'Collections per second', perSecond(formatCount), true),
      kind(
        'intervalMedianMillis',
        'From one to the next, median',
        millis,
        false,
        'From the start of a collection to that of the next one.',
      ),
      kind(
        'forcedShare',
        'Asked for by the program',
        share,
        null,
        'Collections that runtime.GC or debug.FreeOSMemory began; heap profiles taken with gc=1 do so too.',
      ),
    ],
  },
  {
    title: 'Stop-the-world pause of a collection',
    kinds: [
      kind('pauseMedianMillis', 'Pause, median', millis, true, BOTH_STOPS),
      kind('pauseP95Millis', 'Pause, p95', millis, true, BOTH_STOPS),
      kind('pauseP99Millis', 'Pause, p99', millis, true, `${BOTH_STOPS} ${FEW}`),
      kind('pauseMostMillis', 'Pause, longest', millis, true),
      kind('pauseMillisPerSecond', 'Paused, of each second', millis, true),
    ],
  },
  {
    title: 'What it costs',
    kinds: [
      kind(
        'cpuShare',
        'CPU of the collector',
        share,
        true,
        'Its pauses, assists and background workers, of what the processors could give in this time. Without work on idle processors, as MemStats.GCCPUFraction; the percentage in the trace is of all the time since the start.',
      ),
      kind(
        'idleCpuShare',
        'CPU that was idle otherwise',
        share,
        null,
        'Marking on processors that had nothing else to do.',
      ),
      kind(
        'assistShare',
        'Marking by assists',
        share,
        true,
        'Goroutines that allocate faster than the workers mark have to mark too: what they wait for themselves.',
      ),
      kind(
        'allocatedMBPerSecond',
        'Allocation rate',
        perSecond(formatMebibytes),
        true,
        'From the heap at the end of each collection less what the one before it left. With small heaps up to a tenth too high.',
      ),
    ],
  },
  {
    title: 'Heap',
    kinds: [
      kind(
        'heapLiveMedianMB',
        'Live, median',
        formatMebibytes,
        true,
        'What was marked, and so stays.',
      ),
      kind('heapLiveMostMB', 'Live, most', formatMebibytes, true),
      kind('heapStartMedianMB', 'At the start, median', formatMebibytes, null),
      kind('heapStartMostMB', 'At the start, most', formatMebibytes, null),
      kind('heapEndMedianMB', 'At the end, median', formatMebibytes, null),
      kind('heapEndMostMB', 'At the end, most', formatMebibytes, null),
      kind('heapGoalMedianMB', 'Goal, median', formatMebibytes, null),
      kind('heapGoalMostMB', 'Goal, most', formatMebibytes, null),
      kind('overGoalShare', 'Ended over their goal', share, true),
    ],
  },
];

function kind(
  name: FigureName,
  title: string,
  write: (value: number) => string,
  lessIsBetter: boolean | null,
  meaning = '',
): FigureKind {
  return { name, title, write, lessIsBetter, meaning };
}

/** What `≈` before a figure means. */
export const COARSE_NOTE =
  '≈ may be off by more than 5%, since Go cuts heap sizes to whole MB and starts to whole milliseconds.';

/** A figure as it is written. */
export function shownFigure(figures: CollectorFigures, { name, write }: FigureKind): ShownFigure {
  const coarse = isCoarse(figures, name);
  return { text: `${coarse ? '≈' : ''}${write(figures[name])}`, isCoarse: coarse };
}

/** How a figure changed: in percent of before, and after as a multiple of it. */
export function shownFigureChange(
  before: CollectorFigures,
  after: CollectorFigures,
  { name }: FigureKind,
): { readonly change: ShownFigure; readonly ratio: ShownFigure } {
  const coarse = isChangeCoarse(before, after, name);
  const mark = (text: string) => ({
    text: coarse && text !== notANumber ? `≈${text}` : text,
    isCoarse: coarse,
  });
  return {
    change: mark(formatChange(before[name], after[name])),
    ratio: mark(formatRatio(before[name], after[name])),
  };
}
