/** Bytes with room at their end, for files that are written a little at a time. */
export class ByteBuffer {
  length = 0;
  private bytes: Uint8Array;

  constructor(room = 1024) {
    this.bytes = new Uint8Array(room);
  }

  push(bytes: Uint8Array): void {
    const end = this.length + bytes.length;
    if (end > this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.bytes.length * 2, end));
      larger.set(this.bytes.subarray(0, this.length));
      this.bytes = larger;
    }
    this.bytes.set(bytes, this.length);
    this.length = end;
  }

  pushText(text: string): void {
    this.push(utf8.encode(text));
  }

  /** Forgets what lies beyond a length in bytes. */
  cut(length: number): void {
    this.length = length;
  }

  /** What is in it; changes with it. */
  get view(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  /** Takes out what is in it. */
  take(): Uint8Array {
    const taken = this.view.slice();
    this.length = 0;
    return taken;
  }
}

const utf8 = new TextEncoder();
