import type { CollectorChart, SideSeries, Span } from '../../../../bridge/collector-api.ts';
import { formatMebibytes } from '../../../../core/units/bytes.ts';
import { formatCount } from '../../../../core/units/count.ts';
import { formatDuration } from '../../../../core/units/duration.ts';
import { formatShare } from '../../../../core/units/share.ts';
import type { ChartPart } from '../../../state/collector.ts';

/** Which run something is of: one of two, or the only one. */
export type RunSide = 'before' | 'after' | 'run';

/** How a line is drawn. */
type LineShape = 'solid' | 'thin' | 'dashed' | 'points' | 'steps';

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
  readonly name: 'heap' | 'pauses' | 'rate' | 'cpu';
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

/** What is drawn of both runs, or of the only one, without what is hidden. */
export function panelsOf(chart: CollectorChart, hidden: readonly ChartPart[]): readonly Panel[] {
  const { span, binSeconds } = chart;
  const sides = sidesShown(chart, hidden);
  const buckets = sides[0]?.[1].heapGoalMostMB.length ?? 0;
  const middles = middlesOf(span, buckets);
  const bins = sides[0]?.[1].cpuShare.length ?? 0;
  // A step ends where the next one begins, the last one with its bin.
  const starts = Array.from({ length: bins + 1 }, (_, bin) => span.from + bin * binSeconds);
  const steps = `in steps of ${formatDuration(binSeconds * 1e9)}`;
  const rates = (pick: (side: SideSeries) => Float64Array) => ({
    seconds: starts,
    lines: sides.map(([side, series]) => line(side, '', 'steps', untilNext(pick(series)))),
    bands: [],
    parts: 2,
  });
  const heapLines = sides
    .flatMap(([side, series]) => [
      line(side, 'live', 'solid', series.heapLiveLeastMB),
      line(side, 'start', 'thin', series.heapStartMostMB),
      line(side, 'end', 'solid', series.heapEndMostMB),
      line(side, 'goal', 'dashed', series.heapGoalMostMB),
    ])
    .filter(({ label }) => !hidden.some((part) => part === label));
  return [
    {
      name: 'heap',
      title: 'Heap',
      seconds: middles,
      lines: heapLines,
      bands: sides.map(([side]) => {
        const placeOf = (label: string) =>
          heapLines.findIndex((each) => each.side === side && each.label === label);
        return [placeOf('end'), placeOf('live')] as const;
      }),
      write: formatMebibytes,
      parts: 4,
    },
    {
      name: 'pauses',
      title: 'Pause of a collection, the longest where they are dense',
      seconds: middles,
      lines: sides.map(([side, series]) => line(side, '', 'points', series.pauseMostMillis)),
      bands: [],
      write: (millis) => formatDuration(millis * 1e6),
      parts: 2,
    },
    {
      ...rates((side) => side.collectionsPerSecond),
      name: 'rate',
      title: `Collections per second, ${steps}`,
      write: formatCount,
    },
    {
      ...rates((side) => side.cpuShare),
      name: 'cpu',
      title: `CPU of the collector, ${steps}`,
      write: (share) => formatShare(share, 1),
    },
  ];
}

/** What is read of a panel at a moment, by the places of its values there: `live 12 MiB, goal 24 MiB`. */
export function readingOf(
  { lines, write }: Panel,
  side: RunSide,
  places: readonly (number | null | undefined)[],
): string {
  const parts = lines.flatMap(({ side: own, label, values }, at) => {
    const value = values[places[at] ?? -1] ?? null;
    return own === side && value !== null ? [`${label} ${write(value)}`.trim()] : [];
  });
  return parts.join(', ');
}

function sidesShown(
  { before, after }: CollectorChart,
  hidden: readonly ChartPart[],
): (readonly [RunSide, SideSeries])[] {
  const isPair = before !== null && after !== null;
  const sides: (readonly [RunSide, SideSeries | null])[] = [
    ['before', before],
    [before === null ? 'run' : 'after', after],
  ];
  return sides.filter(
    (side): side is readonly [RunSide, SideSeries] =>
      side[1] !== null && !(isPair && hidden.some((part) => part === side[0])),
  );
}

function line(side: RunSide, label: string, shape: LineShape, column: Float64Array): PanelLine {
  const values = Array.from(column, (value) => (Number.isNaN(value) ? null : value));
  return { side, label, shape, values };
}

function middlesOf({ from, to }: Span, buckets: number): number[] {
  const length = (to - from) / buckets;
  return Array.from({ length: buckets }, (_, bucket) => from + (bucket + 0.5) * length);
}

/** Values of bins at where the bins begin and end: each holds until the next one, or to the end of its bin. */
function untilNext(column: Float64Array): Float64Array {
  const longer = new Float64Array(column.length + 1).fill(Number.NaN);
  longer.set(column);
  for (let bin = column.length; bin > 0; bin--) {
    if (Number.isNaN(longer[bin])) longer[bin] = longer[bin - 1] ?? Number.NaN;
  }
  return longer;
}
