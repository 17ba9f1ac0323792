import uPlot from 'uplot';
import type { Span } from '../../../../bridge/collector-api.ts';
import type { Panel, PanelLine, RunSide } from './panels.ts';
import { SECOND_STEPS, secondTexts } from './second-axis.ts';

/** Colours of a chart, out of the page's tokens. */
export interface ChartColors {
  readonly sides: Readonly<Record<RunSide, string>>;
  readonly text: string;
  readonly grid: string;
  /** What lies over the time beside the window. */
  readonly veil: string;
  readonly window: string;
}

/** The colours of the theme on screen. */
export function chartColors(): ChartColors {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    sides: { before: token('--before'), after: token('--after'), run: token('--accent') },
    text: token('--ink-3'),
    grid: token('--line'),
    veil: token('--panel'),
    window: token('--accent'),
  };
}

/** What a chart tells, and asks. */
export interface ChartHooks {
  /** Places of the values at the pointer, that of the seconds first and then by line; null without a pointer. */
  readonly pointed: (places: readonly (number | null | undefined)[] | null) => void;
  readonly selected: (span: Span) => void;
  readonly window: () => Span | null;
}

/** Width of the scale of values, so that all charts have the same time above each other. */
export const SCALE_WIDTH = 68;
/** What is left of the scale of values on the other side. */
export const END_WIDTH = 14;

const FONT = '11px "Inter Variable", sans-serif';
const MEGA_STEPS = [
  ...[0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100],
  ...Array.from({ length: 24 }, (_, power) => 256 * 2 ** power),
];

/** A panel, and the room that it has. */
export interface PlacedPanel {
  readonly panel: Panel;
  readonly width: number;
  readonly height: number;
  /** Whether the scale of seconds is beneath it. */
  readonly hasSeconds: boolean;
}

/** How uPlot draws a panel. */
export function chartOptions(
  { panel, width, height, hasSeconds }: PlacedPanel,
  colors: ChartColors,
  hooks: ChartHooks,
): uPlot.Options {
  const axis = {
    stroke: colors.text,
    font: FONT,
    grid: { stroke: colors.grid, width: 1 },
    ticks: { show: false },
  };
  return {
    width,
    height,
    padding: [6, END_WIDTH, hasSeconds ? 0 : 6, 0],
    legend: { show: false },
    scales: {
      x: { time: false },
      y: { range: (_, __, most) => [0, most > 0 ? most * 1.06 : 1] },
    },
    axes: [
      {
        ...axis,
        show: hasSeconds,
        size: 26,
        space: 60,
        incrs: [...SECOND_STEPS],
        values: (_, splits) => secondTexts(splits),
      },
      {
        ...axis,
        size: SCALE_WIDTH,
        space: 28,
        values: (_, splits) => splits.map((value) => panel.write(value)),
        ...(panel.name === 'heap' && { incrs: MEGA_STEPS }),
      },
    ],
    series: [{}, ...panel.lines.map((line) => seriesOf(line, colors))],
    bands: panel.bands.map(([above, below]) => ({
      series: [above + 1, below + 1],
      fill: translucent(colors.sides[panel.lines[above]?.side ?? 'run']),
    })),
    cursor: {
      sync: {
        key: SYNC,
        filters: { pub: (type) => type === 'mousemove' || type === 'mouseleave' },
      },
      drag: { x: true, y: false, setScale: false, dist: 4 },
      points: { show: false },
      y: false,
      // Where nothing began at the pointer, what is nearest is read.
      hover: { prox: 40, skip: [null, undefined] },
      bind: { dblclick: () => null },
    },
    hooks: {
      setCursor: [(chart) => hooks.pointed(isPointed(chart) ? (chart.cursor.idxs ?? null) : null)],
      setSelect: [(chart) => tellSelection(chart, hooks)],
      draw: [(chart) => drawWindow(chart, hooks.window(), colors)],
    },
  };
}

const SYNC = 'collector';

const isPointed = ({ cursor }: uPlot) => (cursor.left ?? -1) >= 0;

function seriesOf({ side, shape }: PanelLine, colors: ChartColors): uPlot.Series {
  const stroke = colors.sides[side];
  const throughout = { width: 1, spanGaps: true, points: { show: false } };
  switch (shape) {
    case 'points':
      return {
        stroke,
        paths: () => null,
        points: { show: true, size: 4, width: 0, fill: stroke },
      };
    case 'steps':
      return { stroke, width: 1.5, paths: stepped, points: { show: false } };
    case 'dashed':
      return { ...throughout, stroke, dash: [4, 3] };
    case 'thin':
      return { ...throughout, stroke: translucent(stroke, 0.5) };
    case 'solid':
      return { ...throughout, stroke };
  }
}

const stepped: uPlot.Series.PathBuilder = (...drawn) =>
  uPlot.paths.stepped?.({ align: 1 })(...drawn) ?? null;

/** A colour of the tokens, which are written `#rrggbb`, that lets through what is beneath it. */
const translucent = (color: string, opacity = 0.16) =>
  color +
  Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0');

/** The selection becomes the window, which is drawn otherwise. */
function tellSelection(chart: uPlot, hooks: ChartHooks): void {
  const { left, width } = chart.select;
  if (width === 0) return;
  const span = { from: secondsAt(chart, left), to: secondsAt(chart, left + width) };
  chart.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  hooks.selected(span);
}

/** As exact as a pixel is. */
function secondsAt(chart: uPlot, left: number): number {
  const pixelSeconds = chart.posToVal(1, 'x') - chart.posToVal(0, 'x');
  const decimals = Math.min(6, Math.max(0, Math.ceil(-Math.log10(pixelSeconds))));
  return Number(chart.posToVal(left, 'x').toFixed(decimals));
}

function drawWindow(chart: uPlot, window: Span | null, colors: ChartColors): void {
  if (window === null) return;
  const { ctx, bbox } = chart;
  const right = bbox.left + bbox.width;
  const place = (seconds: number) =>
    Math.round(Math.min(right, Math.max(bbox.left, chart.valToPos(seconds, 'x', true))));
  const [from, to] = [place(window.from), place(window.to)];
  ctx.save();
  ctx.globalAlpha = 0.66;
  ctx.fillStyle = colors.veil;
  ctx.fillRect(bbox.left, bbox.top, from - bbox.left, bbox.height);
  ctx.fillRect(to, bbox.top, right - to, bbox.height);
  ctx.globalAlpha = 1;
  ctx.fillStyle = colors.window;
  const lineWidth = Math.max(1, Math.round(devicePixelRatio));
  for (const at of [from, to]) {
    if (at > bbox.left && at < right) ctx.fillRect(at, bbox.top, lineWidth, bbox.height);
  }
  ctx.restore();
}
