import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { FileFault } from './file-fault.ts';

/** The largest file that is read, in bytes: 4 GiB. */
export const MAX_FILE_BYTES = 2 ** 32;

const CHUNK_BYTES = 4 * 2 ** 20;

/** Told after each chunk; it may throw to end the reading there. */
export type ReportBytes = (done: number, total: number) => void;

/**
 * Reads a whole file, of which `onPiece` gets one piece after the other. Rejects with FileFault where that is not
 * possible, or where the file changed meanwhile; with what `report` throws.
 */
export async function readFile(
  path: string,
  report: ReportBytes,
  onPiece: (piece: Uint8Array) => void = () => {},
): Promise<Uint8Array<ArrayBuffer>> {
  return await withOpenFile(path, (file) => readOpenFile(file, report, onPiece));
}

/** How much of a file tells whether it is a text: more than a block of one that is compressed with zstd. */
export const TELLING_BYTES = 1 << 18;

/** How a file begins, and how long it is. Rejects as `readFile` does. */
export async function readBeginning(
  path: string,
  maxBytes: number,
): Promise<{ readonly head: Uint8Array<ArrayBuffer>; readonly fileBytes: number }> {
  return await withOpenFile(path, async (file) => {
    const { size } = await file.stat();
    const head = new Uint8Array(Math.min(size, maxBytes));
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return { head: head.subarray(0, bytesRead), fileBytes: size };
  });
}

/** Opens a file to read, and closes it. */
async function withOpenFile<T>(path: string, read: (file: FileHandle) => Promise<T>): Promise<T> {
  let file: FileHandle | undefined;
  try {
    refuseUnreadable(await stat(path));
    // Should it have become a pipe since, opening it must not wait for a writer. Windows has no such flag.
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    return await read(file);
  } catch (thrown) {
    throw explained(thrown);
  } finally {
    await file?.close();
  }
}

async function readOpenFile(
  file: FileHandle,
  report: ReportBytes,
  onPiece: (piece: Uint8Array) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const before = await file.stat();
  refuseUnreadable(before);
  const bytes = new Uint8Array(before.size);
  report(0, bytes.length);
  for (let done = 0; done < bytes.length; ) {
    const length = Math.min(CHUNK_BYTES, bytes.length - done);
    const { bytesRead } = await file.read(bytes, done, length, done);
    if (bytesRead === 0) throw changedFault();
    onPiece(bytes.subarray(done, done + bytesRead));
    done += bytesRead;
    report(done, bytes.length);
  }
  const after = await file.stat();
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) throw changedFault();
  return bytes;
}

function refuseUnreadable(stats: Stats): void {
  if (stats.isDirectory()) throw new FileFault('It is a folder: choose the files inside it.');
  if (!stats.isFile()) {
    throw new FileFault('It is a pipe or a device: save what it gives to a file and open that.');
  }
  if (stats.size === 0) {
    throw new FileFault('It is empty: was the profile saved completely? Take it again.');
  }
  if (stats.size > MAX_FILE_BYTES) throw tooLargeFault();
}

/** What to say about a file of more than MAX_FILE_BYTES. */
export function tooLargeFault(): FileFault {
  return new FileFault('It is larger than 4 GiB: take a profile over a shorter time.');
}

function changedFault(): FileFault {
  return new FileFault('It changed while it was read: open it again when it is complete.');
}

function explained(thrown: unknown): unknown {
  const { code } = thrown as NodeJS.ErrnoException;
  switch (code) {
    case undefined:
      return thrown;
    case 'ENOENT':
    case 'ENOTDIR':
      return new FileFault('It does not exist: was it moved, renamed or deleted?');
    case 'EACCES':
    case 'EPERM':
      return new FileFault('You have no permission to read it: change its permissions or copy it.');
    case 'EMFILE':
    case 'ENFILE':
      return new FileFault('Too many files are open: close other programs and try again.');
    case 'EBUSY':
      return new FileFault('Another program uses it: close that and try again.');
    default:
      return new FileFault(
        `The system could not read it (${code}): copy it elsewhere and try again.`,
      );
  }
}
