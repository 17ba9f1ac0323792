import type { ByteTools } from '../../core/evidence/scan/byte-tools.ts';

/** By Node's buffers: a byte is sought with memchr, which takes a tenth of what the language's own search takes. */
export const nodeByteTools: ByteTools = {
  search: (bytes) => {
    const buffer = asBuffer(bytes);
    return (sought, from) => buffer.indexOf(sought, from);
  },
  decode: (bytes, start, end) => asBuffer(bytes).toString('utf8', start, end),
};

function asBuffer(bytes: Uint8Array): Buffer {
  if (Buffer.isBuffer(bytes)) return bytes;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
