import { Anchor } from './anchor.ts';
import type { ByteSearch, ByteTools } from './byte-tools.ts';
import { ascii, Byte } from './bytes.ts';
import { isConfiguration, KindBit, KindSieve } from './kind-sieve.ts';
import { PieceJoiner } from './piece-joiner.ts';
import {
  isWholeLine,
  OUTPUT_KEY,
  type RecordForm,
  readRecord,
  recordForm,
  recordTextStart,
} from './records.ts';
import { messageStart } from './shipped-line.ts';

/** A line that may be evidence of the kinds whose bits are set; `line` is its number in the whole text. */
export type OnCandidate = (text: string, kinds: number, line: number) => void;

/** Records within records: a container whose log is that of go test. More are a trick. */
const MAX_DEPTH = 3;

/** Lets the lines through that may be evidence; those that are records, by the lines that they hold. */
export class LineSieve {
  private readonly tools: ByteTools;
  private readonly onCandidate: OnCandidate;
  private readonly depth: number;
  private readonly joiner: PieceJoiner;
  private readonly keys = new KeyColumn();
  private inner: LineSieve | null = null;

  constructor(tools: ByteTools, onCandidate: OnCandidate, depth = 0) {
    this.tools = tools;
    this.onCandidate = onCandidate;
    this.depth = depth;
    this.joiner = new PieceJoiner((text, line) => this.siftInner(text, line));
  }

  /** Lines of records that were too long. */
  get longLines(): number {
    return this.joiner.longLines + (this.inner?.longLines ?? 0);
  }

  /** Takes whole lines, the first of which has the number `firstLine`. The result is how many they are. */
  sift(block: Uint8Array, firstLine: number): number {
    const search = this.tools.search(block);
    const look = new BlockLook(search, block);
    let line = firstLine;
    for (let start = 0; start < block.length; line++) {
      const end = search(Byte.lineFeed, start);
      this.siftLine(look, start, end, line);
      start = end + 1;
    }
    return line - firstLine;
  }

  /** Nothing more will come. */
  end(): void {
    this.joiner.end();
    this.inner?.end();
  }

  private siftLine(look: BlockLook, start: number, end: number, line: number): void {
    const { block, kinds } = look;
    const message = messageStart(block, start, end);
    const form = this.depth < MAX_DEPTH ? recordForm(block, start, message) : null;
    if (form !== null) {
      const text = look.recordText(form, start, message, end);
      const isKnown = !this.joiner.isHolding && isWholeLine(form, block, text, end);
      if (isKnown && kinds.of(start, messageStart(block, text, end), end) === 0) return;
      const piece = readRecord(form, this.tools.decode(block, message, end));
      if (piece !== null) {
        this.joiner.add(piece, line);
        return;
      }
    }
    const found = kinds.of(start, message, end);
    if (found !== 0) this.onCandidate(this.tools.decode(block, message, end), found, line);
    if ((found & KindBit.benchmarks) === 0) this.siftKeys(look, start, end, line);
  }

  /** Configuration of benchmarks behind a prefix that nobody knows. */
  private siftKeys(look: BlockLook, start: number, end: number, line: number): void {
    const key = this.keys.of(look, start, end);
    if (key === -1) return;
    this.onCandidate(this.tools.decode(look.block, key, end), KindBit.benchmarks, line);
  }

  private siftInner(text: string, line: number): void {
    this.inner ??= new LineSieve(this.tools, this.onCandidate, this.depth + 1);
    this.inner.sift(encoder.encode(`${text}\n`), line);
  }
}

const encoder = new TextEncoder();

/** A block as it is gone through. */
class BlockLook {
  readonly block: Uint8Array;
  readonly kinds: KindSieve;
  readonly goos: Anchor;
  private readonly output: Anchor;

  constructor(search: ByteSearch, block: Uint8Array) {
    this.block = block;
    this.kinds = new KindSieve(search, block);
    this.goos = new Anchor(search, block.length, GOOS);
    this.output = new Anchor(search, block.length, OUTPUT_KEY);
  }

  /** Where the text of a record begins; `end` where it holds none. */
  recordText(form: RecordForm, start: number, message: number, end: number): number {
    if (form !== 'goTest') return recordTextStart(form, message);
    return Math.min(this.output.from(start) + OUTPUT_KEY.length, end);
  }
}

const GOOS = ascii('goos: ');

/**
 * The testing package begins with `goos: linux` and goes on with goarch, pkg and cpu. Behind a prefix, which has
 * the same length for each, they stand in the same column.
 */
class KeyColumn {
  private column = 0;
  private linesLeft = 0;

  /** Where the key of a line stands; -1 where it has none. */
  of({ block, goos }: BlockLook, start: number, end: number): number {
    const at = goos.from(start);
    if (at < end) {
      this.column = at - start;
      this.linesLeft = LINES_WITH_KEYS;
      return at;
    }
    if (this.linesLeft === 0) return -1;
    this.linesLeft--;
    const key = start + this.column;
    const isBehindBlank = block[key - 1] === Byte.space || block[key - 1] === Byte.tab;
    return key < end && isBehindBlank && isConfiguration(block, key, end) ? key : -1;
  }
}

/** Lines of other programs may stand between the four. */
const LINES_WITH_KEYS = 8;
