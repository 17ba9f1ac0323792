import type { Profile } from '../../profile/profile.ts';
import { formatInteger } from '../../units/integer.ts';
import type { FileFormat } from '../file-format.ts';
import type { LineCursor } from './line-cursor.ts';
import { MemStatsRows } from './mem-stats-rows.ts';
import { scaleHeapSample } from './scale.ts';
import { TextDecoding, type TextReader } from './text-decoding.ts';
import { TextProfile } from './text-profile.ts';

/**
 * What /debug/pprof/heap?debug=1 of Go answers, and the heap profiles of gperftools and tcmalloc, as `parseHeap` of
 * pprof reads them (profile/legacy_profile.go):
 *
 *     heap profile: 16: 832480 [5654: 44737232] @ heap/1048576
 *     0: 0 [15: 1920] @ 0x6eb34e 0x6eb306
 *
 * Objects and bytes in use and, in brackets, allocated. `heap/2N` and `heap_v2/N` are samples at a mean distance of
 * N bytes, which are scaled; `heapprofile`, `growth` and `fragmentation` have all. Go writes its MemStats behind.
 */
export const heapText: FileFormat = {
  recognises: ({ text }) => text.trimStart().startsWith('heap profile:'),
  startDecoding: () => new TextDecoding(() => new HeapReader()),
};

const HEADER = 'the first line of a heap profile';
const ROW = 'a row of a heap profile';

/** The numbers of a line: objects and bytes in use, then allocated. */
type Numbers = readonly [inuseObjects: number, inuse: number, objects: number, bytes: number];

class HeapReader implements TextReader {
  private readonly profile = new TextProfile();
  private memStats: MemStatsRows | null = null;
  private header: Numbers | null = null;
  /** Sums of the rows' numbers as they stand there. */
  private readonly sums = [0, 0, 0, 0];
  private kind = '';
  /** Mean distance of samples in bytes; 0 where values are not to be scaled. */
  private rate = 0;
  private hasAllocated = false;

  get length(): number {
    return this.profile.length;
  }

  take(line: LineCursor): void {
    if (this.header === null) this.takeHeader(line);
    else if (this.memStats !== null && line.peek() === HASH) this.memStats.take(line.whole());
    else if (line.take('# runtime.MemStats')) this.memStats = new MemStatsRows();
    else if (!this.profile.takeOther(line)) this.takeRow(line);
  }

  finish(lastLine: LineCursor): Profile {
    const { builder } = this.profile;
    if (this.memStats !== null) {
      builder.memStats = this.memStats.finish();
      if (builder.memStats === null) {
        builder.warnings.push(
          'Its runtime.MemStats are not whole, so they are left out: it breaks off there, or was changed.',
        );
      }
    }
    const missing = this.missingWords();
    if (missing !== '') builder.warnings.push(missing);
    return this.profile.finish(lastLine);
  }

  private takeHeader(line: LineCursor): void {
    const numbers = line.take('heap profile:') ? readNumbers(line) : null;
    if (numbers === null) throw line.fault(HEADER);
    this.header = numbers;
    line.skipSpaces();
    const [, kind = '', rate = ''] = /^(\w+)\/?(\d*)/.exec(line.rest()) ?? [];
    const period = this.periodOf(kind, Number(rate));
    if (period === null) throw line.fault(HEADER);
    this.kind = kind;
    const { profile } = this;
    profile.builder.periodType = { type: 'space', unit: 'bytes' };
    profile.builder.period = period;
    const [inuseObjects, inuse, objects, bytes] = numbers;
    this.hasAllocated =
      !/^(growth|fragmentation)/.test(kind) &&
      ((objects !== inuseObjects && objects !== 0) || (bytes !== inuse && bytes !== 0));
    if (this.hasAllocated) {
      profile.useTypes(
        { type: 'alloc_objects', unit: 'count' },
        { type: 'alloc_space', unit: 'bytes' },
        { type: 'inuse_objects', unit: 'count' },
        { type: 'inuse_space', unit: 'bytes' },
      );
    } else {
      profile.useTypes({ type: 'objects', unit: 'count' }, { type: 'space', unit: 'bytes' });
    }
  }

  /** The sampling period of a kind of heap profile, and with it `rate`; null for kinds that are not known. */
  private periodOf(kind: string, rate: number): number | null {
    switch (kind) {
      case 'heap':
        // Go multiplies by two what it writes here, as early heap profilers of C++ did.
        this.rate = Math.trunc(rate / 2);
        return this.rate;
      case 'heap_v2':
      case 'heapz_v2':
        this.rate = rate;
        return rate;
      case 'heapprofile':
      case 'growth':
      case 'growthz':
      case 'fragmentation':
      case 'fragmentationz':
        return 1;
      default:
        return null;
    }
  }

  private takeRow(line: LineCursor): void {
    const numbers = readNumbers(line);
    if (numbers === null) throw line.fault(ROW);
    for (let at = 0; at < 4; at++) this.sums[at] += numbers[at];
    const [inuseObjects, inuse, objects, bytes] = numbers;
    const isOdd = (inuseObjects === 0 && inuse !== 0) || (objects === 0 && bytes !== 0);
    if (isOdd) throw line.fault(`${ROW}: it has bytes of no objects`);
    const values = [...this.scaled(inuseObjects, inuse)];
    if (this.hasAllocated) values.unshift(...this.scaled(objects, bytes));
    this.profile.addSample(values, line, ROW);
    // All objects of a row have one size; pprof takes it of those in use, if there are any.
    const size = inuseObjects !== 0 ? inuse / inuseObjects : objects !== 0 ? bytes / objects : 0;
    if (Math.trunc(size) !== 0) {
      this.profile.addLabel({ key: 'bytes', num: BigInt(Math.trunc(size)) });
    }
  }

  private scaled(objects: number, bytes: number): readonly [objects: number, bytes: number] {
    return this.rate === 0 ? [objects, bytes] : scaleHeapSample(objects, bytes, this.rate);
  }

  /** A sentence where the rows do not add up to what Go wrote above them; '' where they do. */
  private missingWords(): string {
    if (this.kind !== 'heap' || this.header === null) return '';
    const at = this.header.findIndex((number, index) => number !== this.sums[index]);
    const sum = this.sums[at];
    if (sum === undefined || !Number.isSafeInteger(sum)) return '';
    const what = ['objects in use', 'bytes in use', 'objects allocated', 'bytes allocated'][at];
    return `Its first line counts ${formatInteger(this.header[at])} ${what} among the samples, its rows ${formatInteger(sum)}: a part of the file is missing, or was changed.`;
  }
}

/** `16: 832480 [5654: 44737232] @`, in which more spaces may stand; null for anything else. */
function readNumbers(line: LineCursor): Numbers | null {
  const inuse = readPair(line, true);
  if (inuse === null || !takeSpaced(line, '[')) return null;
  const allocated = readPair(line, false);
  if (allocated === null || !takeSpaced(line, ']') || !takeSpaced(line, '@')) return null;
  return [...inuse, ...allocated];
}

/** `16: 832480`; null for anything else. */
function readPair(
  line: LineCursor,
  mayBeNegative: boolean,
): [objects: number, bytes: number] | null {
  line.skipSpaces();
  const objects = line.integer(mayBeNegative);
  if (!line.take(':')) return null;
  line.skipSpaces();
  const bytes = line.integer(mayBeNegative);
  return Number.isNaN(objects) || Number.isNaN(bytes) ? null : [objects, bytes];
}

function takeSpaced(line: LineCursor, character: string): boolean {
  line.skipSpaces();
  return line.take(character);
}

const HASH = 0x23;
