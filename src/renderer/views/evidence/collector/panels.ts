import type { CollectorChart, SideSeries, Span } from '../../../../bridge/collector-api.ts';
import { formatBytes } from '../../../../core/units/bytes.ts';
import { formatCount } from '../../../../core/units/count.ts';
import { formatDuration } from '../../../../core/units/duration.ts';
import { formatShare } from '../../../../core/units/share.ts';

/** Which run something is of: one of two, or the only one. */
export type RunSide = 'before' | 'after' | 'run';

/** How a line is drawn. */
export type LineShape = 'solid' | 'thin' | 'dashed' | 'points' | 'steps';

/** Something that is drawn over time. */
export interface PanelLine {
  readonly side: RunSide;
  /** What it is, for what is read at the pointer. */
  readonly label: string;
  readonly shape: LineShape;
  /** Null where there is nothing. */
  readonly values: (number | null)[];
}

/** A chart with an axis of its own; all charts have the same seconds. */
export interface Panel {
  readonly title: string;
  /** Seconds of the values. */
  readonly seconds: number[];
  readonly lines: readonly PanelLine[];
  /** What is filled, by the places of the lines above and below. */
  readonly bands: readonly (readonly [above: number, below: number])[];
  readonly write: (value: number) => string;
  /** How high it is, in parts of all. */
  readonly parts: number;
}

const mega = (value: number) => formatBytes(value * 2 ** 20);

/** What is drawn of both runs, or of the only one. */
export function panelsOf(chart: CollectorChart): readonly Panel[] {
  const { span, binSeconds, before, after } = chart;
  const onlySide: RunSide = before === null ? 'run' : 'after';
  const sides = [['before', before] as const, [onlySide, after] as const].filter(
    (side): side is readonly [RunSide, SideSeries] => side[1] !== null,
  );
  const buckets = sides[0]?.[1].heapGoalMostMB.length ?? 0;
  const middles = middlesOf(span, buckets);
  const bins = sides[0]?.[1].cpuShare.length ?? 0;
  // A step ends where the next one begins, the last one with its bin.
  const starts = Array.from({ length: bins + 1 }, (_, bin) => span.from + bin * binSeconds);
  const rates = (
    title: string,
    pick: (side: SideSeries) => Float64Array,
    write: Panel['write'],
  ) => ({
    title,
    seconds: starts,
    lines: sides.map(([side, series]) => line(side, '', 'steps', repeated(pick(series)))),
    bands: [],
    write,
    parts: 2,
  });
  return [
    {
      title: 'Heap',
      seconds: middles,
      lines: sides.flatMap(([side, series]) => [
        line(side, 'at the end', 'solid', series.heapEndMostMB),
        line(side, 'live', 'solid', series.heapLiveLeastMB),
        line(side, 'at the start', 'thin', series.heapStartMostMB),
        line(side, 'goal', 'dashed', series.heapGoalMostMB),
      ]),
      bands: sides.map((_, at) => [at * 4, at * 4 + 1] as const),
      write: mega,
      parts: 4,
    },
    {
      title: 'Pause of each collection',
      seconds: middles,
      lines: sides.map(([side, series]) => line(side, '', 'points', series.pauseMostMillis)),
      bands: [],
      write: (millis) => formatDuration(millis * 1e6),
      parts: 2,
    },
    rates('Collections per second', (side) => side.collectionsPerSecond, formatCount),
    rates(
      'CPU of the collector',
      (side) => side.cpuShare,
      (share) => formatShare(share, 1),
    ),
  ];
}

/** What is read of a panel at a moment, by the places of its values there: `12 MiB live, 24 MiB goal`. */
export function readingOf(
  { lines, write }: Panel,
  side: RunSide,
  places: readonly (number | null | undefined)[],
): string {
  const parts = lines.flatMap(({ side: own, label, values }, at) => {
    const value = values[places[at] ?? -1] ?? null;
    return own === side && value !== null ? [`${write(value)} ${label}`.trim()] : [];
  });
  return parts.join(', ');
}

function line(side: RunSide, label: string, shape: LineShape, column: Float64Array): PanelLine {
  const values = Array.from(column, (value) => (Number.isNaN(value) ? null : value));
  return { side, label, shape, values };
}

function middlesOf({ from, to }: Span, buckets: number): number[] {
  const length = (to - from) / buckets;
  return Array.from({ length: buckets }, (_, bucket) => from + (bucket + 0.5) * length);
}

function repeated(column: Float64Array): Float64Array {
  const longer = new Float64Array(column.length + 1);
  longer.set(column);
  longer[column.length] = column.at(-1) ?? Number.NaN;
  return longer;
}
