import { detectFormat } from '../core/formats/detect.ts';
import type { Decoding, FileFormat } from '../core/formats/file-format.ts';
import { ProfileFault } from '../core/profile/fault.ts';
import type { Profile } from '../core/profile/profile.ts';
import type { ReportProgress } from '../core/profile/progress.ts';
import { nodeInflaters } from './inflate.ts';
import { INFLATE_LIMIT, type Inflaters } from './inflaters.ts';

/** A file to open, read into memory. */
export interface OpenSource {
  /** File name, for people. */
  readonly name: string;
  /** Where it is, for people; '' when only the bytes are known. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A server may compress again what is compressed already; more layers than these are a trick. */
const MAX_LAYERS = 3;

/**
 * Reads a profile: tells its format by its content, undoes compression, decodes. Rejects with
 * ProfileFault, whose sentences begin with the file's name, for everything that is not a whole
 * profile, and with whatever `report` throws.
 */
export async function readProfile(
  source: OpenSource,
  report: ReportProgress,
  inflaters: Inflaters = nodeInflaters,
): Promise<Profile> {
  return await named(source, async () => {
    const content = await readContent(source.bytes, report, inflaters);
    return decodeContent(content, report);
  });
}

/** Does what fails with faults that do not know the file; puts its name in front of theirs. */
export async function named<T>(
  { name }: Pick<OpenSource, 'name'>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ProfileFault ? faultOf(name || 'The file', error) : error;
  }
}

function faultOf(file: string, fault: ProfileFault): ProfileFault {
  return new ProfileFault(`${file} cannot be opened.`, fault.message);
}

/** What a file holds when compression is undone. */
export interface Content {
  readonly bytes: Uint8Array;
  readonly format: Exclude<FileFormat, { compression: unknown }>;
  /** The decoding of it that has begun already; null for none. */
  readonly decoding: Decoding | null;
}

/** Undoes compression and tells the format. Rejects with ProfileFault and with whatever `report` throws. */
export async function readContent(
  file: Uint8Array,
  report: ReportProgress,
  inflaters: Inflaters = nodeInflaters,
): Promise<Content> {
  let bytes = file;
  let format = detectFormat(bytes);
  let decoding: Decoding | null = null;
  for (let layer = 0; 'compression' in format; layer++) {
    if (layer === MAX_LAYERS) {
      throw new ProfileFault(
        `It is compressed more than ${MAX_LAYERS} times over.`,
        'Unpack it and open what is inside.',
      );
    }
    const follower = new Follower();
    bytes = await inflaters[format.compression](
      bytes,
      INFLATE_LIMIT,
      (done, total) => report('inflate', done, total),
      (output, length) => queueMicrotask(() => follower.follow(output, length)),
    );
    format = detectFormat(bytes);
    decoding = follower.decoding;
  }
  return { bytes, format, decoding };
}

/** Decodes a profile. Throws ProfileFault for what is none, and whatever `report` throws. */
export function decodeContent(
  { bytes, format, decoding }: Content,
  report: ReportProgress,
): Profile {
  if ('refusal' in format) throw new ProfileFault(format.refusal, format.advice);
  return (decoding ?? format.startDecoding()).finish(bytes, report);
}

/** Lets the decoding follow what is inflated, which goes on meanwhile in another thread. */
class Follower {
  decoding: Decoding | null = null;
  private isDetected = false;

  follow(output: Uint8Array, length: number): void {
    if (!this.isDetected) {
      this.isDetected = true;
      this.decoding = startedDecoding(output.subarray(0, length));
    }
    this.decoding?.follow(output, length);
  }
}

/** The decoding of a file that begins so; null where there is none, or where it cannot begin yet. */
function startedDecoding(head: Uint8Array): Decoding | null {
  const format = detectFormat(head);
  if (!('startDecoding' in format)) return null;
  try {
    return format.startDecoding();
  } catch {
    // Nobody waits for this. It is tried again when all is inflated, and fails where somebody does.
    return null;
  }
}
