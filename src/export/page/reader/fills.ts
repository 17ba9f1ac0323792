import type { PageData } from './page-data.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Distance of slanted lines from one another, and height of the bar on what was added, in px. */
const PERIOD = 6;
const BAR = 3;

/** How boxes are filled. */
export interface Fills {
  of(row: number): string;
  readonly dimmed: string;
}

/**
 * Fills for the boxes of a page: colours from its stylesheet, so that they follow the theme; patterns for
 * remainders, and over the colours of what one side of a comparison does not have. The patterns are put into the
 * document beside `host`.
 */
export function makeFills({ boxes }: PageData, host: HTMLElement): Fills {
  const patterns = document.createElementNS(SVG, 'defs');
  const fills = new Map<string, string>();
  const patterned = (name: string, make: () => SVGElement): string => {
    const known = fills.get(name);
    if (known !== undefined) return known;
    const pattern = make();
    pattern.id = `pattern-${name}`;
    patterns.append(pattern);
    const fill = `url(#${pattern.id})`;
    fills.set(name, fill);
    return fill;
  };
  const byRow = boxes.width.map((_, row) => {
    const fill = boxes.fill[row] ?? -1;
    if (fill < 0) return row === 0 ? 'var(--box-root)' : patterned('merged', remainder);
    const color = `var(--fill-${fill})`;
    if (boxes.oneSided[row] === 1) return patterned(`removed-${fill}`, () => removed(color));
    if (boxes.oneSided[row] === 2) return patterned(`added-${fill}`, () => added(color));
    return color;
  });
  const holder = document.createElementNS(SVG, 'svg');
  holder.setAttribute('class', 'patterns');
  holder.setAttribute('aria-hidden', 'true');
  holder.append(patterns);
  host.before(holder);
  return { of: (row) => byRow[row] ?? '', dimmed: 'var(--box-dimmed)' };
}

const remainder = () => slanted('var(--box-remainder)', 'var(--box-hatch)', 1);

/** Before only: lines of the page's own colour, so that the box looks half erased. */
const removed = (color: string) => slanted(color, 'var(--box-removed)', 2);

/** After only: a bar on the upper edge. */
function added(color: string): SVGElement {
  // Higher than any box: it is not repeated.
  const pattern = newPattern(PERIOD, 100);
  pattern.append(rectangle(PERIOD, 100, color), rectangle(PERIOD, BAR, 'var(--box-added)'));
  return pattern;
}

function slanted(ground: string, line: string, lineWidth: number): SVGElement {
  const pattern = newPattern(PERIOD, PERIOD);
  const path = document.createElementNS(SVG, 'path');
  // Three lines, so that the corners of the tile meet without a seam.
  path.setAttribute('d', [-1, 0, 1].map((shift) => diagonal(shift * PERIOD)).join(''));
  path.setAttribute('stroke', line);
  path.setAttribute('stroke-width', `${lineWidth}`);
  pattern.append(rectangle(PERIOD, PERIOD, ground), path);
  return pattern;
}

const diagonal = (shift: number) => `M${shift - 1} ${PERIOD + 1}L${shift + PERIOD + 1} -1`;

function newPattern(width: number, height: number): SVGElement {
  const pattern = document.createElementNS(SVG, 'pattern');
  pattern.setAttribute('patternUnits', 'userSpaceOnUse');
  pattern.setAttribute('width', `${width}`);
  pattern.setAttribute('height', `${height}`);
  return pattern;
}

function rectangle(width: number, height: number, fill: string): SVGElement {
  const rect = document.createElementNS(SVG, 'rect');
  rect.setAttribute('width', `${width}`);
  rect.setAttribute('height', `${height}`);
  rect.setAttribute('fill', fill);
  return rect;
}
