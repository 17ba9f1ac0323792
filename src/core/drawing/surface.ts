/** A colour as CSS writes it, or a pattern that the surface itself has made. */
export type Paint = string | object;

/**
 * What is drawn on: the part of a canvas's 2D context that drawing needs, with the same meaning. The page
 * draws on a canvas, an export on a writer of SVG, a test on a log.
 */
export interface Surface {
  fillStyle: Paint;
  strokeStyle: Paint;
  lineWidth: number;
  font: string;
  textBaseline: string;
  fontKerning: string;
  textRendering: string;
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  clearRect(x: number, y: number, width: number, height: number): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  strokeRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): { readonly width: number };
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  fill(): void;
}
