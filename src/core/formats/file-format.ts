import type { Profile } from '../profile/profile.ts';
import type { ReportProgress } from '../profile/progress.ts';
import type { FileHead } from './file-head.ts';

/**
 * A kind of file, told by its content alone: names lie, and a dropped file may have none. It is a
 * compression to undo first, a profile to decode, a text to search for evidence, or something that is known
 * but not read.
 */
export type FileFormat = Recogniser & (Compression | Decoder | Refusal);

interface Recogniser {
  /** Whether the file is of this format. It may rely on the formats before it having said no. */
  recognises(head: FileHead): boolean;
}

interface Compression {
  readonly compression: 'gzip' | 'zstd';
}

interface Decoder {
  /** Begins to decode one file. */
  startDecoding(): Decoding;
}

/** The decoding of one file. */
export interface Decoding {
  /**
   * May be told of the first bytes, and ever more of them, while the others are still being inflated.
   * `bytes` may be another array each time. Never throws.
   */
  follow(bytes: Uint8Array, validBytes: number): void;
  /** Decodes the whole file. Throws ProfileFault for damaged bytes, and whatever `report` throws. */
  finish(bytes: Uint8Array, report: ReportProgress): Profile;
}

interface Refusal {
  /** What the file is, in a sentence that begins with "It is". */
  readonly refusal: string;
  /** What to do instead, in a sentence. */
  readonly advice: string;
  /** Whether it is a text in which evidence may stand: only if there is none is it refused. */
  readonly isSearched?: true;
}
