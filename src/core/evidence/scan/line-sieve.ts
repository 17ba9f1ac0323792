import { Anchor } from './anchor.ts';
import { BenchmarkFollower, BenchmarkMarks } from './benchmark-follower.ts';
import type { ByteSearch, ByteTools } from './byte-tools.ts';
import { Byte } from './bytes.ts';
import { KindBit, KindSieve } from './kind-sieve.ts';
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
  private readonly follower = new BenchmarkFollower();
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
    const { block } = look;
    const message = messageStart(block, start, end);
    const form = recordForm(block, start, message);
    if (form !== null && this.siftRecord(look, form, start, message, end, line)) return;
    const isFollowing = this.follower.knows(look.marks, start, end) ? KindBit.benchmarks : 0;
    const kinds = look.kinds.of(start, message, end) | isFollowing;
    if (kinds !== 0) this.onCandidate(this.tools.decode(block, message, end), kinds, line);
  }

  /** False when the line turns out to be no record. */
  private siftRecord(
    look: BlockLook,
    form: RecordForm,
    start: number,
    message: number,
    end: number,
    line: number,
  ): boolean {
    if (this.depth === MAX_DEPTH) return false;
    const { block, kinds } = look;
    const text = look.recordText(form, start, message, end);
    const isKnown = !this.isWaiting && isWholeLine(form, block, text, end);
    if (isKnown && kinds.of(start, messageStart(block, text, end), end) === 0) return true;
    const piece = readRecord(form, this.tools.decode(block, message, end));
    if (piece !== null) this.joiner.add(piece, line);
    return piece !== null;
  }

  /** Whether a record may matter because of those before it. */
  private get isWaiting(): boolean {
    if (this.joiner.isHolding) return true;
    return this.inner !== null && (this.inner.isWaiting || this.inner.follower.isFollowing);
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
  readonly marks: BenchmarkMarks;
  private readonly output: Anchor;

  constructor(search: ByteSearch, block: Uint8Array) {
    this.block = block;
    this.kinds = new KindSieve(search, block);
    this.marks = new BenchmarkMarks(search, block, this.kinds.benchmark);
    this.output = new Anchor(search, block, OUTPUT_KEY);
  }

  /** Where the text of a record begins; `end` where it holds none. */
  recordText(form: RecordForm, start: number, message: number, end: number): number {
    if (form !== 'goTest') return recordTextStart(form, message);
    return Math.min(this.output.from(start) + OUTPUT_KEY.length, end);
  }
}
