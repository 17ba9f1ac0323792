import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { detectFormat } from '../../core/formats/detect.ts';
import { gunzipped, unzstded } from '../inflate-stream.ts';
import type { TextSource } from './read-evidence.ts';

/** The bytes of a text, as they are searched. */
type TextBytes = Pick<TextSource, 'chunks' | 'totalBytes' | 'doneBytes'>;

const PIECE_BYTES = 1 << 18;

/** A text on disk, compressed or not, that is read while it is searched: no more than `fileBytes` of the file. */
export async function textFile(file: string, fileBytes: number): Promise<TextBytes> {
  let doneBytes = 0;
  const text = (chunks: TextBytes['chunks']): TextBytes => ({
    chunks,
    totalBytes: fileBytes,
    doneBytes: () => doneBytes,
  });
  const onRead = (bytes: number) => {
    doneBytes += bytes;
  };
  switch (await compressionOf(file)) {
    case null:
      return text(pieces(file, fileBytes, onRead));
    case 'gzip':
      return text(gunzipped(piecesToKeep(file, fileBytes, onRead)));
    case 'zstd':
      return text(unzstded(await readFile(file), onRead));
  }
}

/** A text that comes in pieces from elsewhere, the first of which was taken already: enough to tell what it is. */
export async function textOfPieces(
  head: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): Promise<TextBytes> {
  const format = detectFormat(head);
  const all = chained(head, rest);
  const text = (chunks: TextBytes['chunks']): TextBytes => ({ chunks, totalBytes: 0 });
  if (!('compression' in format)) return text(all);
  if (format.compression === 'gzip') return text(gunzipped(all));
  const packed: Uint8Array[] = [];
  for await (const piece of all) packed.push(piece);
  return text(unzstded(Buffer.concat(packed), () => {}));
}

async function* chained(
  head: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield head;
  yield* rest;
}

async function compressionOf(file: string): Promise<'gzip' | 'zstd' | null> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(64), 0, 64, 0);
    const format = detectFormat(buffer.subarray(0, bytesRead));
    return 'compression' in format ? format.compression : null;
  } finally {
    await handle.close();
  }
}

/**
 * All in one buffer, each until the next is taken. Read on this thread, which waits for each piece in any case: of a
 * file that the system has at hand, reading takes a tenth of what the search takes.
 */
function* pieces(
  file: string,
  fileBytes: number,
  onRead: (bytes: number) => void,
): Generator<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(PIECE_BYTES);
  const descriptor = openSync(file, 'r');
  try {
    for (let at = 0; at < fileBytes; ) {
      const bytesRead = readSync(descriptor, buffer, 0, Math.min(PIECE_BYTES, fileBytes - at), at);
      if (bytesRead === 0) return;
      at += bytesRead;
      onRead(bytesRead);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Each in a buffer of its own. */
async function* piecesToKeep(
  file: string,
  fileBytes: number,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const options = { end: Math.max(0, fileBytes - 1), highWaterMark: PIECE_BYTES };
  for await (const piece of createReadStream(file, options)) {
    onRead(piece.length);
    yield piece;
  }
}
