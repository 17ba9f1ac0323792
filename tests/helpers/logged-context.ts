/** Stands in for a canvas's context, and writes down what is done to it. */
export class LoggedContext {
  readonly log: string[] = [];
  font = '';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  fontKerning: CanvasFontKerning = 'auto';
  textRendering: CanvasTextRendering = 'auto';
  lineWidth = 1;

  set fillStyle(style: string | CanvasGradient | CanvasPattern) {
    this.log.push(`fillStyle = ${String(style)}`);
  }

  set strokeStyle(style: string | CanvasGradient | CanvasPattern) {
    this.log.push(`strokeStyle = ${String(style)}`);
  }

  setTransform(...args: unknown[]): void {
    this.note('setTransform', args);
  }

  clearRect(...args: number[]): void {
    this.note('clearRect', args);
  }

  fillRect(...args: number[]): void {
    this.note('fillRect', args);
  }

  strokeRect(...args: number[]): void {
    this.note('strokeRect', args);
  }

  fillText(...args: unknown[]): void {
    this.note('fillText', args);
  }

  beginPath(): void {
    this.note('beginPath', []);
  }

  moveTo(...args: number[]): void {
    this.note('moveTo', args);
  }

  lineTo(...args: number[]): void {
    this.note('lineTo', args);
  }

  fill(): void {
    this.note('fill', []);
  }

  /** As if each letter was 6 px wide. */
  measureText(text: string): TextMetrics {
    return { width: text.length * 6 } as TextMetrics;
  }

  private note(name: string, args: readonly unknown[]): void {
    this.log.push(`${name}(${args.join(', ')})`);
  }
}
