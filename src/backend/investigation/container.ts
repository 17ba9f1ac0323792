import { unzipSync, Zip, ZipPassThrough } from 'fflate';
import { INVESTIGATION_ENTRY } from '../../core/investigation/recognise.ts';
import { FileFault } from '../file-fault.ts';
import { MAX_JSON_BYTES } from './parse.ts';

/*
 * The file of an investigation is its JSON; or, with profiles or texts inside, a zip archive with that JSON first.
 * What is in an archive is stored as it is: profiles are compressed already, and what is not compressed
 * cannot unpack to more than it is. No name in an archive is ever one of a file: entries are asked for by
 * the names that they must have.
 */

/** What a file of an investigation holds. */
export interface Contents {
  readonly text: string;
  /** The profile or text of a digest; null where it is not inside. */
  inside(folder: InsideFolder, sha256: string): Uint8Array | null;
}

/** Where profiles and texts lie in an archive. */
export type InsideFolder = 'profiles' | 'evidence';

/** A profile or text that goes into the file. */
export interface PackedFile {
  readonly folder: InsideFolder;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** What is inside is that long at most, in bytes, all together: 1 GiB. */
export const MAX_INSIDE_BYTES = 2 ** 30;

/** The largest file that is read: its JSON, what is inside, and what an archive says about that. */
const MAX_FILE_BYTES = MAX_INSIDE_BYTES + MAX_JSON_BYTES + 2 ** 16;

/** An archive of ours has 67 entries at most; some more may have been added to it by others. */
const MAX_ENTRIES = 100;

const CHUNK_BYTES = 4 * 2 ** 20;

/** Throws FileFault for a file that is longer than any that is read. */
export function refuseTooLarge(fileBytes: number): void {
  if (fileBytes > MAX_FILE_BYTES) throw tooLarge();
}

/** Takes a file apart. Throws FileFault. */
export function readContents(bytes: Uint8Array): Contents {
  const isArchive = bytes[0] === 0x50;
  const json = isArchive ? entry(bytes, INVESTIGATION_ENTRY) : bytes;
  if (json === null) throw damaged();
  if (json.length > MAX_JSON_BYTES) throw tooLarge();
  return {
    text: utf8(json),
    inside: (folder, sha256) => (isArchive ? entry(bytes, entryName(folder, sha256)) : null),
  };
}

/** The bytes of a file: the text alone, or an archive. The same file need not be given twice. */
export async function* packContents(
  text: string,
  files: AsyncIterable<PackedFile> | null,
): AsyncGenerator<Uint8Array> {
  const json = new TextEncoder().encode(text);
  if (files === null) {
    yield json;
    return;
  }
  let made: Uint8Array[] = [];
  const zip = new Zip((thrown, chunk) => {
    if (thrown !== null) throw thrown;
    made.push(chunk);
  });
  const taken = () => {
    const chunks = made;
    made = [];
    return chunks;
  };
  addEntry(zip, INVESTIGATION_ENTRY).push(json, true);
  yield* taken();
  for await (const { folder, sha256, bytes } of files) {
    const added = addEntry(zip, entryName(folder, sha256));
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      added.push(bytes.subarray(at, at + CHUNK_BYTES), false);
      yield* taken();
    }
    added.push(new Uint8Array(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}

/** The names in an archive are made of digests, so that unpacking it elsewhere is harmless as well. */
const entryName = (folder: InsideFolder, sha256: string) => `${folder}/${sha256}`;

/** Equal investigations are equal files: the day of 1980 is where zip's calendar begins. */
const MTIME = new Date(1980, 0, 1);

function addEntry(zip: Zip, name: string): ZipPassThrough {
  const added = new ZipPassThrough(name);
  added.mtime = MTIME;
  zip.add(added);
  return added;
}

function entry(archive: Uint8Array, name: string): Uint8Array | null {
  let seen = 0;
  let isStored = true;
  let files: Readonly<Record<string, Uint8Array>>;
  try {
    files = unzipSync(archive, {
      filter: (found) => {
        if (++seen > MAX_ENTRIES) throw damaged();
        if (found.name !== name) return false;
        isStored = found.compression === 0;
        return isStored;
      },
    });
  } catch (thrown) {
    throw thrown instanceof FileFault ? thrown : damaged(thrown);
  }
  if (!isStored) {
    throw new FileFault(
      'It is an investigation that another program packed anew: pack it without compression, or take it from where it was saved.',
    );
  }
  return Object.hasOwn(files, name) ? (files[name] ?? null) : null;
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (thrown) {
    throw damaged(thrown);
  }
}

function damaged(cause?: unknown): FileFault {
  return new FileFault(
    'It is an investigation that is damaged: take it from where it was saved once more.',
    { cause },
  );
}

function tooLarge(): FileFault {
  return new FileFault(
    'It is an investigation larger than any that Allocscope saves: take it from where it was saved once more.',
  );
}
