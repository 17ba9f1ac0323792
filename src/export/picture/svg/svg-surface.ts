import type { Surface } from '../../../core/drawing/surface.ts';
import { FACES, type FaceName } from '../../fonts/fonts.ts';
import type { SvgWriter, TextStyle } from './svg-writer.ts';
import { lengthText } from './xml.ts';

/**
 * Writes what is drawn as SVG: rectangles in one path for each run of one colour, texts as text. A paint is
 * a colour or `url(#id)` of a pattern. Only what flame graphs need of a canvas is there: its space is that of
 * the part that is being written.
 */
export class SvgSurface
  implements
    Pick<
      Surface,
      | 'setTransform'
      | 'clearRect'
      | 'fillRect'
      | 'fillText'
      | 'measureText'
      | 'fillStyle'
      | 'font'
      | 'textBaseline'
      | 'fontKerning'
      | 'textRendering'
    >
{
  textBaseline = 'alphabetic';
  fontKerning = 'none';
  textRendering = 'geometricPrecision';
  private readonly writer: SvgWriter;
  private style: TextStyle = { face: 'medium', sizePx: 12, color: '#000000' };
  private rectangles: string[] = [];
  private isInTexts = false;

  constructor(writer: SvgWriter) {
    this.writer = writer;
  }

  /** The pixels of a screen are nothing to an SVG. */
  setTransform(): void {}

  /** Nothing was drawn yet. */
  clearRect(): void {}

  get fillStyle(): string {
    return this.style.color;
  }

  set fillStyle(color: string | object) {
    this.flush();
    this.style = { ...this.style, color: String(color) };
  }

  get font(): string {
    return `${FACES[this.style.face].weight} ${this.style.sizePx}px ${FACES[this.style.face].families[0]}`;
  }

  /** `500 11.5px …`: of the family only the weight is asked. */
  set font(css: string) {
    this.flush();
    const [weight, size = ''] = css.split(' ', 2);
    const sizePx = Number.parseFloat(size);
    this.style = { ...this.style, face: faceOf(Number(weight)), sizePx };
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.endTexts();
    const [wide, high] = [lengthText(width), lengthText(height)];
    this.rectangles.push(`M${lengthText(x)} ${lengthText(y)}h${wide}v${high}h-${wide}z`);
  }

  fillText(text: string, x: number, y: number): void {
    this.endRectangles();
    if (!this.isInTexts) this.writer.beginLabels(this.style);
    this.isInTexts = true;
    this.writer.label({ ...this.style, text }, x, y);
  }

  measureText(text: string): { readonly width: number } {
    return { width: this.writer.width(text, this.style.face, this.style.sizePx) };
  }

  /** Writes what has been drawn and not been written yet. */
  flush(): void {
    this.endRectangles();
    this.endTexts();
  }

  private endRectangles(): void {
    if (this.rectangles.length === 0) return;
    this.writer.path(this.rectangles.join(''), this.style.color);
    this.rectangles = [];
  }

  private endTexts(): void {
    if (this.isInTexts) this.writer.end();
    this.isInTexts = false;
  }
}

function faceOf(weight: number): FaceName {
  return weight >= 600 ? 'semibold' : weight >= 450 ? 'medium' : 'regular';
}
