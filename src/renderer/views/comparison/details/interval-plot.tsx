import type { BothSides } from '../../../../core/text/comparison/change-sentence.ts';
import type { Evidence, Interval } from '../../../../core/text/comparison/evidence.ts';

const ROW_HEIGHT = 14;

/** The intervals of both sides on one scale that begins at zero; what it shows stands beside it in words. */
export function IntervalPlot({
  evidence,
  sides,
}: {
  readonly evidence: Evidence;
  readonly sides: BothSides;
}) {
  const lowest = Math.min(0, evidence.before.low, evidence.after.low);
  const width = Math.max(0, evidence.before.high, evidence.after.high) - lowest;
  if (!(width > 0)) return null;
  const place = (value: number) => `${((value - lowest) / width) * 100}%`;
  const rows = [
    { side: 'before', interval: evidence.before, value: sides.before },
    { side: 'after', interval: evidence.after, value: sides.after },
  ] as const;
  return (
    <svg
      className="interval-plot"
      width="100%"
      height={rows.length * ROW_HEIGHT}
      aria-hidden="true"
    >
      <line className="interval-axis" x1={place(0)} x2={place(0)} y1="0" y2="100%" />
      {rows.map(({ side, interval, value }, row) => {
        const y = row * ROW_HEIGHT + ROW_HEIGHT / 2;
        return (
          <g key={side} data-side={side}>
            <line className="interval-axis" x1="0" x2="100%" y1={y} y2={y} />
            <Bar interval={interval} y={y} lowest={lowest} width={width} />
            <line
              className="interval-value"
              x1={place(value)}
              x2={place(value)}
              y1={y - 5}
              y2={y + 5}
            />
          </g>
        );
      })}
    </svg>
  );
}

function Bar({
  interval: { low, high },
  y,
  lowest,
  width,
}: {
  readonly interval: Interval;
  readonly y: number;
  readonly lowest: number;
  readonly width: number;
}) {
  return (
    <rect
      className="interval-bar"
      x={`${((low - lowest) / width) * 100}%`}
      y={y - 3}
      // What is known to a hair is seen nevertheless.
      width={`${Math.max(0.8, ((high - low) / width) * 100)}%`}
      height="6"
      rx="3"
    />
  );
}
