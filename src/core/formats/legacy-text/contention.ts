import type { Profile } from '../../profile/profile.ts';
import type { FileFormat } from '../file-format.ts';
import type { LineCursor } from './line-cursor.ts';
import { TextDecoding, type TextReader } from './text-decoding.ts';
import { TextProfile } from './text-profile.ts';

/**
 * What /debug/pprof/mutex?debug=1 and block?debug=1 of Go answer, and /contentionz of C++, as `parseContention` of
 * pprof reads them (profile/legacy_profile.go):
 *
 *     --- mutex:
 *     cycles/second=2999998880
 *     sampling period=5
 *     94738201 17 @ 0x46f1d4 0x6b042e
 *
 * A row has the cycles that were waited, and how often. Both are multiplied with the sampling period where there is
 * one, and cycles become nanoseconds.
 */
export const contentionText: FileFormat = {
  recognises: ({ text }) => /^--- ?(contentionz |contention:|mutex:)/.test(text.trimStart()),
  startDecoding: () => new TextDecoding(() => new ContentionReader()),
};

const ROW = 'a row of a contention profile';

class ContentionReader implements TextReader {
  private readonly profile = new TextProfile();
  private hasHeader = false;
  private cyclesPerSecond = 0;

  get length(): number {
    return this.profile.length;
  }

  take(line: LineCursor): void {
    if (!this.hasHeader) this.takeHeader();
    else if (!this.profile.takeOther(line) && !this.takeAttribute(line)) this.takeRow(line);
  }

  finish(lastLine: LineCursor): Profile {
    return this.profile.finish(lastLine);
  }

  private takeHeader(): void {
    this.hasHeader = true;
    const { builder } = this.profile;
    builder.periodType = { type: 'contentions', unit: 'count' };
    builder.period = 1;
    this.profile.useTypes(
      { type: 'contentions', unit: 'count' },
      { type: 'delay', unit: 'nanoseconds' },
    );
  }

  /** Takes `key = value`, which stands above the rows alone; false where the line is none. */
  private takeAttribute(line: LineCursor): boolean {
    if (this.profile.length > 0) return false;
    const text = line.whole();
    const equals = text.indexOf('=');
    if (equals < 0) return false;
    const key = text.slice(0, equals).trim();
    const written = text.slice(equals + 1).trim();
    const value = /^\d{1,18}$/.test(written) ? Number(written) : Number.NaN;
    const { builder } = this.profile;
    switch (key) {
      case 'cycles/second':
        this.cyclesPerSecond = value;
        break;
      case 'sampling period':
        builder.period = value;
        break;
      case 'ms since reset':
        if (!Number.isNaN(value)) builder.durationNanos = BigInt(written) * 1_000_000n;
        break;
      case 'discarded samples':
        return true;
      default:
        throw line.fault(ROW);
    }
    if (Number.isNaN(value)) throw line.fault('a whole number there');
    return true;
  }

  private takeRow(line: LineCursor): void {
    if (line.take('---')) {
      this.profile.skipRest();
      return;
    }
    const cycles = line.integer();
    line.skipSpaces();
    const waits = line.integer();
    line.skipSpaces();
    if (Number.isNaN(cycles) || Number.isNaN(waits) || !line.take('@')) throw line.fault(ROW);
    const { period } = this.profile.builder;
    this.profile.addSample([waits * (period || 1), this.nanoseconds(cycles)], line, ROW);
  }

  private nanoseconds(cycles: number): number {
    const { period } = this.profile.builder;
    if (period === 0 || this.cyclesPerSecond === 0) return cycles;
    return Math.trunc((cycles * period) / (this.cyclesPerSecond / 1e9));
  }
}
