import { CHANGE_STEPS, type ChangeColor, changePart } from '../../core/drawing/change-colors.ts';
import { SHARE_STEPS } from '../../core/drawing/colors.ts';
import { lowerFirst } from '../../core/text/lower-first.ts';
import { describeSampleType } from '../../core/units/sample-type-words.ts';
import { CHANGE_TICKS, changeScaleWords, changeTickWords } from '../../words/change-scale-words.ts';
import type { FrameTexts } from '../../words/frame-texts.ts';
import { type Html, html } from '../html/html.ts';
import type { GraphData } from './graph-data.ts';
import type { PageData } from './reader/page-data.ts';

/** Width and height of a scale, in px. */
const SCALE = { width: 220, height: 9 };

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
${scale('change', CHANGE_STEPS, ticks)}
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
${scale('share', SHARE_STEPS, ticks)}</div>`;
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

function scale(name: 'change' | 'share', steps: number, ticks: readonly Html[]): Html {
  const width = SCALE.width / steps;
  const colors = Array.from(
    { length: steps },
    (_, step) =>
      // A little wider, so that no gap shows between them.
      html`<rect x="${(step * width).toFixed(2)}" width="${(width + (step < steps - 1 ? 0.5 : 0)).toFixed(2)}" height="${SCALE.height}" fill="var(--${name}-${step})"/>`,
  );
  return html`<svg class="scale" role="img" aria-label="scale of colours" width="${SCALE.width + 40}" height="26" viewBox="-20 0 ${SCALE.width + 40} 26">${colors}${ticks}</svg>`;
}

function tick(part: number, words: string): Html {
  const x = (part * SCALE.width).toFixed(1);
  return html`<path class="tick" d="M${x} 6v5"/><text x="${x}" y="21" text-anchor="middle">${words}</text>`;
}

const swatch = (fill: string) =>
  html`<svg aria-hidden="true" width="16" height="11"><rect width="16" height="11" rx="2" fill="${fill}"/></svg>`;

function key(mark: 'removed' | 'added'): Html {
  const ground = mark === 'removed' ? 'var(--change-0)' : `var(--change-${CHANGE_STEPS - 1})`;
  const over =
    mark === 'removed'
      ? html`<path d="M-2 9L9 -2M4 13L17 0M-4 5L3 -2M10 13L18 5" stroke="var(--box-removed)" stroke-width="2"/>`
      : html`<rect width="16" height="3" fill="var(--box-added)"/>`;
  return html`<svg aria-hidden="true" class="key" width="16" height="11" viewBox="0 0 16 11"><rect width="16" height="11" fill="${ground}"/>${over}</svg>`;
}
