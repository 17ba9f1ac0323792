import { ProfileFault } from '../../profile/fault.ts';
import type { Profile } from '../../profile/profile.ts';
import type { ReportProgress } from '../../profile/progress.ts';

import type { Decoding } from '../file-format.ts';
import { LineCursor } from './line-cursor.ts';
import { utf8Bytes } from './utf8-bytes.ts';

/** What takes the lines of one text profile, in their order, and makes a profile of them. */
export interface TextReader {
  /** Number of samples so far. */
  readonly length: number;
  /** Takes a line that is not blank. Throws ProfileFault for one that the format does not have there. */
  take(line: LineCursor): void;
  /** The profile. `lastLine` stands at the end of the file. */
  finish(lastLine: LineCursor): Profile;
}

/** Decodes a text profile line by line, from bytes that may still be coming. */
export class TextDecoding implements Decoding {
  private readonly begin: () => TextReader;
  private run: Run | null;

  /** `begin` makes what takes the lines. */
  constructor(begin: () => TextReader) {
    this.begin = begin;
    this.run = new Run(begin());
  }

  /** Decodes the lines that are whole. Does not fault: `finish` will. */
  follow(bytes: Uint8Array, validBytes: number): void {
    // What is not UTF-8 is made that when all of it is there.
    if (this.run === null || utf8Bytes(bytes.subarray(0, 3)) !== null) return;
    try {
      this.run.advance(bytes, validBytes, false, () => {});
    } catch {
      this.run = null;
    }
  }

  finish(bytes: Uint8Array, report: ReportProgress): Profile {
    const run = this.run ?? new Run(this.begin());
    report('decode', run.reader.length, 0);
    const text = utf8Bytes(bytes) ?? bytes;
    run.advance(text, text.length, true, (done) => report('decode', done, 0));
    report('tree', 0, run.reader.length);
    const profile = run.reader.finish(run.line);
    report('tree', run.reader.length, run.reader.length);
    return profile;
  }
}

/** Lines are looked at in order, and none twice. */
class Run {
  readonly reader: TextReader;
  readonly line = new LineCursor();
  private pos = 0;

  constructor(reader: TextReader) {
    this.reader = reader;
  }

  /** Takes the lines of bytes[0..end) that were not taken yet; the last one may lack its end if that is all. */
  advance(bytes: Uint8Array, end: number, isAll: boolean, report: (samples: number) => void): void {
    const { reader, line } = this;
    while (this.pos < end) {
      const found = bytes.indexOf(NEWLINE, this.pos);
      const isCut = found < 0 || found >= end;
      if (isCut && !isAll) return;
      const next = isCut ? end : found;
      if (next - this.pos > LONGEST_LINE) {
        throw new ProfileFault(
          `Its line ${line.number + 1} is longer than ${LONGEST_LINE / 2 ** 20} MiB, which no stack is.`,
        );
      }
      line.enter(bytes, this.pos, next, isCut);
      this.pos = next + 1;
      if (!line.isAtEnd) reader.take(line);
      if (line.number % LINES_BETWEEN_REPORTS === 0) report(reader.length);
    }
  }
}

const NEWLINE = 0x0a;
const LONGEST_LINE = 2 ** 20;
const LINES_BETWEEN_REPORTS = 1 << 14;
