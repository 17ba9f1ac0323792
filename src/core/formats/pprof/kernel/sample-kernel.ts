import { ProfileFault } from '../../../profile/fault.ts';
import {
  addressOf,
  columnAt,
  type Global,
  instantiate,
  outOfMemory,
} from '../../../profile/kernel/instance.ts';
import type { StackKernel } from '../../../profile/kernel/stack-kernel.ts';
import { wasm } from './samples.as.ts?wasm';

/** What was decoded of a piece. Its columns are longer than it, and hold until the kernel is used again. */
export interface SamplePiece {
  /** How many bytes were decoded: up to what is no sample, or not a whole one. */
  readonly bytes: number;
  /** Number of samples, and of their labels. */
  readonly length: number;
  readonly labelCount: number;
  /** Whether the sample after them is damaged. */
  readonly isDamaged: boolean;
  /** How many values the sample after them has, if it is another number than the first had; null if not. */
  readonly oddValueCount: number | null;
  readonly columns: PieceColumns;
}

interface PieceColumns {
  /** A column for each sample type. */
  readonly values: readonly Float64Array[];
  /** For each sample the hot prefix past which its stack was led, and where it stands among the kernel's entries. */
  readonly prefix: Int32Array;
  readonly cursor: Int32Array;
  /** For each sample the number of labels of all samples so far, those of earlier pieces too. */
  readonly labelEnd: Int32Array;
  /** For each label the indices of its strings, and its number. */
  readonly labelKey: Int32Array;
  readonly labelStr: Int32Array;
  readonly labelNumUnit: Int32Array;
  readonly labelNum: BigInt64Array;
}

/** The largest piece, but for that of a larger sample: with its columns it fits a processor's second cache. */
const PIECE_BYTES = 1 << 18;
/** The first, of which small files have no more: memory that is not needed costs a millisecond. */
const FIRST_PIECE_BYTES = 1 << 12;
/** The kernel's memory is 29 times as large as a piece, and a sample is not parted. */
const MAX_PIECE_BYTES = 1 << 26;

/** The samples of one profile, decoded piece by piece: samples.as.ts, with its memory. */
export class SampleKernel {
  /** The stacks, which it adds itself. */
  readonly stacks: StackKernel;
  private readonly exports: Exports;
  /** The largest piece for which the memory is laid out. */
  private roomBytes = 0;
  private nextBytes = FIRST_PIECE_BYTES;
  /** Views of `buffer`: memory that has grown is another one. */
  private columns: PieceColumns | null = null;
  private buffer: ArrayBuffer | null = null;

  /** `numberOf` gives the number of a location whose id is large: the same each time, and from `denseIds` on. */
  constructor(numberOf: (id: bigint) => number) {
    module ??= new WebAssembly.Module(wasm);
    const imports = { numberOf: (id: bigint) => numberOf(BigInt.asUintN(64, id)) };
    this.exports = instantiate(module, { 'samples.as': imports }) as Exports;
    this.stacks = this.exports;
    this.makeRoom(FIRST_PIECE_BYTES);
  }

  /** Ids of locations below this are their own numbers. */
  get denseIds(): number {
    return this.exports.DENSE_IDS.value;
  }

  /** The most sample types of which it keeps values. */
  get maxTypes(): number {
    return this.exports.MAX_TYPES.value;
  }

  /** The largest index of a string in a label. */
  get largestString(): number {
    return Number(BigInt.asUintN(64, this.exports.largestString.value));
  }

  /** Number of values that are beyond 2^53 and were rounded. */
  get inexactValues(): number {
    return this.exports.inexactValues.value;
  }

  /**
   * Decodes a piece of the bytes [from, to), which begin with a whole sample of `sampleBytes`. Throws ProfileFault for
   * one that is too large, and RangeError where there is no memory.
   */
  decode(bytes: Uint8Array, from: number, to: number, sampleBytes: number): SamplePiece {
    const { exports } = this;
    const length = Math.min(to - from, Math.max(sampleBytes, this.nextBytes));
    this.makeRoom(length);
    const input = new Uint8Array(exports.memory.buffer, addressOf(exports.input), length);
    input.set(bytes.subarray(from, from + length));
    const state = exports.decode(length);
    if (state === exports.NO_MEMORY.value) throw outOfMemory();
    const decodedBytes = exports.decodedBytes.value;
    // Between the samples of Go stand the locations that are new, and what was copied in vain then is little.
    this.nextBytes = Math.min(PIECE_BYTES, Math.max(FIRST_PIECE_BYTES, decodedBytes * 2));
    return {
      bytes: decodedBytes,
      length: exports.samples.value,
      labelCount: exports.labels.value,
      isDamaged: state === exports.DAMAGED.value,
      oddValueCount: state === exports.ODD.value ? exports.valueCount.value : null,
      columns: this.currentColumns(),
    };
  }

  private currentColumns(): PieceColumns {
    const { exports } = this;
    const { buffer } = exports.memory;
    if (this.columns !== null && this.buffer === buffer) return this.columns;
    // As many as fit a piece.
    const most = this.roomBytes >> 1;
    const i32 = (address: Global) => columnAt(exports.memory, address, most);
    const stride = exports.valueStride.value;
    const values = addressOf(exports.values);
    this.buffer = buffer;
    this.columns = {
      values: Array.from(
        { length: Math.max(0, exports.types.value) },
        (_, type) => new Float64Array(buffer, values + type * stride * 8, stride),
      ),
      prefix: i32(exports.prefixOf),
      cursor: i32(exports.cursorOf),
      labelEnd: i32(exports.labelEnds),
      labelKey: i32(exports.labelKeys),
      labelStr: i32(exports.labelStrs),
      labelNumUnit: i32(exports.labelNumUnits),
      labelNum: new BigInt64Array(buffer, addressOf(exports.labelNums), most),
    };
    return this.columns;
  }

  private makeRoom(bytes: number): void {
    if (bytes <= this.roomBytes) return;
    if (bytes > MAX_PIECE_BYTES) throw tooLarge(bytes);
    // By half at least: what stands behind the columns is moved each time.
    const room = Math.min(MAX_PIECE_BYTES, Math.max(bytes, Math.ceil(this.roomBytes * 1.5)));
    if (this.exports.reserve(room) === 0) throw outOfMemory();
    this.roomBytes = room;
    this.columns = null;
  }
}

function tooLarge(sampleBytes: number): ProfileFault {
  const mebibytes = Math.ceil(sampleBytes / 2 ** 20);
  return new ProfileFault(
    `One of its samples has ${mebibytes} MiB, which no stack of a program needs: a defect of what wrote it.`,
  );
}

/** Compiled when the first profile is decoded, for all that follow. */
let module: object | undefined;

/** What samples.as.ts exports. */
interface Exports extends StackKernel {
  decode(length: number): number;
  readonly DAMAGED: Global;
  readonly ODD: Global;
  readonly NO_MEMORY: Global;
  readonly MAX_TYPES: Global;
  readonly DENSE_IDS: Global;
  readonly input: Global;
  readonly decodedBytes: Global;
  readonly samples: Global;
  readonly labels: Global;
  readonly values: Global;
  readonly valueStride: Global;
  readonly prefixOf: Global;
  readonly cursorOf: Global;
  readonly labelEnds: Global;
  readonly labelKeys: Global;
  readonly labelStrs: Global;
  readonly labelNumUnits: Global;
  readonly labelNums: Global;
  readonly types: Global;
  readonly valueCount: Global;
  readonly largestString: { readonly value: bigint };
  readonly inexactValues: Global;
}
