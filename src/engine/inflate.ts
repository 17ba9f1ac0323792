import { createGunzip } from 'node:zlib';
import { Decompress, type ZstdError, ZstdErrorCode } from 'fzstd';
import { ProfileFault } from '../core/profile/fault.ts';
import { InflateOutput } from './inflate-output.ts';
import type { Inflate, Inflaters } from './inflaters.ts';
import { checkZstdWindows } from './zstd-frames.ts';

/** Of input: large enough that trips to libuv's pool do not count, small enough that work can follow. */
const CHUNK_BYTES = 1 << 19;

/**
 * RFC 1952, one member or several, as pprof reads them. It runs on libuv's pool: the thread is free
 * between pieces. All of them come to lie in one buffer of zlib's, if the guess of its size is right.
 * Zeros after the last member are padding; anything else there is a fault.
 */
const gunzip: Inflate = (bytes, limit, onProgress, onChunk) =>
  new Promise((resolve, reject) => {
    const output = new InflateOutput(bytes.length, isize(bytes), limit, onProgress, onChunk);
    const stream = createGunzip({ chunkSize: output.room });
    stream.on('data', (piece: Buffer<ArrayBuffer>) => {
      try {
        output.adopt(piece, stream.bytesWritten);
      } catch (error) {
        stream.destroy(error instanceof Error ? error : new Error(String(error)));
      }
    });
    stream.on('end', () => resolve(output.finish()));
    stream.on('error', (error) => reject(gzipFault(error)));
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      stream.write(bytes.subarray(at, at + CHUNK_BYTES));
    }
    stream.end();
  });

/** The length of the last member modulo 2^32, which is mostly the length of the whole. */
function isize(bytes: Uint8Array): number {
  if (bytes.length < 18) return 0;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
}

const COPY_AGAIN = 'Copy or capture it again, and see that the whole file arrives.';

export function brokenOff(compression: string): ProfileFault {
  const sentence = `It breaks off before the end of its ${compression} compression.`;
  return new ProfileFault(sentence, COPY_AGAIN);
}

/** By the messages of zlib's inflate.c, and of Node for input that ends too early. */
export function gzipFault(error: Error): Error {
  switch (error.message) {
    case 'unexpected end of file':
      return brokenOff('gzip');
    case 'incorrect data check':
    case 'incorrect length check':
      return new ProfileFault('Its gzip checksum is wrong: the file is damaged.', COPY_AGAIN);
    case 'incorrect header check': // the first header was looked at before
      return new ProfileFault(
        'It goes on after the end of its gzip compression with something else.',
        'Copy or capture it again, alone in its file.',
      );
    default:
      if ('code' in error && error.code === 'Z_DATA_ERROR') {
        return new ProfileFault(`Its gzip compression is damaged (${error.message}).`, COPY_AGAIN);
      }
      return error;
  }
}

/** RFC 8878, one frame or several; checksums are not verified. Node has zstd only from 22.15 on. */
const unzstd: Inflate = (bytes, limit, onProgress, onChunk) =>
  new Promise((resolve) => {
    checkZstdWindows(bytes);
    const output = new InflateOutput(bytes.length, bytes.length * 4, limit, onProgress, onChunk);
    let used = 0;
    let isWhole = false;
    let refusal: unknown;
    const stream = new Decompress((piece, isLast) => {
      isWhole = isLast === true;
      try {
        output.append(piece, used);
      } catch (error) {
        refusal = error;
        throw error;
      }
    });
    try {
      for (let at = 0; at < bytes.length; at = used) {
        used = Math.min(bytes.length, at + CHUNK_BYTES);
        stream.push(bytes.subarray(at, used), used === bytes.length);
      }
    } catch (error) {
      throw error === refusal ? error : zstdFault(error);
    }
    if (!isWhole) throw brokenOff('zstd');
    resolve(output.finish());
  });

/** Whatever fzstd throws comes of damaged bytes; it has a code for a part of it only. */
export function zstdFault(error: unknown): ProfileFault {
  const { code, message } = error as Partial<ZstdError>;
  if (code === ZstdErrorCode.UnexpectedEOF) return brokenOff('zstd');
  return new ProfileFault(`Its zstd compression is damaged (${message}).`, COPY_AGAIN);
}

export const nodeInflaters: Inflaters = { gzip: gunzip, zstd: unzstd };
