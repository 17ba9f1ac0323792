import { ByteBuffer } from './byte-buffer.ts';

/** The text of a stack, root first, while a walk goes up and down: what callers share is written once. */
export class StackPath {
  private readonly text = new ByteBuffer();
  /** By depth: where the text of the frames up to there ends. */
  private readonly end = [0];
  private readonly textOf: (frame: number) => Uint8Array;
  private readonly separator: Uint8Array;

  /** `textOf` gives what stands for a frame. */
  constructor(textOf: (frame: number) => Uint8Array, separator: Uint8Array) {
    this.textOf = textOf;
    this.separator = separator;
  }

  /** Goes to a frame at a depth, 1 being the outermost; its callers are those that were entered last. */
  enter(frame: number, depth: number): void {
    this.text.cut(this.end[depth - 1] ?? 0);
    if (depth > 1) this.text.push(this.separator);
    this.text.push(this.textOf(frame));
    this.end[depth] = this.text.length;
  }

  /** The stack that was entered last; changes with the next one. */
  get bytes(): Uint8Array {
    return this.text.view;
  }
}

/** What stands for each frame, worked out when it is first asked for. */
export function frameBytes(textOf: (frame: number) => string): (frame: number) => Uint8Array {
  const utf8 = new TextEncoder();
  const known = new Map<number, Uint8Array>();
  return (frame) => {
    let bytes = known.get(frame);
    if (bytes === undefined) {
      bytes = utf8.encode(textOf(frame));
      known.set(frame, bytes);
    }
    return bytes;
  };
}
