import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Span } from '../../../../bridge/collector-api.ts';
import { type ChartHooks, chartColors, chartOptions } from './chart-options.ts';
import { type Panel, type RunSide, readingOf } from './panels.ts';
import { secondsText } from './seconds-text.ts';

/**
 * One of the charts above each other: its title, what is read at the pointer, and the chart. It is another one in
 * another theme, and for other lines.
 */
export function TimeChart({
  panel,
  span,
  window,
  width,
  height,
  hasSeconds,
  onSelect,
}: {
  readonly panel: Panel;
  /** The seconds that it shows. */
  readonly span: Span;
  readonly window: Span | null;
  readonly width: number;
  /** Of the chart without its title. */
  readonly height: number;
  /** Whether the scale of seconds is beneath it. */
  readonly hasSeconds: boolean;
  readonly onSelect: (span: Span) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const readings = useRef<HTMLSpanElement>(null);
  const chart = useRef<uPlot>(null);
  // What the chart asks for later on, as it is then.
  const latest = useRef({ panel, window, onSelect, width, height, hasSeconds });
  useEffect(() => {
    latest.current = { panel, window, onSelect, width, height, hasSeconds };
  });

  useEffect(() => {
    if (place.current === null) return undefined;
    const hooks: ChartHooks = {
      pointed: (places) => showReadings(readings.current, latest.current.panel, places),
      selected: (selected) => latest.current.onSelect(selected),
      window: () => latest.current.window,
    };
    const drawn = new uPlot(
      chartOptions(latest.current, chartColors(), hooks),
      dataOf(latest.current.panel),
      place.current,
    );
    chart.current = drawn;
    return () => {
      drawn.destroy();
      chart.current = null;
    };
  }, []);

  useEffect(() => chart.current?.setSize({ width, height }), [width, height]);

  useEffect(() => {
    chart.current?.batch(() => {
      chart.current?.setData(dataOf(panel));
      chart.current?.setScale('x', { min: span.from, max: span.to });
    });
  }, [panel, span]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is drawn by a hook
  useEffect(() => chart.current?.redraw(false), [window]);

  return (
    <figure className="time-chart">
      <figcaption>
        <h2>{panel.title}</h2>
        <span ref={readings} className="time-readings" aria-hidden="true" />
      </figcaption>
      <div ref={place} />
    </figure>
  );
}

const dataOf = ({ seconds, lines }: Panel): uPlot.AlignedData => [
  seconds,
  ...lines.map(({ values }) => values),
];

/** The pointer moves often: what is read there is put up without React. */
function showReadings(
  element: HTMLElement | null,
  panel: Panel,
  places: readonly (number | null | undefined)[] | null,
): void {
  if (element === null) return;
  if (places === null) {
    element.replaceChildren();
    return;
  }
  const sides = [...new Set(panel.lines.map(({ side }) => side))];
  const moment =
    panel.name === 'heap' ? [`${secondsText(panel.seconds[places[0] ?? -1] ?? 0)} s`] : [];
  element.replaceChildren(
    ...moment,
    ...sides.flatMap((side) => readingElements(panel, side, places)),
  );
}

function readingElements(
  panel: Panel,
  side: RunSide,
  places: readonly (number | null | undefined)[],
): HTMLElement[] {
  // The first place is that of the seconds.
  const text = readingOf(panel, side, places.slice(1));
  if (text === '') return [];
  const dot = document.createElement('i');
  dot.className = 'side-dot';
  dot.dataset['side'] = side;
  const words = document.createElement('span');
  words.className = 'time-reading';
  words.textContent = text;
  return [dot, words];
}
