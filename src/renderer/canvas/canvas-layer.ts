/** A canvas that has as many pixels as the screen shows of it. */
export class CanvasLayer {
  readonly ctx: CanvasRenderingContext2D;
  private readonly canvas: HTMLCanvasElement;

  constructor(canvas: HTMLCanvasElement) {
    const ctx = canvas.getContext('2d');
    if (ctx === null) throw new Error('This browser has no 2D canvas.');
    this.canvas = canvas;
    this.ctx = ctx;
  }

  /** Sets the size in px and the screen's density. What was drawn is gone if either is another. */
  resize(viewWidth: number, viewHeight: number, ratio: number): void {
    const width = Math.round(viewWidth * ratio);
    const height = Math.round(viewHeight * ratio);
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
  }

  clear(): void {
    this.ctx.setTransform(1, 0, 0, 1, 0, 0);
    this.ctx.clearRect(0, 0, this.canvas.width, this.canvas.height);
  }
}
