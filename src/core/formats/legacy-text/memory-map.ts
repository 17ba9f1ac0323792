import type { ProfileBuilder } from '../../profile/builder.ts';
import type { LineCursor } from './line-cursor.ts';

/** A file mapped into the process. */
interface Mapped {
  start: bigint;
  limit: bigint;
  offset: bigint;
  file: string;
  buildId: string;
}

/**
 * The files that a C++ program lists behind the stacks of a profile: which of them an address lies in. Go lists
 * none. Rows and repairs are those of pprof's legacy parser (`parseMappingEntry`, `massageMappings` and
 * `remapMappingIDs` in profile/legacy_profile.go and profile/profile.go).
 */
export class MemoryMap {
  private mapped: Mapped[] = [];

  /** Whether the rows after this line are of a memory map. */
  static begins(line: LineCursor): boolean {
    const first = line.peek();
    if (first !== DASH && first !== LETTER_M) return false;
    const text = line.whole();
    return text.startsWith('--- Memory map: ---') || text.startsWith('MAPPED_LIBRARIES:');
  }

  /** Takes a row; what is none is passed over, as are files without code. */
  take(line: string): void {
    const row = mappedFile(line);
    if (row !== null) this.mapped.push(row);
  }

  /** Adds the files to a profile, the binary first. */
  addTo(builder: ProfileBuilder): void {
    this.mapped = binaryFirst(joinParts(this.mapped));
    const [first, second] = this.mapped;
    if (first?.file.startsWith('/anon_hugepage') && first.limit === second?.start) {
      this.mapped.shift();
    }
    const binary = this.mapped[0];
    if (binary !== undefined && binary.start - binary.offset === USUAL_START) {
      binary.start = USUAL_START;
      binary.offset = 0n;
    }
    for (const { file, ...row } of this.mapped) builder.addMapping({ filename: file, ...row });
  }

  /** Row of the file that an address lies in; -1 where none is known. After `addTo`. */
  rowOf(address: bigint): number {
    return this.mapped.findIndex(({ start, limit }) => start <= address && address < limit);
  }
}

/** Where Linux puts a binary that is not to be moved. */
const USUAL_START = 0x40_0000n;

const RANGE = /^(?:0x)?([0-9a-f]{1,16})[\s-]\s*(?:0x)?([0-9a-f]{1,16}):?(?:\s+(.*))?$/i;

/**
 * `400000-a3b000 r-xp 00000000 08:01 3541 /srv/api` as in /proc/self/maps, or `400000-a3b000: /srv/api`,
 * in which flags before and `(@offset)` and build ID after the file may stand too. Null for anything else.
 */
function mappedFile(line: string): Mapped | null {
  const [, start, limit, rest = ''] = RANGE.exec(line) ?? [];
  if (start === undefined || limit === undefined) return null;
  const words = rest.split(/\s+/);
  if (/^[-rwxp]+$/.test(words[0] ?? '')) {
    if (!words.shift()?.includes('x')) return null;
  }
  const [offset, device, inode] = words;
  const isOfProc = isHex(offset) && /^[0-9a-f]+:[0-9a-f]+$/i.test(device ?? '');
  if (isOfProc && /^\d+$/.test(inode ?? '')) {
    return { ...range(start, limit), offset: hex(offset), file: words[3] ?? '', buildId: '' };
  }
  const file = words.shift() ?? '';
  const [, at] = /^\(@([0-9a-f]{1,16})\)$/i.exec(words[0] ?? '') ?? [];
  if (at !== undefined) words.shift();
  const [buildId = ''] = words;
  return { ...range(start, limit), offset: hex(at), file, buildId: isHex(buildId) ? buildId : '' };
}

const isHex = (text: string | undefined) => /^[0-9a-f]+$/i.test(text ?? '');
const hex = (digits: string | undefined) => BigInt(`0x${digits ?? '0'}`);
const range = (start: string, limit: string) => ({ start: hex(start), limit: hex(limit) });

/** Puts together what lies side by side in memory and in its file. */
function joinParts(parts: readonly Mapped[]): Mapped[] {
  const joined: Mapped[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last === undefined || !continues(last, part)) {
      joined.push({ ...part });
      continue;
    }
    last.limit = part.limit;
    if (part.file !== '') last.file = part.file;
    if (part.buildId !== '') last.buildId = part.buildId;
  }
  return joined;
}

function continues(one: Mapped, next: Mapped): boolean {
  const differ = (a: string, b: string) => a !== '' && b !== '' && a !== b;
  if (differ(one.file, next.file) || differ(one.buildId, next.buildId)) return false;
  if (one.limit !== next.start) return false;
  const isPlaced = one.offset !== 0n && next.offset !== 0n;
  return !isPlaced || one.offset + (one.limit - one.start) === next.offset;
}

/** Exchanges the first file with the first that is neither a library nor made by the kernel. */
function binaryFirst(mapped: readonly Mapped[]): Mapped[] {
  const isBinary = ({ file }: Mapped) => {
    const name = file.replace('(deleted)', '').trim();
    return name !== '' && !name.startsWith('[') && !/[.]so$|[.]so[._]\d+/.test(name);
  };
  const sorted = [...mapped];
  const at = sorted.findIndex(isBinary);
  if (at > 0) [sorted[0], sorted[at]] = [sorted[at], sorted[0]];
  return sorted;
}

const DASH = 0x2d;
const LETTER_M = 0x4d;
