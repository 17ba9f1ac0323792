import { type ChangeColor, changePart } from '../../core/drawing/change-colors.ts';
import { lowerFirst } from '../../core/text/lower-first.ts';
import { describeSampleType } from '../../core/units/sample-type-words.ts';
import { CHANGE_TICKS, changeScaleWords, changeTickWords } from '../../words/change-scale-words.ts';
import type { FrameTexts } from '../../words/frame-texts.ts';
import { type Html, html } from '../html/html.ts';
import type { GraphData } from './graph-data.ts';
import type { PageData } from './reader/page-data.ts';

/** Width of a scale, in px. */
const WIDTH = 220;

/** What the colours of a difference graph mean, and its marks. */
export function changeLegend(
  of: ChangeColor,
  { sampleType, compared, boxes }: Pick<PageData, 'sampleType' | 'compared' | 'boxes'>,
): Html {
  const { scales = [1, 1], per = '' } = compared ?? {};
  const [before = 0, after = 0] = boxes.sides.map(({ total }) => total[0] ?? 0);
  const words = changeScaleWords(of, [before, after], { type: sampleType, scales, per });
  const ticks = CHANGE_TICKS[of].map((share) =>
    tick((changePart(share, of) + 1) / 2, changeTickWords(share, of)),
  );
  return html`<div class="legend"><span>Colour: change, ${words}</span>
${scale('change', ticks)}
<ul><li>${key('removed')}only before</li><li>${key('added')}only after</li></ul></div>`;
}

/** What the colours of the graph of one profile mean. */
export function profileLegend(
  colorBy: 'package' | 'module' | 'share',
  sampleType: PageData['sampleType'],
  { boxes, frameOfName }: GraphData,
  frames: FrameTexts,
): Html {
  if (colorBy === 'share') {
    const title = lowerFirst(describeSampleType(sampleType).title);
    const ticks = [0, 0.05, 0.25, 1].map((share) => tick(Math.sqrt(share), `${share * 100}%`));
    return html`<div class="legend"><span>Colour: share of ${title}</span>
${scale('share', ticks)}</div>`;
  }
  const origins = new Map<string, { fill: number; own: number }>();
  boxes.name.forEach((name, box) => {
    if (name < 0) return;
    const frame = frameOfName[name] ?? 0;
    const origin = colorBy === 'package' ? frames.package(frame) : frames.module(frame);
    const known = origins.get(origin);
    const own = Math.abs(boxes.sides[0]?.self[box] ?? 0);
    origins.set(origin, { fill: boxes.fill[box] ?? 0, own: own + (known?.own ?? 0) });
  });
  const heaviest = Array.from(origins)
    .filter(([origin]) => origin !== '')
    .sort(([, a], [, b]) => b.own - a.own)
    .slice(0, LISTED);
  const keys = heaviest.map(
    ([origin, { fill }]) => html`<li>${swatch(`var(--fill-${fill})`)}${origin}</li>`,
  );
  const more = origins.size > heaviest.length ? ', the heaviest' : '';
  return html`<div class="legend"><span>Colour: ${colorBy}${more}</span><ul>${keys}</ul></div>`;
}

/** Packages that are named. */
const LISTED = 6;

function scale(name: 'change' | 'share', ticks: readonly Html[]): Html {
  return html`<span class="scale" role="img" aria-label="scale of colours"><span class="scale-colors" data-scale="${name}"></span><svg width="${WIDTH}" height="16">${ticks}</svg></span>`;
}

function tick(part: number, words: string): Html {
  const x = (part * WIDTH).toFixed(1);
  return html`<path class="tick" d="M${x} 0v4"/><text x="${x}" y="13" text-anchor="middle">${words}</text>`;
}

const swatch = (fill: string) =>
  html`<svg aria-hidden="true" width="16" height="11"><rect width="16" height="11" rx="2" fill="${fill}"/></svg>`;

function key(mark: 'removed' | 'added'): Html {
  const ground = mark === 'removed' ? 'var(--change-fall)' : 'var(--change-rise)';
  const over =
    mark === 'removed'
      ? html`<path d="M-2 9L9 -2M4 13L17 0M-4 5L3 -2M10 13L18 5" stroke="var(--box-removed)" stroke-width="2"/>`
      : html`<rect width="16" height="3" fill="var(--box-added)"/>`;
  return html`<svg aria-hidden="true" class="key" width="16" height="11" viewBox="0 0 16 11"><rect width="16" height="11" fill="${ground}"/>${over}</svg>`;
}
