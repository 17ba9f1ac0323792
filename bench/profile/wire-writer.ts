/** Writes protobuf's wire format into a buffer that grows. */
export class WireWriter {
  private buffer = new Uint8Array(1 << 12);
  private end = 0;
  /** For one nested message after the other. */
  private nested: WireWriter | null = null;

  get length(): number {
    return this.end;
  }

  clear(): void {
    this.end = 0;
  }

  /** What was written so far, valid until the next write. */
  view(): Uint8Array {
    return this.buffer.subarray(0, this.end);
  }

  /** A number field; zero is left out, as protobuf's default. */
  number(field: number, value: number | bigint): void {
    if (value === 0) return;
    this.reserve(20);
    this.varint(field * 8);
    if (typeof value === 'bigint') this.bigVarint(value);
    else this.varint(value);
  }

  bytes(field: number, bytes: Uint8Array): void {
    this.reserve(20 + bytes.length);
    this.varint(field * 8 + 2);
    this.varint(bytes.length);
    this.buffer.set(bytes, this.end);
    this.end += bytes.length;
  }

  text(field: number, text: string): void {
    this.bytes(field, encoder.encode(text));
  }

  /** A nested message, of what `write` writes. */
  message(field: number, write: (message: WireWriter) => void): void {
    this.nested ??= new WireWriter();
    this.nested.clear();
    write(this.nested);
    this.bytes(field, this.nested.view());
  }

  /** A packed run of the first `count` numbers. */
  packed(field: number, numbers: ArrayLike<number>, count: number): void {
    let length = 0;
    for (let i = 0; i < count; i++) length += varintLength(numbers[i] as number);
    this.reserve(20 + length);
    this.varint(field * 8 + 2);
    this.varint(length);
    for (let i = 0; i < count; i++) this.varint(numbers[i] as number);
  }

  private varint(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.buffer[this.end++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.buffer[this.end++] = rest;
  }

  private bigVarint(value: bigint): void {
    let rest = value;
    while (rest >= 0x80n) {
      this.buffer[this.end++] = Number(rest & 0x7fn) | 0x80;
      rest >>= 7n;
    }
    this.buffer[this.end++] = Number(rest);
  }

  private reserve(bytes: number): void {
    if (this.end + bytes <= this.buffer.length) return;
    const grown = new Uint8Array(Math.max(this.buffer.length * 2, this.end + bytes));
    grown.set(this.view());
    this.buffer = grown;
  }
}

const encoder = new TextEncoder();

function varintLength(value: number): number {
  let length = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) length++;
  return length;
}
