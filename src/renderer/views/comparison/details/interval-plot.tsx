import type { SideName } from '../../../../bridge/comparison-api.ts';
import './interval-plot.css';

/** A value of a side with the interval that it is known to. */
export interface PlottedInterval {
  readonly side: SideName;
  readonly low: number;
  readonly high: number;
  readonly value: number;
  /** Whether it is but what was seen, which bounds nothing. */
  readonly isUnbounded?: boolean;
}

/** Intervals on one scale that begins at zero, a row each; what it shows stands beside it in words. */
export function IntervalPlot({
  intervals,
  rowHeight = 14,
}: {
  readonly intervals: readonly PlottedInterval[];
  /** In px. */
  readonly rowHeight?: number;
}) {
  const lowest = Math.min(0, ...intervals.map(({ low }) => low));
  const width = Math.max(0, ...intervals.map(({ high }) => high)) - lowest;
  if (!(width > 0)) return null;
  const place = (value: number) => `${((value - lowest) / width) * 100}%`;
  return (
    <svg
      className="interval-plot"
      width="100%"
      height={intervals.length * rowHeight}
      aria-hidden="true"
    >
      <line className="interval-axis" x1={place(0)} x2={place(0)} y1="0" y2="100%" />
      {intervals.map(({ side, low, high, value, isUnbounded = false }, row) => {
        const y = row * rowHeight + rowHeight / 2;
        const tick = Math.min(5, rowHeight / 2 - 1);
        // What is known to a hair is seen nevertheless, at the end of the scale, too.
        const reach = Math.max(0.8, ((high - low) / width) * 100);
        const from = Math.min(((low - lowest) / width) * 100, 100 - reach);
        return (
          <g key={side} data-side={side} data-unbounded={isUnbounded || undefined}>
            <line className="interval-axis" x1="0" x2="100%" y1={y} y2={y} />
            <rect
              className="interval-bar"
              x={`${from}%`}
              y={y - 3}
              width={`${reach}%`}
              height="6"
              rx="3"
            />
            <line
              className="interval-value"
              x1={place(value)}
              x2={place(value)}
              y1={y - tick}
              y2={y + tick}
            />
          </g>
        );
      })}
    </svg>
  );
}
