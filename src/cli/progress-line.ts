import type { WriteStream } from 'node:tty';
import type { ExportProgress } from '../bridge/export-api.ts';
import { rarely } from '../export/rarely.ts';

/** One line of a terminal that says how far something is; nothing is written elsewhere. */
export class ProgressLine {
  readonly show: (progress: ExportProgress) => void;
  private readonly stream: Pick<WriteStream, 'write' | 'isTTY'>;
  private isShown = false;

  constructor(stream: Pick<WriteStream, 'write' | 'isTTY'>) {
    this.stream = stream;
    this.show = rarely((progress) => this.write(progress));
  }

  /** Takes the line away. */
  end(): void {
    if (this.isShown) this.stream.write(CLEAR);
    this.isShown = false;
  }

  private write({ step, done, total }: ExportProgress): void {
    if (!this.stream.isTTY) return;
    const percent = total > 0 ? ` ${Math.floor((Math.min(done, total) / total) * 100)}%` : '';
    this.stream.write(`${CLEAR}${step}${percent}`);
    this.isShown = true;
  }
}

/** Back to the start of the line, and nothing on it. */
const CLEAR = '\r\u001b[K';
