import { FACES, type FaceName, FONTS } from '../../fonts/fonts.ts';
import { lengthText, xmlText } from './xml.ts';

/** How a text looks. */
export interface TextStyle {
  readonly face: FaceName;
  readonly sizePx: number;
  /** As `#rrggbb` or `#rrggbbaa`. */
  readonly color: string;
}

/** A piece of a line in a style of its own. */
export interface Span extends TextStyle {
  readonly text: string;
}

/** What of a line stands at its place. */
export type Anchor = 'start' | 'middle' | 'end';

/** A rectangle in px. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Writes an SVG, piece by piece and in the order of drawing; equal calls give equal bytes. */
export class SvgWriter {
  private readonly lines: string[] = [];
  private readonly definitions = new Map<string, string>();
  private readonly spell: (text: string, face: FaceName) => string;
  private clips = 0;

  /** `spell` writes a text with the characters that there will be. */
  constructor(spell: (text: string, face: FaceName) => string) {
    this.spell = spell;
  }

  /** Width of a text in px. */
  width(text: string, face: FaceName, sizePx: number): number {
    return FONTS.width(this.spell(text, face), face, sizePx);
  }

  rectangle({ x, y, width, height }: Rectangle, color: string, radius = 0): void {
    const place = `x="${lengthText(x)}" y="${lengthText(y)}" width="${lengthText(width)}" height="${lengthText(height)}"`;
    const round = radius === 0 ? '' : ` rx="${lengthText(radius)}"`;
    this.lines.push(`<rect ${place}${round} ${fillOf(color)}/>`);
  }

  /** A shape by the data of an SVG path. */
  path(data: string, color: string): void {
    this.lines.push(`<path ${fillOf(color)} d="${data}"/>`);
  }

  /** A line of text whose pieces follow one another in whatever font there is; `y` is its baseline. */
  line(spans: readonly Span[], x: number, y: number, anchor: Anchor = 'start'): void {
    const [first, ...rest] = spans.filter(({ text }) => text !== '');
    if (first === undefined) return;
    const where = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
    const place = `x="${lengthText(x)}" y="${lengthText(y)}"${where}`;
    const words =
      rest.length === 0
        ? this.words(first)
        : [first, ...rest]
            .map((span) => `<tspan${changeOf(first, span)}>${this.words(span)}</tspan>`)
            .join('');
    this.lines.push(`<text ${place} ${styleOf(first)}>${words}</text>`);
  }

  /** A line that takes as much room in any font as in ours. */
  fixedLine(span: Span, x: number, y: number): void {
    const place = `x="${lengthText(x)}" y="${lengthText(y)}" textLength="${this.lengthOf(span)}"`;
    this.lines.push(`<text ${place} ${styleOf(span)}>${this.words(span)}</text>`);
  }

  /** Begins labels that have their style in common. */
  beginLabels(style: TextStyle): void {
    this.lines.push(`<g ${styleOf(style)}>`);
  }

  /** One of them; it takes as much room in any font as in ours. */
  label(span: Span, x: number, y: number): void {
    const place = `x="${lengthText(x)}" y="${lengthText(y)}" textLength="${this.lengthOf(span)}"`;
    this.lines.push(`<text ${place}>${this.words(span)}</text>`);
  }

  /** Begins a part whose origin is a place; with a clip nothing is seen outside of it. */
  beginPart(x: number, y: number, clip: { width: number; height: number } | null = null): void {
    const move =
      x === 0 && y === 0 ? '' : ` transform="translate(${lengthText(x)} ${lengthText(y)})"`;
    if (clip === null) {
      this.lines.push(`<g${move}>`);
      return;
    }
    const id = `clip${++this.clips}`;
    this.define(
      id,
      `<clipPath id="${id}"><rect width="${lengthText(clip.width)}" height="${lengthText(clip.height)}"/></clipPath>`,
    );
    this.lines.push(`<g${move} clip-path="url(#${id})">`);
  }

  end(): void {
    this.lines.push('</g>');
  }

  /** Something to refer to by an id; the first one with the id counts. */
  define(id: string, element: string): void {
    if (!this.definitions.has(id)) this.definitions.set(id, element);
  }

  /** The whole file. `title` is what those are told who do not see it. */
  finish(width: number, height: number, title: string): string {
    const size = `width="${lengthText(width)}" height="${lengthText(height)}" viewBox="0 0 ${lengthText(width)} ${lengthText(height)}"`;
    const definitions = [...this.definitions.values()];
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" ${size} xml:space="preserve" font-kerning="none" style="font-variant-ligatures:none" role="img">`,
      `<title>${xmlText(title)}</title>`,
      ...(definitions.length === 0 ? [] : ['<defs>', ...definitions, '</defs>']),
      ...this.lines,
      '</svg>',
      '',
    ].join('\n');
  }

  private words({ text, face }: Span): string {
    return xmlText(this.spell(text, face));
  }

  private lengthOf({ text, face, sizePx }: Span): string {
    return lengthText(this.width(text, face, sizePx));
  }
}

function styleOf({ face, sizePx, color }: TextStyle): string {
  const { weight } = FACES[face];
  return `${familyOf(face)} font-size="${lengthText(sizePx)}" font-weight="${weight}" ${fillOf(color)}`;
}

/** Letters that would turn the order of what stands beside them. */
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** What sets a piece apart from the first one of its line. */
function changeOf(first: TextStyle, { text, face, sizePx, color }: Span): string {
  const changes = [
    RIGHT_TO_LEFT.test(text) ? ' unicode-bidi="isolate"' : '',
    familyOf(first.face) === familyOf(face) ? '' : ` ${familyOf(face)}`,
    first.sizePx === sizePx ? '' : ` font-size="${lengthText(sizePx)}"`,
    FACES[first.face].weight === FACES[face].weight ? '' : ` font-weight="${FACES[face].weight}"`,
    first.color === color ? '' : ` ${fillOf(color)}`,
  ];
  return changes.join('');
}

/** Whoever has the font itself is asked for its own even digits. */
function familyOf(face: FaceName): string {
  const { families, hasEvenDigits } = FACES[face];
  const family = `font-family="${families.join(', ')}"`;
  return hasEvenDigits ? `${family} style="font-variant-numeric:tabular-nums"` : family;
}

/** Older readers of SVG know no colours with an opacity in them. */
export function fillOf(color: string): string {
  if (color.startsWith('url(')) return `fill="${color}"`;
  const opacity = color.length === 9 ? Number.parseInt(color.slice(7), 16) / 255 : 1;
  const rest = opacity === 1 ? '' : ` fill-opacity="${lengthText(opacity)}"`;
  return `fill="${color.slice(0, 7)}"${rest}`;
}
