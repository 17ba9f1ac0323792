import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { detectFormat } from '../../core/formats/detect.ts';
import { gunzipped, unzstded } from '../inflate-stream.ts';
import type { TextSource } from './read-evidence.ts';

/** The bytes of a text, as they are searched. */
type TextBytes = Pick<TextSource, 'chunks' | 'totalBytes' | 'doneBytes'>;

const PIECE_BYTES = 1 << 20;

/**
 * A text on disk, compressed or not, which is read while it is searched. `onRead` is given what was read of the
 * file, in order.
 */
export async function textFile(
  file: string,
  fileBytes: number,
  onRead: (bytes: Uint8Array) => void = () => {},
): Promise<TextBytes> {
  const compression = await compressionOf(file);
  let doneBytes = 0;
  const read = (bytes: Uint8Array) => {
    doneBytes += bytes.length;
    onRead(bytes);
  };
  const text = (chunks: TextBytes['chunks']) => ({
    chunks,
    totalBytes: fileBytes,
    doneBytes: () => doneBytes,
  });
  switch (compression) {
    case null:
      return text(pieces(file, read));
    case 'gzip':
      return text(gunzipped(streamed(file, read)));
    case 'zstd': {
      const bytes = await readFile(file);
      onRead(bytes);
      return text(
        unzstded(bytes, (used) => {
          doneBytes = used;
        }),
      );
    }
  }
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

/** Reads the next piece into one buffer while that in the other is looked at, and makes no others. */
async function* pieces(
  file: string,
  onRead: (bytes: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  const handle = await open(file);
  try {
    let [free, taken] = [Buffer.allocUnsafeSlow(PIECE_BYTES), Buffer.allocUnsafeSlow(PIECE_BYTES)];
    let reading = handle.read(free, 0, PIECE_BYTES, null);
    for (;;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) return;
      [free, taken] = [taken, free];
      reading = handle.read(free, 0, PIECE_BYTES, null);
      const piece = taken.subarray(0, bytesRead);
      onRead(piece);
      yield piece;
    }
  } finally {
    await handle.close();
  }
}

/** The same in buffers that are its taker's to keep. */
async function* streamed(
  file: string,
  onRead: (bytes: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const piece of createReadStream(file, { highWaterMark: PIECE_BYTES })) {
    onRead(piece);
    yield piece;
  }
}
