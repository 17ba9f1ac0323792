/** Compresses pieces as they come: gzip as RFC 1952 has it, without a name or a time in its head. */
export function gzip(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return ReadableStream.from(pieces).pipeThrough(new CompressionStream('gzip'));
}
