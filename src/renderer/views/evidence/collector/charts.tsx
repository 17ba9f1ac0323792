import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { CollectorChoice } from '../../../../bridge/collector-api.ts';
import type { EvidenceSides } from '../../../../bridge/evidence-api.ts';
import { selectWindow } from '../../../state/collector.ts';
import { useApp } from '../../../state/use-app.ts';
import { useLatest } from '../../../state/use-latest.ts';
import { useTheme } from '../../../theme/use-theme.ts';
import { followSize } from '../../flame/follow-size.ts';
import { END_WIDTH, SCALE_WIDTH } from './chart-options.ts';
import { panelsOf } from './panels.ts';
import { TimeChart } from './time-chart.tsx';
import { useTimeKeys } from './use-time-keys.ts';

/** What the collector did over time: charts above each other, with the same seconds. */
export function Charts({
  sides,
  processes,
  seconds,
}: {
  readonly sides: EvidenceSides;
  readonly processes: CollectorChoice['processes'];
  /** How long the longer trace is. */
  readonly seconds: number;
}) {
  const app = useApp();
  const { window, zoom, hidden } = useStore(app.collector);
  const place = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ readonly width: number; readonly height: number } | null>(
    null,
  );
  useEffect(() => {
    if (place.current === null) return undefined;
    return followSize(place.current, (width, height) => setSize({ width, height }));
  }, []);
  const room = (size?.width ?? 0) - SCALE_WIDTH - END_WIDTH;
  const buckets = size === null ? 0 : Math.max(1, Math.floor(room / BUCKET_WIDTH));
  const work = useCallback(
    () => app.ask('collectorChart', { sides, view: null, processes, span: zoom, buckets }),
    [app, sides, processes, zoom, buckets],
  );
  const { value: chart } = useLatest(buckets === 0 ? null : work);
  const panels = useMemo(() => (chart === null ? [] : panelsOf(chart, hidden)), [chart, hidden]);
  const allParts = panels.reduce((sum, { parts }) => sum + parts, 0);
  const theme = useTheme();
  const keys = useTimeKeys(seconds);
  return (
    <section
      ref={place}
      className="collector-charts"
      aria-label="Time line. Arrow keys move the window, with Shift its end; Enter zooms to it, minus out of it, Escape lets it go."
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its keys do what dragging does
      tabIndex={0}
      onKeyDown={keys}
    >
      {size !== null &&
        chart !== null &&
        panels.map((panel, at) => (
          <TimeChart
            key={`${panel.name} ${theme} ${panel.lines.map(({ side, label }) => side + label)}`}
            panel={panel}
            span={chart.span}
            window={window}
            width={size.width}
            height={heightOf(panel.parts / allParts, size.height, panels.length, at)}
            hasSeconds={at === panels.length - 1}
            onSelect={(span) => selectWindow(app.collector, span)}
          />
        ))}
    </section>
  );
}

/** Titles and the scale of seconds are as high as they are, the charts share what is left. */
function heightOf(part: number, height: number, panels: number, at: number): number {
  const left = Math.max(LEAST_HEIGHT, height - panels * TITLE_HEIGHT - SCALE_HEIGHT);
  return Math.floor(left * part) + (at === panels - 1 ? SCALE_HEIGHT : 0);
}

/** Of lines that change at every pixel nothing is to be seen. */
const BUCKET_WIDTH = 2;
const TITLE_HEIGHT = 24;
const SCALE_HEIGHT = 26;
const LEAST_HEIGHT = 380;
