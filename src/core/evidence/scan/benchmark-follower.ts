import { Anchor } from './anchor.ts';
import type { ByteSearch } from './byte-tools.ts';
import { ascii } from './bytes.ts';

const GOOS = ascii('goos: ');
const PER_OPERATION = ascii('/op');

/** The testing package begins with goos, and goes on with goarch, pkg and cpu; other lines may stand between. */
const KEY_LINES = 8;

/** So much may a benchmark print between its name and its figures. */
const FIGURE_LINES = 10_000;

/** Where in a block something begins that benchmarks print in several lines. */
export class BenchmarkMarks {
  readonly name: Anchor;
  readonly goos: Anchor;
  readonly perOperation: Anchor;

  constructor(search: ByteSearch, block: Uint8Array, name: Anchor) {
    this.name = name;
    this.goos = new Anchor(search, block, GOOS);
    this.perOperation = new Anchor(search, block, PER_OPERATION);
  }
}

/**
 * Knows lines that belong to benchmarks by those before them: configuration behind a prefix that tells nothing,
 * and the figures of a benchmark behind whose name something else was printed.
 */
export class BenchmarkFollower {
  private keyLinesLeft = 0;
  private figureLinesLeft = 0;

  /** Whether the next lines may be known so. */
  get isFollowing(): boolean {
    return this.keyLinesLeft > 0 || this.figureLinesLeft > 0;
  }

  /** Whether the line from `start` to `end` may be one of these. To be asked of each line in turn. */
  knows({ name, goos, perOperation }: BenchmarkMarks, start: number, end: number): boolean {
    const isKey = goos.from(start) < end || this.keyLinesLeft > 0;
    const isFigures = this.figureLinesLeft > 0 && perOperation.from(start) < end;
    this.keyLinesLeft = goos.from(start) < end ? KEY_LINES : Math.max(0, this.keyLinesLeft - 1);
    this.figureLinesLeft =
      name.from(start) < end ? FIGURE_LINES : Math.max(0, this.figureLinesLeft - 1);
    return isKey || isFigures;
  }
}
